package labelwright.exchange.coco;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.PictureFinder;
import labelwright.exchange.RecordSink;
import labelwright.exchange.SafeName;

/// Finds the pictures of one COCO file: in the usual folders first, then by their name alone where only one picture below the root has it.
final class CocoPlaces {
    private final List<Place> places = new ArrayList<>();
    private final PictureFinder below;
    private final RecordSink sink;
    private Map<String, String> byLastName = Map.of();
    private boolean searched;
    private int lastHit;

    /// @param file of the JSON, relative to the root
    /// @param subset the word in its name that may name a folder
    CocoPlaces(PictureFinder below, Optional<PictureFinder> elsewhere, String file, String subset, RecordSink sink) {
        this.below = below;
        this.sink = sink;
        elsewhere.ifPresent(finder -> {
            places.add(new Place(finder, subset));
            places.add(new Place(finder, "images/" + subset));
            places.add(new Place(finder, ""));
            places.add(new Place(finder, "images"));
        });
        folders(file, subset).forEach(folder -> places.add(new Place(below, folder)));
    }

    private record Place(PictureFinder finder, String folder) {}

    /// @param byNameAlone whether the folders in the name had to be disregarded
    record Found(Path file, String path, boolean byNameAlone) {}

    private static Set<String> folders(String file, String subset) {
        Set<String> folders = new LinkedHashSet<>();
        String own = FileNames.folder(file);
        for (String base : own.isEmpty() ? List.of(own) : List.of(own, FileNames.folder(own))) {
            for (String name : List.of("images/" + subset, subset, subset + "/images", "images", "", "imgs", "img", "JPEGImages", "data")) {
                folders.add(name.isEmpty() ? base : FileNames.join(base, name));
            }
        }
        folders.add("");
        return folders;
    }

    /// @param name harmless
    Optional<Found> find(String name) {
        Optional<Found> again = lastHit < places.size() ? find(places.get(lastHit), name) : Optional.empty();
        if (again.isPresent()) {
            return again;
        }
        for (int i = 0; i < places.size(); i++) {
            Optional<Found> found = find(places.get(i), name);
            if (found.isPresent()) {
                lastHit = i;
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> find(Place place, String name) {
        return place.finder().find(place.folder(), name).map(file -> new Found(file, place.finder().relative(file), false));
    }

    /// Disregards the folders in the name. Another image may mean the same picture.
    Optional<Found> findByLastName(String name) {
        if (!searched) {
            searched = true;
            Map<String, String> paths = new HashMap<>();
            new FileTree(below.root(), sink).forEach((path, _) -> {
                if (FileNames.isPicture(path)) {
                    paths.merge(FileNames.last(path), path, (_, _) -> "");
                }
            });
            byLastName = paths;
        }
        String path = byLastName.getOrDefault(FileNames.last(SafeName.normalise(name)), "");
        return path.isEmpty() ? Optional.empty() : Optional.of(new Found(below.root().resolve(path), path, true));
    }
}
