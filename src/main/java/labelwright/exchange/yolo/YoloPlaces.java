package labelwright.exchange.yolo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import labelwright.exchange.FileNames;
import labelwright.exchange.Layout;
import labelwright.exchange.SplitWords;
import labelwright.model.Split;

/// Where the label file of a picture may be.
final class YoloPlaces {
    private static final Set<String> PICTURE_FOLDERS = Set.of("images", "imgs", "img", "jpegimages");
    private static final List<String> LABEL_FOLDERS = List.of("labels", "Labels", "annotations", "Annotations", "label", "labelTxt");

    private final Set<String> texts;
    /// Folders of labels with their splits, for pictures that lie in a tree of their own.
    private final Set<String> labelRoots = new LinkedHashSet<>();

    /// @param apart whether the pictures lie in another tree than the labels
    YoloPlaces(Set<String> texts, boolean apart) {
        this.texts = texts;
        if (apart) {
            texts.forEach(this::addRoots);
        }
    }

    private void addRoots(String text) {
        List<String> parts = List.of(text.split("/"));
        for (int i = 0; i < Math.min(2, parts.size() - 1); i++) {
            if (LABEL_FOLDERS.contains(parts.get(i)) || SplitWords.of(parts.get(i)).isPresent()) {
                labelRoots.add(String.join("/", parts.subList(0, i + 1)));
            }
        }
    }

    /// The split that the folders of a label file name.
    static Optional<Split> split(String text) {
        return Stream.of(text.split("/")).limit(2).flatMap(part -> SplitWords.of(part).stream()).findFirst();
    }

    Optional<String> find(String picture) {
        String stem = FileNames.stem(picture) + ".txt";
        List<String> parts = List.of(stem.split("/"));
        List<String> candidates = new ArrayList<>();
        for (int i = parts.size() - 2; i >= 0; i--) {
            if (PICTURE_FOLDERS.contains(parts.get(i).toLowerCase(Locale.ROOT))) {
                for (String folder : LABEL_FOLDERS) {
                    List<String> swapped = new ArrayList<>(parts);
                    swapped.set(i, folder);
                    candidates.add(String.join("/", swapped));
                }
            }
        }
        candidates.add(stem);
        String name = FileNames.stem(Layout.of(picture).name()) + ".txt";
        for (String folder : LABEL_FOLDERS) {
            candidates.add(folder + "/" + stem);
            candidates.add(folder + "/" + name);
        }
        labelRoots.forEach(root -> candidates.add(root + "/" + stem));
        return candidates.stream().filter(candidate -> texts.contains(candidate) && !YoloClasses.isClassList(candidate)).findFirst();
    }
}
