package labelwright.exchange.labelmexml;

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

/// LabelMe of MIT.
public final class LabelmeXmlFormat implements DatasetFormat {
    /// More than Pascal VOC, which begins in the same way.
    private static final int CERTAIN = 93;
    private static final int MOST_TRIED = 20;

    @Override
    public String id() {
        return "labelme-xml";
    }

    @Override
    public String displayName() {
        return "LabelMe XML (MIT)";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return EnumSet.of(ShapeKind.BOX, ShapeKind.POLYGON, ShapeKind.MASK);
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ORIENTATION);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return look.withExtension("xml").stream().limit(MOST_TRIED).filter(file -> isLabelme(look.head(file))).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " describes a picture as the LabelMe of MIT does"));
    }

    private static boolean isLabelme(String head) {
        return head.contains("<annotation") && !head.contains("<annotations") && !head.contains("<bndbox")
                && (head.contains("<imagesize") || head.contains("<deleted>") || head.contains("<pt>"));
    }

    @Override
    public DatasetReader reader() {
        return new LabelmeXmlReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.empty();
    }
}
