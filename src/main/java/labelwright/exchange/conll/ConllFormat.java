package labelwright.exchange.conll;

import java.util.EnumSet;
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
import labelwright.exchange.TagRuns;
import labelwright.geometry.ShapeKind;
import labelwright.model.ProjectKind;

/// CoNLL columns of tokens and tags.
public final class ConllFormat implements DatasetFormat {
    private static final int LIKELY = 75;
    private static final int MOST_TRIED = 20;
    private static final int LINES = 200;

    @Override
    public String id() {
        return "conll";
    }

    @Override
    public String displayName() {
        return "CoNLL (tokens with BIO tags)";
    }

    @Override
    public ProjectKind kind() {
        return ProjectKind.TEXT;
    }

    @Override
    public Set<ShapeKind> shapes() {
        return EnumSet.of(ShapeKind.SPAN);
    }

    @Override
    public Set<ReadOption> options() {
        return Set.of(ReadOption.BY, ReadOption.COLUMNS, ReadOption.ENCODING);
    }

    @Override
    public List<String> pieces() {
        return List.of(AS_FILES, "sentence", "document");
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return look.files().stream()
                .filter(file -> look.isSingleFile() || ConllReader.EXTENSIONS.contains(FileNames.extension(file)))
                .limit(MOST_TRIED).filter(file -> isTagged(look.head(file))).findFirst()
                .map(file -> new Detection(this, LIKELY, file + " holds a token with its tag on each line"));
    }

    /// Whether nearly all lines end with a tag and some of them with the beginning of a span.
    private static boolean isTagged(String head) {
        List<String> lines = head.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("-DOCSTART-")).limit(LINES)
                .toList();
        List<String> tags = lines.stream().map(line -> line.split("\\s+")).filter(cells -> cells.length > 1 && cells.length < 8)
                .map(cells -> cells[cells.length - 1]).filter(tag -> TagRuns.hasPrefix(tag) || tag.equals("O")).toList();
        return !lines.isEmpty() && tags.size() * 10L >= lines.size() * 9L && lines.size() > 1;
    }

    @Override
    public DatasetReader reader() {
        return new ConllReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new ConllWriter());
    }
}
