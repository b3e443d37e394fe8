package labelwright.exchange.voc;

import java.nio.file.Path;
import java.util.Optional;

import labelwright.exchange.FileNames;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.SafeName;
import labelwright.exchange.UprightSink;
import labelwright.exchange.XmlElement;

/// Finds the picture that an XML file describes.
final class VocItem {
    private final String path;
    private final XmlElement document;
    private final VocPlaces places;
    private final ReadProblems problems;

    VocItem(String path, XmlElement document, VocPlaces places, ReadProblems problems) {
        this.path = path;
        this.document = document;
        this.places = places;
        this.problems = problems;
    }

    /// @param file absent when the picture was not found
    record Found(Optional<Path> file, String name, String fullName) {}

    /// Empty, with a problem, when the name must not be used.
    Optional<Found> find() {
        Optional<String> fileName = document.textOf("filename");
        Optional<String> danger = fileName.flatMap(SafeName::danger);
        Optional<VocPlaces.Found> found = places.find(path, danger.isPresent() ? Optional.empty() : fileName);
        if (found.isPresent()) {
            return Optional.of(new Found(Optional.of(found.get().file()), found.get().name(), found.get().fullName()));
        }
        if (danger.isPresent()) {
            problems.refused(path,
                    "The picture's name %s %s; it was not opened.".formatted(SafeName.shown(fileName.orElseThrow()), danger.get()));
            return Optional.empty();
        }
        String name = fileName.map(SafeName::normalise).map(FileNames::last).orElse(FileNames.last(FileNames.stem(path)) + ".jpg");
        String folder = FileNames.folder(VocPlaces.ownName(path));
        return Optional.of(new Found(Optional.empty(), FileNames.join(folder, name), FileNames.join(FileNames.folder(path), name)));
    }

    /// The picture's own size where it can be read, else what the XML says.
    static Size size(String path, XmlElement document, Optional<Path> picture, UprightSink sink) {
        Size said = document.find("size").map(size -> new Size(side(size, "width"), side(size, "height"))).filter(Size::isKnown)
                .orElse(Size.UNKNOWN);
        return sink.settle(() -> path, said, picture);
    }

    private static int side(XmlElement size, String name) {
        try {
            double value = size.textOf(name).map(Double::parseDouble).orElse(0.0);
            return value >= 1 && value <= Integer.MAX_VALUE ? (int) value : 0;
        } catch (NumberFormatException ignored) {
            return 0;
        }
    }
}
