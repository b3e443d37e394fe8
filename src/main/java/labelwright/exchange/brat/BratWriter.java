package labelwright.exchange.brat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.FileNames;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationType;

/// Writes `train/a.txt` and `train/a.ann` and so on, and the configuration that shows them in brat.
final class BratWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new BratLosses(request.schema()).of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new BratLosses(request.schema()), folder -> new Items(folder, request));
    }

    private static final class Items implements Export.ItemWriter {
        private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

        private final LabelSchema schema;
        private final LabelNumbers numbers;
        private final BratTypes labels;
        private final BratTypes relations;
        private final PictureCopier places;
        private final TargetNames names = new TargetNames(TargetNames.Unique.STEM);
        private final Map<String, Set<String>> values = BratAttributes.noValues();

        Items(Path folder, WriteRequest request) {
            this.schema = request.schema();
            this.numbers = new LabelNumbers(request.labels());
            this.labels = new BratTypes(schema.names());
            this.relations = new BratTypes(schema.relations().stream().map(RelationType::name).toList());
            this.places = new PictureCopier(folder, request.pictures());
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String path = SplitWords.word(source.item().split()) + "/" + names.claim(BratLosses.target(source.item()));
            Files.write(places.place(path), source.text().text().getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder();
            lines(source).forEach(line -> text.append(line).append('\n'));
            Files.writeString(places.place(FileNames.stem(path) + "." + BratReader.ANNOTATIONS), text.toString());
        }

        private List<String> lines(SourceItem source) {
            List<String> lines = new ArrayList<>();
            BratAttributes attributes = new BratAttributes(values);
            Map<AnnotationId, String> ids = new HashMap<>();
            for (Annotation annotation : source.annotations().annotations()) {
                if (annotation.shape() instanceof TextSpan span) {
                    String id = "T" + (ids.size() + 1);
                    ids.put(annotation.id(), id);
                    String place = span.fragments().stream().map(range -> range.start() + " " + range.end())
                            .collect(Collectors.joining(";"));
                    lines.add("%s\t%s %s\t%s".formatted(id, labels.of(numbers.name(annotation.label())), place,
                            BREAKS.matcher(span.covered()).replaceAll(" ")));
                    attributes.add(id, annotation.attributes());
                }
            }
            int number = 0;
            for (Relation relation : source.annotations().relations()) {
                String from = ids.get(relation.from());
                String to = ids.get(relation.to());
                if (from != null && to != null) {
                    String id = "R" + ++number;
                    lines.add(line(id, relation, from, to, attributes));
                }
            }
            lines.addAll(attributes.lines());
            return lines;
        }

        private String line(String id, Relation relation, String from, String to, BratAttributes attributes) {
            String name = schema.findRelation(relation.type()).map(RelationType::name).orElseThrow();
            if (name.equals(BratDocument.EQUIVALENT) && relation.attributes().isEmpty()) {
                return "*\t%s %s %s".formatted(name, from, to);
            }
            Map<String, String> rest = new LinkedHashMap<>(relation.attributes());
            String fromRole = rest.getOrDefault(BratDocument.FROM_ROLE, "");
            String toRole = rest.getOrDefault(BratDocument.TO_ROLE, "");
            boolean hasRoles = BratTypes.isType(fromRole) && BratTypes.isType(toRole);
            if (hasRoles) {
                rest.remove(BratDocument.FROM_ROLE);
                rest.remove(BratDocument.TO_ROLE);
            }
            attributes.add(id, rest);
            return "%s\t%s %s:%s %s:%s".formatted(id, relations.of(name), hasRoles ? fromRole : "Arg1", from, hasRoles ? toRole : "Arg2",
                    to);
        }

        @Override
        public void finish() throws IOException {
            StringBuilder conf = new StringBuilder("[entities]\n\n");
            labels.all().values().forEach(type -> conf.append(type).append('\n'));
            conf.append("\n[relations]\n\n");
            for (RelationType type : schema.relations()) {
                conf.append(relations.of(type.name())).append("\tArg1:<ENTITY>, Arg2:<ENTITY>")
                        .append(type.direction() == RelationType.Direction.MUTUAL ? ", <REL-TYPE>:symmetric" : "").append('\n');
            }
            conf.append("\n[events]\n\n[attributes]\n\n");
            values.forEach((name, known) -> conf.append(name).append("\tArg:<ENTITY>")
                    .append(known.equals(Set.of("1")) ? "" : ", Value:" + String.join("|", known)).append('\n'));
            conf.append('\n');
            names(conf, BratConfig.LABEL, labels);
            names(conf, BratConfig.RELATION, relations);
            Files.writeString(places.place(BratConfig.FILE), conf.toString());
            Files.writeString(places.place("visual.conf"), visual());
        }

        private static void names(StringBuilder conf, String kind, BratTypes types) {
            types.all().forEach((name, type) -> {
                if (!name.equals(type)) {
                    conf.append(String.join(" ", BratConfig.NAME, kind, type, BratEscapes.escape(name))).append('\n');
                }
            });
        }

        private String visual() {
            StringBuilder text = new StringBuilder("[labels]\n\n");
            labels.all().forEach((name, type) -> text.append(type).append(" | ").append(name.replace('|', '/').replaceAll("\\p{Cc}", " "))
                    .append('\n'));
            text.append("\n[drawing]\n\n");
            schema.labels().forEach(label -> text.append(drawing(label)));
            return text.toString();
        }

        private String drawing(LabelClass label) {
            Colour colour = label.colour();
            boolean isDark = colour.red() * 299 + colour.green() * 587 + colour.blue() * 114 < 128_000;
            return "%s\tbgColor:%s, fgColor:%s, borderColor:darken\n".formatted(labels.of(label.name()), colour.toHex(),
                    isDark ? "white" : "black");
        }

        @Override
        public void close() {
            // each file is closed when it is written
        }
    }
}
