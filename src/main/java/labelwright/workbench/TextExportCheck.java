package labelwright.workbench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.TextRecord;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Choices;
import labelwright.model.LabelSchema;
import labelwright.model.Problem;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.model.Split;

/// Reads an export of texts back and compares it with what was exported: the words of the texts, splits, and exactly the same spans,
/// relations and answers. Texts themselves are not kept, only what they hash to.
final class TextExportCheck implements RecordSink {
    private final LabelSchema schema;
    private final Watch watch;
    private final Map<String, Found> found = new HashMap<>();
    private final Map<String, Found> byKey = new HashMap<>();
    private final Map<Difference, Long> counts = new EnumMap<>(Difference.class);
    private final Map<Difference, String> examples = new EnumMap<>(Difference.class);

    /// A span with its label, which tells spans apart.
    private record Span(String label, Shape shape) {}

    private record Link(String type, @Nullable Span from, @Nullable Span to, Map<String, String> attributes) {}

    private record Found(Split split, String hash, Map<Span, List<Map<String, String>>> spans, Map<String, Span> ends,
            Map<Link, Integer> links,
            Map<String, String> answers) {}

    /// What can be different, in words for people.
    private enum Difference {
        ITEM("texts are missing"), EXTRA_ITEM("texts came back that were not exported"), TEXT("texts say something else"), SPLIT(
                "texts are in another split"), SPAN("spans are missing"), EXTRA_SPAN("spans came back that were not exported"), ATTRIBUTES(
                        "spans have other attributes"), RELATION("relations are missing"), EXTRA_RELATION(
                                "relations came back that were not exported"), ANSWER("texts have other answers"), PROBLEM(
                                        "places that the reader could not take as they are");

        private final String words;

        Difference(String words) {
            this.words = words;
        }
    }

    TextExportCheck(LabelSchema schema, Watch watch) {
        this.schema = schema;
        this.watch = watch;
    }

    void read(DatasetFormat format, Path folder) {
        format.reader().read(new ReadRequest(folder, Optional.empty(), _ -> Optional.empty()), this);
    }

    @Override
    public void label(String name) {
        watch.token().throwIfCancelled();
    }

    @Override
    public void item(ItemRecord item) {
        count(Difference.EXTRA_ITEM, item.name(), 1);
    }

    @Override
    public void text(TextRecord text) {
        watch.token().throwIfCancelled();
        Found item = new Found(text.split(), hash(text.text()), new HashMap<>(), new HashMap<>(), new HashMap<>(), new TreeMap<>());
        found.put(text.name(), item);
        byKey.put(text.key(), item);
    }

    @Override
    public void annotation(String itemKey, RegionRecord region) {
        Found item = byKey.get(itemKey);
        if (item != null) {
            Span span = new Span(region.label(), region.shape());
            item.spans.computeIfAbsent(span, _ -> new ArrayList<>()).add(withoutScore(region.attributes()));
            String key = region.key();
            if (key != null) {
                item.ends.put(key, span);
            }
        }
    }

    private static Map<String, String> withoutScore(Map<String, String> attributes) {
        Map<String, String> others = new HashMap<>(attributes);
        others.remove(RegionRecord.SCORE);
        return others;
    }

    @Override
    public void relation(String itemKey, RelationRecord relation) {
        Found item = byKey.get(itemKey);
        if (item != null) {
            item.links.merge(new Link(relation.type(), item.ends.get(relation.from()), item.ends.get(relation.to()),
                    withoutScore(relation.attributes())), 1, Integer::sum);
        }
    }

    @Override
    public void answers(String itemKey, Map<String, String> answers) {
        Found item = byKey.get(itemKey);
        if (item != null) {
            item.answers.putAll(answers);
        }
    }

    @Override
    public void problem(Problem problem) {
        count(Difference.PROBLEM, problem.where() + ": " + problem.what(), 1);
    }

    @Override
    public void progress(long done, long total) {
        watch.token().throwIfCancelled();
        watch.progress().report(done, total, "Reading the export back");
    }

    void compare(SourceItem source) {
        String name = source.item().name();
        Found item = found.remove(name);
        if (item == null) {
            count(Difference.ITEM, name, 1);
            return;
        }
        count(Difference.TEXT, name, item.hash.equals(hash(source.text().text())) ? 0 : 1);
        count(Difference.SPLIT, name, item.split == source.item().split() ? 0 : 1);
        count(Difference.ANSWER, name, canonical(item.answers).equals(canonical(source.annotations().answers())) ? 0 : 1);
        Map<AnnotationId, Span> spans = new HashMap<>();
        for (Annotation annotation : source.annotations().annotations()) {
            Span span = new Span(schema.label(annotation.label()).name(), annotation.shape());
            spans.put(annotation.id(), span);
            compare(name, span, withoutScore(annotation.attributes()), item);
        }
        count(Difference.EXTRA_SPAN, name, item.spans.values().stream().mapToLong(List::size).sum());
        for (Relation relation : source.annotations().relations()) {
            Link link = new Link(schema.findRelation(relation.type()).map(RelationType::name).orElse(""), spans.get(relation.from()),
                    spans.get(relation.to()), withoutScore(relation.attributes()));
            Integer left = item.links.computeIfPresent(link, (_, count) -> count - 1);
            count(Difference.RELATION, name, left == null || left < 0 ? 1 : 0);
        }
        count(Difference.EXTRA_RELATION, name, item.links.values().stream().mapToLong(left -> Math.max(0, left)).sum());
    }

    /// A question of several choices may be answered by one name as it stands, or by a list with one name.
    private Map<String, Object> canonical(Map<String, String> answers) {
        Map<String, Object> canonical = new HashMap<>();
        answers.forEach((question, answer) -> canonical.put(question,
                schema.picture().find(question).filter(definition -> definition.type().isSeveral()).isPresent()
                        ? List.copyOf(Choices.decode(answer))
                        : answer));
        return canonical;
    }

    private void compare(String name, Span span, Map<String, String> attributes, Found item) {
        List<Map<String, String>> there = item.spans.get(span);
        if (there == null || there.isEmpty()) {
            count(Difference.SPAN, name, 1);
        } else if (!there.remove(attributes)) {
            there.removeLast();
            count(Difference.ATTRIBUTES, name, 1);
        }
    }

    /// One line for each kind of difference; call it after everything was compared.
    List<Loss> losses() {
        found.keySet().stream().sorted().forEach(name -> count(Difference.EXTRA_ITEM, name, 1));
        found.clear();
        List<Loss> losses = new ArrayList<>();
        counts.forEach((difference, count) -> losses.add(new Loss("%,d %s".formatted(count, difference.words),
                "found when the export was read back; for example %s".formatted(Objects.requireNonNull(examples.get(difference))))));
        return losses;
    }

    private void count(Difference difference, String example, long more) {
        if (more > 0) {
            counts.merge(difference, more, Long::sum);
            examples.putIfAbsent(difference, example);
        }
    }

    private static String hash(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
