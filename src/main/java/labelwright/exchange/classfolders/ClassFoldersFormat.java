package labelwright.exchange.classfolders;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FileNames;
import labelwright.exchange.FolderLook;
import labelwright.geometry.ShapeKind;

/// Folders named after classes.
public final class ClassFoldersFormat implements DatasetFormat {
    static final String QUESTION = "class";
    private static final int BY_FOLDERS = 40;

    @Override
    public String id() {
        return "class-folders";
    }

    @Override
    public String displayName() {
        return "Class folders (YOLO classification, ImageNet)";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return Set.of();
    }

    @Override
    public boolean hasAnswers() {
        return true;
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        Set<String> classes = new HashSet<>();
        for (String file : look.files()) {
            if (FileNames.isPicture(file)) {
                ClassPlace place = ClassPlace.of(file);
                if (!place.isBelowSplit() || place.label().isEmpty()) {
                    return Optional.empty();
                }
                classes.add(place.label());
            }
        }
        return classes.size() < 2
                ? Optional.empty()
                : Optional.of(new Detection(this, BY_FOLDERS, "the pictures lie in %,d folders of classes".formatted(classes.size())));
    }

    @Override
    public DatasetReader reader() {
        return new ClassFoldersReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new ClassFoldersWriter());
    }
}
