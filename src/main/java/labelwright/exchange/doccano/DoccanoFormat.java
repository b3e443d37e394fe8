package labelwright.exchange.doccano;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Detection;
import labelwright.exchange.FileNames;
import labelwright.exchange.FolderLook;
import labelwright.exchange.JsonRecords;
import labelwright.exchange.ReadOption;
import labelwright.geometry.ShapeKind;
import labelwright.model.ProjectKind;

/// doccano.
public final class DoccanoFormat implements DatasetFormat {
    private static final int LIKELY = 82;
    private static final int MOST_TRIED = 20;

    @Override
    public String id() {
        return "doccano";
    }

    @Override
    public String displayName() {
        return "doccano";
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
        return Set.of(ReadOption.COLUMNS, ReadOption.OFFSETS, ReadOption.ENCODING);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return look.files().stream().filter(file -> DoccanoReader.EXTENSIONS.contains(FileNames.extension(file))).limit(MOST_TRIED)
                .filter(file -> JsonRecords.first(look.head(file)).filter(DoccanoFormat::isRecord).isPresent()).findFirst()
                .map(file -> new Detection(this, LIKELY, file + " holds texts with their labels"));
    }

    private static boolean isRecord(ObjectNode record) {
        boolean hasText = record.path("text").isTextual() || record.path("data").isTextual();
        return hasText && DoccanoRecord.hasLabels(record) && !record.has("_input_hash") && !record.has("answer") && !record.has("shapes");
    }

    @Override
    public DatasetReader reader() {
        return new DoccanoReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new DoccanoWriter());
    }
}
