package labelwright.exchange.brat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FileNames;
import labelwright.exchange.FolderLook;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;
import labelwright.model.ProjectKind;

/// brat standoff.
public final class BratFormat implements DatasetFormat {
    private static final int CERTAIN = 96;
    private static final int MOST_ENTRIES = 10_000;

    @Override
    public String id() {
        return "brat";
    }

    @Override
    public String displayName() {
        return "brat standoff";
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
        List<String> files = look.isSingleFile() && FileNames.extension(look.files().getFirst()).equals("zip")
                ? entries(look)
                : look.files();
        Set<String> all = Set.copyOf(files);
        return files.stream().filter(file -> FileNames.extension(file).equals(BratReader.ANNOTATIONS))
                .filter(file -> (look.isSingleFile() && files.size() == 1) || all.contains(FileNames.stem(file) + "." + BratReader.TEXT))
                .findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " holds annotations of a text beside it"));
    }

    private static List<String> entries(FolderLook look) {
        try (ZipFile archive = new ZipFile(look.root().toFile())) {
            return archive.stream().limit(MOST_ENTRIES).map(entry -> entry.getName()).distinct().toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    @Override
    public DatasetReader reader() {
        return new BratReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new BratWriter());
    }
}
