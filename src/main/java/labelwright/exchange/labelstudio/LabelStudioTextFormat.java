package labelwright.exchange.labelstudio;

import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;
import labelwright.model.ProjectKind;

/// Label Studio's projects of texts.
public final class LabelStudioTextFormat implements DatasetFormat {
    private static final int CERTAIN = 98;

    @Override
    public String id() {
        return "label-studio-text";
    }

    @Override
    public String displayName() {
        return "Label Studio (texts)";
    }

    @Override
    public Set<ShapeKind> shapes() {
        return Set.of(ShapeKind.SPAN);
    }

    @Override
    public ProjectKind kind() {
        return ProjectKind.TEXT;
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ENCODING);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return LabelStudioFormat.taskFiles(look).filter(file -> LabelStudioFormat.isOfTexts(look.head(file))).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " lists tasks about texts"));
    }

    @Override
    public DatasetReader reader() {
        return new LabelStudioTextReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new LabelStudioTextWriter());
    }
}
