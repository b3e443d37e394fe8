package labelwright.exchange.voc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import labelwright.exchange.FileNames;
import labelwright.exchange.Layout;
import labelwright.exchange.PictureFinder;
import labelwright.exchange.SafeName;

/// Where the picture of an XML file may be.
final class VocPlaces {
    private static final String ANNOTATIONS = "Annotations/";
    private static final String PICTURES = "JPEGImages/";

    private final PictureFinder below;
    private final Optional<PictureFinder> elsewhere;

    VocPlaces(PictureFinder below, Optional<PictureFinder> elsewhere) {
        this.below = below;
        this.elsewhere = elsewhere;
    }

    /// A picture file and the name of its item.
    record Found(Path file, String name, String fullName) {}

    /// What comes before `Annotations/`; empty or ending in `/`.
    static String base(String xml) {
        int at = at(xml, ANNOTATIONS);
        return at < 0 ? "" : xml.substring(0, at);
    }

    /// Below `Annotations`, or below the root when there is no such folder; without extension.
    static String ownName(String xml) {
        int at = at(xml, ANNOTATIONS);
        return FileNames.stem(at < 0 ? xml : xml.substring(at + ANNOTATIONS.length()));
    }

    /// The name of an item whose picture has this path.
    static String itemName(String picture) {
        int at = at(picture, PICTURES);
        return at < 0 ? Layout.of(picture).name() : picture.substring(at + PICTURES.length());
    }

    private static int at(String path, String folder) {
        return path.startsWith(folder) ? 0 : path.indexOf("/" + folder) < 0 ? -1 : path.indexOf("/" + folder) + 1;
    }

    /// @param fileName what the XML says, when that is safe to look for
    Optional<Found> find(String xml, Optional<String> fileName) {
        String own = ownName(xml);
        if (elsewhere.isPresent()) {
            PictureFinder finder = elsewhere.get();
            Optional<Path> file = pick(finder, FileNames.folder(own), FileNames.last(own), fileName)
                    .or(() -> pick(finder, "", FileNames.last(own), fileName));
            if (file.isPresent()) {
                String name = finder.relative(file.get());
                return Optional.of(new Found(file.get(), name, name));
            }
        }
        for (String folder : folders(xml)) {
            Optional<Path> file = pick(below, folder, FileNames.last(own), fileName);
            if (file.isPresent()) {
                String path = below.relative(file.get());
                return Optional.of(new Found(file.get(), itemName(path), path));
            }
        }
        return Optional.empty();
    }

    private List<String> folders(String xml) {
        List<String> folders = new ArrayList<>();
        String sub = FileNames.folder(ownName(xml));
        String folder = FileNames.folder(xml);
        if (at(xml, ANNOTATIONS) >= 0) {
            for (String pictures : List.of("JPEGImages", "images", "Images", "JPEGImage", "imgs", "img")) {
                folders.add(FileNames.join(base(xml) + pictures, sub));
            }
        }
        folders.add(folder);
        String parent = FileNames.folder(folder);
        for (String pictures : List.of("images", "Images", "JPEGImages")) {
            folders.add(FileNames.join(parent, pictures));
        }
        folders.add(parent);
        return folders.stream().map(name -> name.endsWith("/") ? name.substring(0, name.length() - 1) : name).distinct().toList();
    }

    /// By the XML's own name first; among several such pictures the one that the XML names.
    private static Optional<Path> pick(PictureFinder finder, String folder, String stem, Optional<String> fileName) {
        Optional<Path> named = fileName.flatMap(name -> finder.find(folder, FileNames.last(SafeName.normalise(name))));
        if (named.isPresent() && isNamedLike(named.get(), stem)) {
            return named;
        }
        return finder.findPicture(folder, stem).or(() -> named);
    }

    private static boolean isNamedLike(Path picture, String stem) {
        String name = String.valueOf(picture.getFileName());
        return FileNames.stem(name).equals(FileNames.last(stem)) || name.equals(FileNames.last(stem));
    }
}
