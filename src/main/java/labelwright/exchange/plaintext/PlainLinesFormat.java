package labelwright.exchange.plaintext;

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

/// Plain texts, one a line. No file shows that its lines are texts of their own: this format is only chosen by name.
public final class PlainLinesFormat implements DatasetFormat {

    @Override
    public String id() {
        return "text-lines";
    }

    @Override
    public String displayName() {
        return "Plain text, one a line";
    }

    @Override
    public ProjectKind kind() {
        return ProjectKind.TEXT;
    }

    @Override
    public Set<ShapeKind> shapes() {
        return Set.of();
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.ENCODING);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return Optional.empty();
    }

    @Override
    public DatasetReader reader() {
        return new PlainTextReader(TextPiece.LINE);
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new PlainTextWriter(TextPiece.LINE));
    }
}
