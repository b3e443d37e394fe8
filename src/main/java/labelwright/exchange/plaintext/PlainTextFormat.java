package labelwright.exchange.plaintext;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FileNames;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;
import labelwright.model.ProjectKind;

/// Plain texts.
public final class PlainTextFormat implements DatasetFormat {
    private static final int LAST_RESORT = 5;
    private static final Set<String> ENDINGS = Set.of("txt", "text", "md", "markdown", "rst", "log");

    @Override
    public String id() {
        return "text";
    }

    @Override
    public String displayName() {
        return "Plain text";
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
        return Set.of(ReadOption.BY, ReadOption.ENCODING);
    }

    @Override
    public List<String> pieces() {
        return List.of("file", "line", "paragraph");
    }

    static boolean isText(String name) {
        return ENDINGS.contains(FileNames.extension(name));
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        List<String> texts = look.files().stream().filter(PlainTextFormat::isText).toList();
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Detection(this, LAST_RESORT,
                        texts.size() == 1 ? "there is a text file" : "there are %,d text files".formatted(texts.size())));
    }

    @Override
    public DatasetReader reader() {
        return new PlainTextReader(TextPiece.FILE);
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new PlainTextWriter(TextPiece.FILE));
    }
}
