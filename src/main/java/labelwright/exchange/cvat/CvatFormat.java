package labelwright.exchange.cvat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;

/// CVAT for images 1.1.
public final class CvatFormat implements DatasetFormat {
    private static final int CERTAIN = 92;
    private static final int MOST_TRIED = 20;

    @Override
    public String id() {
        return "cvat";
    }

    @Override
    public String displayName() {
        return "CVAT for images 1.1";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return EnumSet.allOf(ShapeKind.class);
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ORIENTATION);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return look.withExtension("xml").stream().limit(MOST_TRIED).filter(file -> look.head(file).contains("<annotations")).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " is an annotation file of CVAT"));
    }

    @Override
    public DatasetReader reader() {
        return new CvatReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new CvatWriter());
    }
}
