package labelwright.exchange.pictures;

import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FileNames;
import labelwright.exchange.FolderLook;
import labelwright.geometry.ShapeKind;

/// Plain pictures.
public final class PicturesFormat implements DatasetFormat {
    private static final int LAST_RESORT = 10;

    @Override
    public String id() {
        return "pictures";
    }

    @Override
    public String displayName() {
        return "Pictures";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return Set.of();
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        long pictures = look.files().stream().filter(FileNames::isPicture).count();
        return pictures == 0
                ? Optional.empty()
                : Optional.of(new Detection(this, LAST_RESORT,
                        pictures == 1 ? "there is a picture" : "there are %,d pictures".formatted(pictures)));
    }

    @Override
    public DatasetReader reader() {
        return new PicturesReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.empty();
    }
}
