package labelwright.exchange.webanno;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.exchange.Labels;
import labelwright.exchange.OffsetScale;
import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.RelationTypes;
import labelwright.exchange.SpanPlacer;
import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.exchange.TextRecord;
import labelwright.geometry.TextSpan;
import labelwright.model.Split;
import labelwright.text.CodePoints;

/// One file: its text, then its regions and relations.
final class WebannoDocument {
    private final String file;
    private final RecordSink sink;
    private final ReadProblems problems;

    /// @param file named in problems
    WebannoDocument(String file, RecordSink sink) {
        this.file = file;
        this.sink = sink;
        this.problems = new ReadProblems(sink);
    }

    void read(String name, Split split, String content, Labels labels, RelationTypes types) {
        String[] lines = content.split("\r?\n", -1);
        List<Layer> layers = new ArrayList<>();
        int columns = 0;
        int head = 1;
        for (; head < lines.length && !lines[head].startsWith(TsvSentences.TEXT)
                && (lines[head].isBlank() || lines[head].startsWith("#")); head++) {
            Optional<Layer> layer = Layer.parse(lines[head], columns);
            layer.ifPresent(layers::add);
            columns += layer.map(each -> each.columns().size()).orElse(0);
        }
        TsvSentences sentences = new TsvSentences(file, columns, problems);
        for (int i = head; i < lines.length; i++) {
            sentences.take(i + 1, lines[i]);
        }
        sentences.finish();
        TextRecord text = new TextRecord(name, name, sentences.text(), split);
        sink.text(text);
        TsvMarks marks = new TsvMarks(file, layers, sentences.rows(), problems);
        marks.read();
        Map<Mark, String> keys = regions(text, marks, layers.stream().filter(each -> each.kind() == Layer.Kind.SPAN).count() > 1, labels);
        for (TsvMarks.Tie tie : marks.ties()) {
            String from = keys.get(tie.from());
            String to = keys.get(tie.to());
            if (from == null || to == null) {
                problems.refused("%s, line %d".formatted(file, tie.line()), "The relation speaks of a region that was refused.");
            } else {
                types.declare(tie.type());
                sink.relation(name, new RelationRecord(tie.type(), from, to, tie.attributes()));
            }
        }
    }

    private Map<Mark, String> regions(TextRecord text, TsvMarks marks, boolean namesLayers, Labels labels) {
        SpanPlacer placer = new SpanPlacer(CodePoints.of(text.text()), new OffsetScale(Unit.UTF16, 0), sink);
        List<Mark> all = new ArrayList<>(marks.marks());
        if (all.stream().allMatch(mark -> mark.number > 0)) {
            all.sort(Comparator.comparingInt(mark -> mark.number));
        }
        Map<Mark, String> keys = new HashMap<>();
        for (Mark mark : all) {
            Optional<TextSpan> span = placer.place(() -> "%s, line %d".formatted(file, mark.line),
                    List.of(new Stretch(mark.begin, mark.end)), null);
            span.ifPresent(placed -> {
                String key = "r" + (keys.size() + 1);
                keys.put(mark, key);
                if (namesLayers && mark.layer.kind() == Layer.Kind.SPAN) {
                    mark.attributes.putIfAbsent("layer", mark.layer.shortName());
                }
                labels.declare(mark.label());
                sink.annotation(text.key(), RegionRecord.of(mark.label(), placed, mark.attributes).withKey(key));
            });
        }
        return keys;
    }
}
