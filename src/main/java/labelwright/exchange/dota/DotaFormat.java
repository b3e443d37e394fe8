package labelwright.exchange.dota;

import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;

/// DOTA.
public final class DotaFormat implements DatasetFormat {
    private static final int CERTAIN = 88;
    private static final int MOST_TRIED = 50;

    @Override
    public String id() {
        return "dota";
    }

    @Override
    public String displayName() {
        return "DOTA";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return Set.of(ShapeKind.ROTATED_BOX, ShapeKind.POLYGON);
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ORIENTATION);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return look.withExtension("txt").stream().limit(MOST_TRIED)
                .filter(file -> look.head(file).lines().limit(5).anyMatch(line -> DotaLine.parse(line).isPresent())).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " holds lines of eight coordinates and a class name"));
    }

    @Override
    public DatasetReader reader() {
        return new DotaReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new DotaWriter());
    }
}
