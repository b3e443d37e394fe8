package labelwright.exchange.yolo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.FileNames;
import labelwright.exchange.Layout;

/// Where the label file of a picture may be.
final class YoloPlaces {
    private static final Set<String> PICTURE_FOLDERS = Set.of("images", "imgs", "img", "jpegimages");
    private static final List<String> LABEL_FOLDERS = List.of("labels", "Labels", "annotations", "Annotations", "label", "labelTxt");

    private final Set<String> texts;

    YoloPlaces(Set<String> texts) {
        this.texts = texts;
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
        return candidates.stream().filter(candidate -> texts.contains(candidate) && !YoloClasses.isClassList(candidate)).findFirst();
    }
}
