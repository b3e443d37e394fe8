package labelwright.exchange.voc;

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

/// Pascal VOC.
public final class VocFormat implements DatasetFormat {
    private static final int CERTAIN = 90;
    private static final int MOST_TRIED = 20;

    @Override
    public String id() {
        return "voc";
    }

    @Override
    public String displayName() {
        return "Pascal VOC";
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
        return look.withExtension("xml").stream().limit(MOST_TRIED).filter(file -> isVoc(look.head(file))).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " describes a picture and its objects"));
    }

    private static boolean isVoc(String head) {
        return head.contains("<annotation") && !head.contains("<annotations") && (head.contains("<filename") || head.contains("<bndbox"));
    }

    @Override
    public DatasetReader reader() {
        return new VocReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new VocWriter());
    }
}
