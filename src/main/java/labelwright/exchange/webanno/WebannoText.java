package labelwright.exchange.webanno;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.webanno.TsvRows.Region;
import labelwright.exchange.webanno.TsvRows.Row;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.text.CodePoints;

/// The file of one text.
final class WebannoText {
    private static final String SPAN = "webanno.custom.Span";

    private final LabelNumbers numbers;
    private final LabelSchema schema;
    private final CodePoints text;
    private final NavigableSet<String> features = new TreeSet<>();
    private final NavigableSet<String> relationFeatures = new TreeSet<>();
    private final Map<AnnotationId, Numbered> regions = new LinkedHashMap<>();
    /// By number less one.
    private final List<Numbered> numbered = new ArrayList<>();
    /// The address of the first row of each region, by its number.
    private final Map<Integer, String> addresses = new HashMap<>();
    /// Relations by the region of whose first row they stand.
    private final Map<AnnotationId, List<Relation>> relations = new HashMap<>();

    /// A region with its number in the file, from its first to its last sign that is no blank.
    private record Numbered(int number, Annotation region, TextRange range) {}

    WebannoText(SourceItem source, LabelNumbers numbers, LabelSchema schema) {
        this.numbers = numbers;
        this.schema = schema;
        this.text = CodePoints.of(source.text().text());
        for (Annotation annotation : source.annotations().annotations()) {
            if (annotation.shape() instanceof TextSpan span) {
                number(annotation, span.extent());
            }
        }
        for (Relation relation : source.annotations().relations()) {
            if (regions.containsKey(relation.from()) && regions.containsKey(relation.to())) {
                relations.computeIfAbsent(relation.to(), _ -> new ArrayList<>()).add(relation);
                relation.attributes().keySet().stream().filter(WebannoLosses::isFeature).forEach(relationFeatures::add);
            }
        }
    }

    private void number(Annotation annotation, TextRange extent) {
        int start = extent.start();
        int end = extent.end();
        while (start < end && TsvTokens.isBlank(text.codePointAt(start))) {
            start++;
        }
        while (end > start && TsvTokens.isBlank(text.codePointAt(end - 1))) {
            end--;
        }
        if (start < end) {
            numbered.add(new Numbered(numbered.size() + 1, annotation, new TextRange(start, end)));
            regions.put(annotation.id(), numbered.getLast());
            annotation.attributes().keySet().stream().filter(WebannoLosses::isFeature).forEach(features::add);
        }
    }

    String write() {
        StringBuilder out = new StringBuilder(WebannoReader.FORMAT).append(".3\n");
        out.append("#T_SP=").append(SPAN).append('|').append(WebannoWriter.LABEL);
        features.forEach(name -> out.append('|').append(name));
        if (!relations.isEmpty()) {
            out.append("\n#T_RL=webanno.custom.Relation|").append(WebannoWriter.TYPE);
            relationFeatures.forEach(name -> out.append('|').append(name));
            out.append('|').append(Layer.BASE).append(SPAN);
        }
        out.append("\n\n");
        List<List<TextRange>> sentences = TsvTokens.sentences(text);
        List<List<Row>> rows = new TsvRows(sentences,
                numbered.stream().map(each -> new Region(each.number(), each.range())).toList()).sentences();
        rows.forEach(sentence -> sentence
                .forEach(row -> row.regions().forEach(number -> addresses.putIfAbsent(number, row.address()))));
        if (sentences.isEmpty() && text.length() > 0) {
            out.append('\n').append(TsvSentences.TEXT).append(TsvText.line(text.text())).append('\n');
        }
        for (int i = 0; i < sentences.size(); i++) {
            int start = i == 0 ? 0 : sentences.get(i).getFirst().start();
            int end = i + 1 < sentences.size() ? sentences.get(i + 1).getFirst().start() : text.length();
            out.append('\n').append(TsvSentences.TEXT).append(TsvText.line(text.text(start, end))).append('\n');
            rows.get(i).forEach(row -> row(out, row));
        }
        return out.toString();
    }

    private void row(StringBuilder out, Row row) {
        List<Numbered> here = row.regions().stream().map(number -> numbered.get(number - 1)).toList();
        out.append(row.address()).append('\t').append(text.toUtf16(row.range().start())).append('-')
                .append(text.toUtf16(row.range().end()))
                .append('\t').append(TsvText.cell(text.text(row.range()))).append('\t');
        cell(out, here, each -> value(numbers.name(each.region().label()), each.number()));
        for (String feature : features) {
            cell(out, here, each -> value(each.region().attributes().getOrDefault(feature, ""), each.number()));
        }
        if (!relations.isEmpty()) {
            List<Relation> arrows = here.stream().filter(each -> row.address().equals(addresses.get(each.number())))
                    .flatMap(each -> relations.getOrDefault(each.region().id(), List.of()).stream()).toList();
            cell(out, arrows, each -> value(schema.findRelation(each.type()).map(RelationType::name).orElse(""), 0));
            for (String feature : relationFeatures) {
                cell(out, arrows, each -> value(each.attributes().getOrDefault(feature, ""), 0));
            }
            cell(out, arrows, each -> ends(each));
        }
        out.append('\n');
    }

    private String ends(Relation relation) {
        int from = regionOf(relation.from()).number();
        return "%s[%d_%d]".formatted(addresses.get(from), from, regionOf(relation.to()).number());
    }

    private Numbered regionOf(AnnotationId id) {
        Numbered region = regions.get(id);
        if (region == null) {
            throw new IllegalStateException("The region " + id + " has no number");
        }
        return region;
    }

    private static <T> void cell(StringBuilder out, List<T> all, Function<T, String> value) {
        out.append(all.isEmpty() ? TsvMarks.NONE : String.join("|", all.stream().map(value).toList())).append('\t');
    }

    private static String value(String text, int number) {
        String written = text.isEmpty() ? TsvMarks.UNSET : TsvText.cell(text);
        return number > 0 ? written + "[" + number + "]" : written;
    }
}
