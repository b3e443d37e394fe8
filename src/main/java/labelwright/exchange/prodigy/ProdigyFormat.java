package labelwright.exchange.prodigy;

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

/// Prodigy, and the training JSON of spaCy.
public final class ProdigyFormat implements DatasetFormat {
    private static final int CERTAIN = 90;
    private static final int MOST_TRIED = 20;

    @Override
    public String id() {
        return "prodigy";
    }

    @Override
    public String displayName() {
        return "Prodigy, spaCy JSON";
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
        return Set.of(ReadOption.OFFSETS, ReadOption.ENCODING);
    }

    @Override
    public Optional<Detection> recognise(FolderLook look) {
        return look.files().stream().filter(file -> ProdigyReader.EXTENSIONS.contains(FileNames.extension(file))).limit(MOST_TRIED)
                .filter(file -> isOurs(look.head(file))).findFirst()
                .map(file -> new Detection(this, CERTAIN, file + " holds texts as Prodigy or spaCy write them"));
    }

    private static boolean isOurs(String head) {
        Optional<ObjectNode> first = JsonRecords.first(head);
        if (first.isEmpty()) {
            String start = head.substring(0, Math.min(2000, head.length())).replaceAll("\\s", "");
            return (start.startsWith("[{") && start.contains("\"paragraphs\":["))
                    || (start.startsWith("[[\"") && start.contains("\"entities\":[["));
        }
        ObjectNode record = first.get();
        boolean isTask = record.path("text").isTextual()
                && (record.path("spans").isArray() || record.has("_input_hash") || record.has("answer")
                        || record.path("options").isArray() || record.path("tokens").isArray());
        return isTask || (record.path("paragraphs").isArray() && record.path("paragraphs").path(0).has("sentences"));
    }

    @Override
    public DatasetReader reader() {
        return new ProdigyReader();
    }

    @Override
    public Optional<DatasetWriter> writer() {
        return Optional.of(new ProdigyWriter());
    }
}
