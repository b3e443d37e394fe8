package labelwright.exchange.labelstudio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.FileNames;
import labelwright.exchange.ItemNames;
import labelwright.exchange.Labels;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RelationTypes;
import labelwright.exchange.Repeats;
import labelwright.exchange.SafeName;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TextRecord;
import labelwright.exchange.XmlElement;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

/// Reads tasks about texts, one text a task.
final class LabelStudioTextReader implements DatasetReader {
    /// Where a task has its text when nothing says it, the likeliest first.
    static final List<String> FIELDS = List.of("text", "content", "document", "sentence", "review", "article", "body", "html");
    private static final Pattern MARKUP = Pattern.compile("(?s)\\s*<(!DOCTYPE|html|body|div|p|h\\d|table|span)\\b.*>.*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        new Reading(sink).read(request);
    }

    private static final class Reading {
        private final RecordSink sink;
        private final ReadProblems problems;
        private final Repeats repeats;
        private final Labels labels;
        private final RelationTypes types;
        private final LabelStudioQuestions questions;
        private final ItemNames names = new ItemNames();
        private String field = "";
        private long unnamed;

        Reading(RecordSink sink) {
            this.sink = sink;
            this.problems = new ReadProblems(sink);
            this.repeats = new Repeats(sink);
            this.labels = new Labels(sink);
            this.types = new RelationTypes(sink);
            this.questions = new LabelStudioQuestions(sink, repeats);
        }

        void read(ReadRequest request) {
            LabelStudioTasks.read(request, sink, repeats, this::declare, this::task);
        }

        private void declare(XmlElement element) {
            if (element.name().equals(LabelStudioQuestions.CHOICES) || element.name().equals(LabelStudioQuestions.TAXONOMY)) {
                questions.declare(element);
                return;
            }
            element.attribute("value").ifPresent(value -> {
                switch (element.name()) {
                    case "Label" -> labels.declare(value);
                    case "Relation" -> types.declare(value);
                    default -> field = value.replaceFirst("^\\$", "");
                }
            });
        }

        private void task(String file, String where, String id, JsonNode task) {
            sink.progress(0, 0);
            JsonNode data = LabelStudioTasks.data(task);
            Optional<String> text = text(data);
            if (text.isEmpty()) {
                problems.skipped(where, "The task has no text.");
                return;
            }
            if (MARKUP.matcher(text.get()).lookingAt() || data.has("html")) {
                repeats.report(Action.REPAIRED, () -> where, "The text is HTML; it was taken as it is written, with its marks.");
            }
            String said = data.path("name").asText("");
            String numbered = FileNames.stem(file) + "/" + id.replaceAll("[^\\p{L}\\p{N}_-]", "_") + ".txt";
            String fallback = SafeName.danger(numbered).isEmpty() ? numbered : "%s/task %d.txt".formatted(FileNames.stem(file), ++unnamed);
            Optional<String> danger = SafeName.danger(said);
            String name = names.claim(danger.isEmpty() ? SafeName.normalise(said) : fallback, fallback);
            danger.filter(_ -> !said.isEmpty()).ifPresent(why -> problems.renamed(where, said, why, name));
            Split split = SplitWords.of(data.path("split").asText("")).orElse(Split.NONE);
            TextRecord record = new TextRecord(name, name, text.get(), split);
            sink.text(record);
            results(where, LabelStudioTasks.chosen(where, task, repeats), record, data.has("name") && data.has("split"));
        }

        private Optional<String> text(JsonNode data) {
            if (!field.isEmpty() && data.path(field).isTextual()) {
                return Optional.of(data.path(field).asText());
            }
            for (String candidate : FIELDS) {
                if (data.path(candidate).isTextual()) {
                    return Optional.of(data.path(candidate).asText());
                }
            }
            String longest = "";
            for (JsonNode value : data) {
                boolean isText = value.isTextual() && value.asText().length() > longest.length()
                        && !FileNames.isPicture(value.asText().replaceFirst("\\?.*", ""));
                longest = isText ? value.asText() : longest;
            }
            return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
        }

        private void results(String where, JsonNode annotation, TextRecord text, boolean isOwn) {
            Map<String, LabelStudioSpan> regions = new LinkedHashMap<>();
            List<JsonNode> said = new ArrayList<>();
            List<JsonNode> relations = new ArrayList<>();
            int number = 0;
            for (JsonNode result : annotation.path("result")) {
                number++;
                String id = result.path("id").asText("number " + number);
                if (LabelStudioRelations.isRelation(result)) {
                    relations.add(result);
                } else if (LabelStudioSpan.isPlaced(result.path("value"))) {
                    regions.computeIfAbsent(id, _ -> new LabelStudioSpan(id, result)).add(result);
                } else if (regions.containsKey(id)) {
                    regions.get(id).add(result);
                } else {
                    said.add(result);
                }
            }
            Map<String, String> answers = questions.answers(where, said, isOwn);
            if (!answers.isEmpty()) {
                sink.answers(text.key(), answers);
            }
            new LabelStudioRelations(sink, types).read(where, relations, text.key(),
                    new LabelStudioSpans(where, text, sink, labels).read(List.copyOf(regions.values())));
        }
    }
}
