package labelwright.textview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.text.CodePoints;
import labelwright.text.Search;
import labelwright.text.Segmentation;
import labelwright.text.SpanText;

/// A text with spans and relations, made by saying the words they cover.
final class ShownText {
    static final LabelClass PERSON = label(1, "Person");
    static final LabelClass PLACE = label(2, "Place");
    static final LabelClass ORGANISATION = label(3, "Organisation");
    static final LabelClass DATE = label(4, "Date");
    static final RelationType WORKS_FOR = new RelationType(new RelationTypeId(1), "works for", Colour.ofPalette(4),
            RelationType.Direction.DIRECTED);
    static final RelationType SAME_AS = new RelationType(new RelationTypeId(2), "same as", Colour.ofPalette(10),
            RelationType.Direction.MUTUAL);
    static final LabelSchema SCHEMA = new LabelSchema(List.of(PERSON, PLACE, ORGANISATION, DATE))
            .withRelations(List.of(WORKS_FOR, SAME_AS));

    private final AnnotationIds ids = new AnnotationIds(0);
    private final Segmentation cut;
    private final List<Annotation> spans = new ArrayList<>();
    private final List<Annotation> suggestions = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Relation> suggestedRelations = new ArrayList<>();

    ShownText(String text) {
        cut = Segmentation.of(CodePoints.of(text));
    }

    private static LabelClass label(int id, String name) {
        return new LabelClass(new LabelId(id), name, Colour.ofPalette(id - 1), EnumSet.of(ShapeKind.SPAN));
    }

    AnnotationId span(LabelClass label, String... words) {
        List<TextRange> fragments = new ArrayList<>();
        for (String word : words) {
            int from = fragments.isEmpty() ? 0 : fragments.getLast().end();
            fragments.add(Search.all(cut.text(), word, java.util.Set.of()).stream().filter(range -> range.start() >= from).findFirst()
                    .orElseThrow(() -> new AssertionError("no \"" + word + "\" in the text")));
        }
        return span(label, fragments);
    }

    AnnotationId span(LabelClass label, List<TextRange> fragments) {
        Annotation made = new Annotation(ids.next(), label.id(), SpanText.span(cut.text(), fragments), new Origin.Manual(), Map.of());
        spans.add(made);
        return made.id();
    }

    AnnotationId suggest(LabelClass label, double score, String word) {
        TextRange range = Search.all(cut.text(), word, java.util.Set.of()).getFirst();
        Annotation made = new Annotation(ids.next(), label.id(), SpanText.span(cut.text(), range),
                new Origin.Suggested(new ModelId(1), score), Map.of());
        suggestions.add(made);
        return made.id();
    }

    void relate(RelationType type, AnnotationId from, AnnotationId to) {
        relations.add(new Relation(new RelationId(ids.next().value()), type.id(), from, to, new Origin.Manual()));
    }

    void suggestRelation(RelationType type, AnnotationId from, AnnotationId to) {
        suggestedRelations.add(new Relation(new RelationId(ids.next().value()), type.id(), from, to,
                new Origin.Suggested(new ModelId(1), 0.8)));
    }

    AnnotationSet set() {
        return AnnotationSet.empty(new ItemId(1), new Author.Annotator("me")).withAnnotations(spans).withRelations(relations);
    }

    Segmentation cut() {
        return cut;
    }

    AnnotationIds ids() {
        return ids;
    }

    void show(TextSurface surface) {
        surface.showText(cut);
        surface.showAnnotations(set(), SCHEMA);
        surface.showSuggestions(suggestions, suggestedRelations);
    }
}
