package labelwright.exchange.masks;

import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;

/// Folders of label pictures.
public final class MasksFormat implements DatasetFormat {
    private static final int LIKELY = 60;

    @Override
    public String id() {
        return "masks";
    }

    @Override
    public String displayName() {
        return "Label pictures (PNG masks)";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return Set.of(ShapeKind.MASK);
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ORIENTATION);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        MaskPairs pairs = MaskPairs.of(look.files());
        return pairs.masks().entrySet().stream().findFirst()
                .map(pair -> new Detection(this, LIKELY, "%s is the label picture of %s".formatted(pair.getValue(), pair.getKey())));
    }

    @Override
    public DatasetReader reader() {
        return new MasksReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new MasksWriter());
    }
}
