package labelwright.exchange.webanno;

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

/// WebAnno TSV 3, of WebAnno and INCEpTION.
public final class WebannoFormat implements DatasetFormat {
    private static final int CERTAIN = 97;
    private static final int MOST_TRIED = 20;

    @Override
    public String id() {
        return "webanno-tsv";
    }

    @Override
    public String displayName() {
        return "WebAnno TSV 3";
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
        return look.withExtension(WebannoReader.EXTENSION).stream().limit(MOST_TRIED)
                .filter(file -> look.head(file).startsWith(WebannoReader.FORMAT)).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " begins with its version"));
    }

    @Override
    public DatasetReader reader() {
        return new WebannoReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new WebannoWriter());
    }
}
