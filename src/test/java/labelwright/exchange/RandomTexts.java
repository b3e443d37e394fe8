package labelwright.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.MediaRef;
import labelwright.model.Origin;
import labelwright.model.ProjectId;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.model.Split;
import labelwright.model.TextContent;
import labelwright.model.WorkState;
import labelwright.text.CodePoints;

/// A project of awkward texts with random spans and relations.
public final class RandomTexts implements DatasetSource {
    private static final List<String> NAMES = List.of("a.txt", "b.c.d.txt", "with space.txt", "细胞 文本.txt", "sub/a.txt", "sub/sub two/a.txt",
            "emoji 😀.txt", "it's quoted.txt", "dot.end..txt", "empty.txt", "0001.txt", "Ünïcödé ß.txt");
    private static final List<String> PIECES = List.of("Ms. Haag", " ", "\n", "\r\n", "\t", "plays", "Elianti", ".", ". ", "👩‍👩‍👧‍👦",
            "e\u0301", "👍🏿", "😀",
            "细胞", "北京大学的学生", "。", "مرحبا بالعالم", " ", "שלום", "a", "\u00A0", "\u2028", "\\n", "_", "|", ";", "[1]", "*", "->", "#", "<b>",
            "&amp;", "\"",
            "\n\n", "   ", "ﬁ", "I.", "naïve", "\u200F", "\f", "=", "1,200", "#Text=", "T1\tX 0 1\tx");
    private static final List<String> LABELS = List.of("PER", "白细胞", "two words", "no", "123", "a: b #c", "\"quoted\" & <odd>", "_",
            "a|b;c[1]\\",
            "never used");
    private static final List<String> TYPES = List.of("works_for", "lives in", "关系", "same as", "Equiv", "a: b|c", "unused");

    public final LabelSchema schema;
    public final List<SourceItem> items = new ArrayList<>();

    /// @param seed of everything random
    public RandomTexts(long seed) {
        Random random = new Random(seed);
        List<LabelClass> labels = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            labels.add(new LabelClass(new LabelId(100 + i), LABELS.get(i), Colour.ofPalette(i), Set.of(ShapeKind.SPAN)));
        }
        List<RelationType> types = new ArrayList<>();
        for (int i = 0; i < TYPES.size(); i++) {
            types.add(new RelationType(new RelationTypeId(200 + i), TYPES.get(i), Colour.ofPalette(i),
                    i == 3 || i == 4 ? RelationType.Direction.MUTUAL : RelationType.Direction.DIRECTED));
        }
        schema = new LabelSchema(labels).withRelations(types);
        for (int i = 0; i < NAMES.size(); i++) {
            items.add(item(i, random));
        }
    }

    private SourceItem item(int number, Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = NAMES.get(number).startsWith("empty") ? 0 : 1 + random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        TextContent content = TextContent.of(text.toString());
        Item item = new Item(new ItemId(number), new ProjectId(1), NAMES.get(number),
                MediaRef.referenced(Path.of("/none", NAMES.get(number))),
                Math.max(1, content.length()), content.lines(), Split.values()[number % Split.values().length]);
        List<Annotation> annotations = new ArrayList<>();
        int count = pieces == 0 || number % 5 == 0 ? 0 : random.nextInt(12);
        for (int n = 0; n < count; n++) {
            annotations.add(new Annotation(new AnnotationId(1000L * number + n), new LabelId(100 + random.nextInt(LABELS.size() - 1)),
                    span(content, random), new Origin.Manual(), attributes(random)));
        }
        List<Relation> relations = new ArrayList<>();
        for (int n = 0; count > 1 && n < random.nextInt(10); n++) {
            int from = random.nextInt(count);
            int to = (from + 1 + random.nextInt(count - 1)) % count;
            relations
                    .add(new Relation(new RelationId(5000L + 100L * number + n), new RelationTypeId(200 + random.nextInt(TYPES.size() - 1)),
                            annotations.get(from).id(), annotations.get(to).id(), new Origin.Manual(), attributes(random)));
        }
        AnnotationSet set = new AnnotationSet(item.id(), new Author.Annotator("me"), WorkState.SUBMITTED, annotations, Set.of(),
                answers(random)).withRelations(relations);
        return new SourceItem(item, null, set, content);
    }

    private static TextSpan span(TextContent content, Random random) {
        int length = content.length();
        List<TextRange> ranges = new ArrayList<>();
        int parts = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        for (int i = 0; i < parts; i++) {
            int start = random.nextInt(length);
            ranges.add(new TextRange(start, start + 1 + random.nextInt(Math.min(length - start, 20))));
        }
        return TextSpan.of(content.text(), ranges);
    }

    private static Map<String, String> attributes(Random random) {
        Map<String, String> attributes = new HashMap<>();
        if (random.nextInt(3) == 0) {
            attributes.put("Negation", "1");
        }
        if (random.nextInt(3) == 0) {
            attributes.put("Confidence", "High");
            attributes.put("note", "颜色 & <more> | a;b");
            attributes.put("two words", "line\r\nbreak\tand tab \\ back");
            attributes.put("code", "007");
            attributes.put("under", "_");
            attributes.put("star", "*");
            attributes.put("spaces", "  at both ends ");
        }
        if (random.nextInt(4) == 0) {
            attributes.put("score", "0.875");
        }
        return attributes;
    }

    private static Map<String, String> answers(Random random) {
        return random.nextInt(2) == 0 ? Map.of() : Map.of("topic", "sports & <odd>", "summary", "two\nlines", "tag", "1");
    }

    public RandomTexts withoutAttributes() {
        return change(set -> set.withAnnotations(set.annotations().stream().map(each -> each.withAttributes(Map.of())).toList())
                .withRelations(set.relations().stream().map(each -> each.withAttributes(Map.of())).toList()));
    }

    public RandomTexts withoutAnswers() {
        return change(set -> set.withAnswers(Map.of()));
    }

    /// Every span from its first to its last code point.
    public RandomTexts inOnePiece() {
        items.replaceAll(item -> new SourceItem(item.item(), null, item.annotations().withAnnotations(item.annotations().annotations()
                .stream().map(each -> each.withShape(TextSpan.of(item.text().text(), List.of(((TextSpan) each.shape()).extent()))))
                .toList()), item.text()));
        return this;
    }

    /// Spans without the blanks they begin and end with; those of blanks only are gone, with their relations.
    public RandomTexts withoutBlanksAtTheEnds() {
        items.replaceAll(item -> {
            CodePoints text = CodePoints.of(item.text().text());
            List<Annotation> kept = new ArrayList<>();
            for (Annotation annotation : item.annotations().annotations()) {
                TextRange extent = ((TextSpan) annotation.shape()).extent();
                int[] inside = IntStream.range(extent.start(), extent.end()).filter(at -> !isBlank(text.codePointAt(at))).toArray();
                if (inside.length > 0) {
                    kept.add(annotation.withShape(
                            TextSpan.of(text.text(), List.of(new TextRange(inside[0], inside[inside.length - 1] + 1)))));
                }
            }
            Set<AnnotationId> ids = kept.stream().map(Annotation::id).collect(Collectors.toSet());
            List<Relation> relations = item.annotations().relations().stream()
                    .filter(each -> ids.contains(each.from()) && ids.contains(each.to())).toList();
            return new SourceItem(item.item(), null,
                    item.annotations().withRelations(List.of()).withAnnotations(kept).withRelations(relations),
                    item.text());
        });
        return this;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || Character.isISOControl(codePoint);
    }

    /// Attributes whose names are words of letters and digits only.
    public RandomTexts withPlainNames() {
        return change(
                set -> set.withAnnotations(set.annotations().stream().map(each -> each.withAttributes(plain(each.attributes()))).toList())
                        .withRelations(set.relations().stream().map(each -> each.withAttributes(plain(each.attributes()))).toList()));
    }

    private static Map<String, String> plain(Map<String, String> attributes) {
        Map<String, String> plain = new HashMap<>(attributes);
        plain.keySet().removeIf(name -> !name.matches("[A-Za-z]\\w*"));
        return plain;
    }

    /// Some texts begin with a byte order mark, some are in UTF-16.
    public RandomTexts inSeveralEncodings() {
        for (int i = 0; i < items.size(); i++) {
            SourceItem item = items.get(i);
            String text = item.text().text();
            TextContent content = switch (i % 3) {
                case 0 -> TextContent.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                case 1 -> TextContent.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE);
                default -> item.text();
            };
            items.set(i, new SourceItem(item.item(), null, item.annotations(), content));
        }
        return this;
    }

    private RandomTexts change(UnaryOperator<AnnotationSet> change) {
        items.replaceAll(item -> new SourceItem(item.item(), null, change.apply(item.annotations()), item.text()));
        return this;
    }

    @Override
    public void forEach(Consumer<SourceItem> visitor) {
        items.forEach(visitor);
    }

    public String label(Annotation annotation) {
        return schema.label(annotation.label()).name();
    }

    public String type(Relation relation) {
        return schema.findRelation(relation.type()).orElseThrow().name();
    }
}
