package labelwright.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Choices;
import labelwright.model.Relation;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Compares what was written with what was read back.
public final class TextRoundTrip {

    private TextRoundTrip() {}

    private record Span(String label, Shape shape, Map<String, String> attributes) {}

    private record Link(String type, Span from, Span to, Map<String, String> attributes) {}

    /// Names, splits, texts, spans, relations and answers are the same. Spans that are there twice may come once.
    public static void assertSame(RandomTexts data, Recorder read) {
        assertEquals(data.items.size(), read.texts.size());
        for (SourceItem item : data.items) {
            String name = item.item().name();
            TextRecord text = read.texts.get(name);
            assertEquals(item.text().text(), text.text(), name);
            assertEquals(item.item().split(), text.split(), name);
            Map<AnnotationId, Span> spans = new HashMap<>();
            List<Span> written = new ArrayList<>();
            for (Annotation each : item.annotations().annotations()) {
                Span span = new Span(data.label(each), each.shape(), each.attributes());
                spans.put(each.id(), span);
                if (!written.contains(span)) {
                    written.add(span);
                }
            }
            Map<String, Span> byKey = new HashMap<>();
            read.regions.get(name).forEach(each -> byKey.put(each.key(), new Span(each.label(), each.shape(), each.attributes())));
            assertEquals(written, read.regions.get(name).stream().map(each -> byKey.get(each.key())).toList(), name);
            List<Link> links = item.annotations().relations().stream().map((Relation each) -> new Link(data.type(each),
                    spans.get(each.from()), spans.get(each.to()), each.attributes())).toList();
            assertEquals(links, read.relations.get(name).stream()
                    .map(each -> new Link(each.type(), byKey.get(each.from()), byKey.get(each.to()), each.attributes())).toList(), name);
            assertEquals(canonical(item.annotations().answers()), canonical(read.answers.getOrDefault(name, Map.of())), name);
        }
    }

    private static Map<String, Object> canonical(Map<String, String> answers) {
        Map<String, Object> canonical = new HashMap<>(answers);
        canonical.computeIfPresent(Questions.LABEL, (_, answer) -> Choices.decode((String) answer));
        return canonical;
    }
}
