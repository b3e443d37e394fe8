package labelwright.exchange.labelme;

import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;

/// labelme.
public final class LabelmeFormat implements DatasetFormat {
    private static final int CERTAIN = 93;
    private static final int MOST_TRIED = 20;

    @Override
    public String id() {
        return "labelme";
    }

    @Override
    public String displayName() {
        return "labelme";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return ShapeKind.OF_PICTURES;
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ORIENTATION);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return look.withExtension("json").stream().limit(MOST_TRIED).filter(file -> {
            String head = look.head(file);
            return head.contains("\"shapes\"") && (head.contains("\"imagePath\"") || head.contains("\"shape_type\""));
        }).findFirst().map(file -> new Detection(this, CERTAIN, file + " holds the shapes of one picture"));
    }

    @Override
    public DatasetReader reader() {
        return new LabelmeReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new LabelmeWriter());
    }
}
