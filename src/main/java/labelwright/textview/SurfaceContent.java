package labelwright.textview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import labelwright.edit.Selection;
import labelwright.geometry.TextRange;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.text.CodePoints;
import labelwright.text.Granularity;
import labelwright.text.Segmentation;
import labelwright.textview.flow.SpanIndex;
import labelwright.textview.gesture.TextScene;

/// What a surface shows at the moment, and what gestures may know of it. Mutable; belongs to the FX thread. Methods that change the look
/// give back where.
final class SurfaceContent implements TextScene {
    private final Supplier<AnnotationId> ids;
    private Segmentation cut = Segmentation.of(CodePoints.of(""));
    private AnnotationSet set = AnnotationSet.empty(new ItemId(0), new Author.Gold());
    private LabelSchema schema = new LabelSchema(List.of());
    private Map<LabelId, LabelClass> labels = Map.of();
    private Map<RelationTypeId, RelationType> types = Map.of();
    private Map<AnnotationId, List<Relation>> relations = Map.of();
    private List<Relation> suggestedRelations = List.of();
    private Map<AnnotationId, List<Relation>> relationsOfSuggestions = Map.of();
    private SpanIndex spans = SpanIndex.EMPTY;
    private SpanIndex suggestions = SpanIndex.EMPTY;
    private Selection selection = Selection.NONE;
    private Selection pointed = Selection.NONE;
    private @Nullable RelationId selectedRelation;
    private Granularity granularity = Granularity.WORD;
    private @Nullable LabelId activeLabel;
    private @Nullable RelationTypeId relationType;
    private Set<AnnotationId> hidden = Set.of();
    private List<TextRange> found = List.of();
    private int currentFound = -1;
    private List<TextRange> proposed = List.of();

    SurfaceContent(Supplier<AnnotationId> ids) {
        this.ids = ids;
    }

    void text(Segmentation next) {
        cut = next;
        spans = SpanIndex.EMPTY;
        suggestions = SpanIndex.EMPTY;
        relations = Map.of();
        suggestedRelations = List.of();
        relationsOfSuggestions = Map.of();
        set = AnnotationSet.empty(new ItemId(0), new Author.Gold());
        selection = Selection.NONE;
        pointed = Selection.NONE;
        selectedRelation = null;
        found = List.of();
        currentFound = -1;
        proposed = List.of();
    }

    List<TextRange> show(AnnotationSet next, LabelSchema nextSchema) {
        List<TextRange> changed = new ArrayList<>();
        if (!nextSchema.equals(schema)) {
            schema = nextSchema;
            labels = new HashMap<>();
            schema.labels().forEach(label -> labels.put(label.id(), label));
            types = new HashMap<>();
            schema.relations().forEach(type -> types.put(type.id(), type));
            changed.addAll(everything());
        }
        SpanIndex before = spans;
        spans = spans.with(visible(next.annotations()));
        changed.addAll(differences(before, spans));
        if (!next.relations().equals(set.relations())) {
            Set<AnnotationId> touched = new HashSet<>();
            Set<Relation> old = new HashSet<>(set.relations());
            Set<Relation> now = new HashSet<>(next.relations());
            old.stream().filter(each -> !now.contains(each)).forEach(each -> touched.addAll(List.of(each.from(), each.to())));
            now.stream().filter(each -> !old.contains(each)).forEach(each -> touched.addAll(List.of(each.from(), each.to())));
            touched.forEach(id -> spans.find(id).ifPresent(span -> changed.add(SpanIndex.extent(span))));
            relations = byEnds(next.relations());
        }
        set = next;
        selection = held(selection);
        if (selectedRelation != null && next.findRelation(selectedRelation).isEmpty()) {
            selectedRelation = null;
        }
        return changed;
    }

    List<TextRange> hidden(Set<AnnotationId> next) {
        hidden = Set.copyOf(next);
        SpanIndex before = spans;
        spans = spans.with(visible(set.annotations()));
        return differences(before, spans);
    }

    List<TextRange> suggest(List<Annotation> next, List<Relation> between) {
        SpanIndex before = suggestions;
        suggestions = suggestions.with(next);
        List<TextRange> changed = new ArrayList<>(differences(before, suggestions));
        if (!between.equals(suggestedRelations)) {
            suggestedRelations = List.copyOf(between);
            Set<AnnotationId> touched = new HashSet<>(relationsOfSuggestions.keySet());
            relationsOfSuggestions = byEnds(between);
            touched.addAll(relationsOfSuggestions.keySet());
            touched.forEach(id -> suggestions.find(id).ifPresent(span -> changed.add(SpanIndex.extent(span))));
        }
        return changed;
    }

    private static Map<AnnotationId, List<Relation>> byEnds(List<Relation> relations) {
        Map<AnnotationId, List<Relation>> byEnds = new HashMap<>();
        for (Relation each : relations) {
            byEnds.computeIfAbsent(each.from(), _ -> new ArrayList<>()).add(each);
            byEnds.computeIfAbsent(each.to(), _ -> new ArrayList<>()).add(each);
        }
        return byEnds;
    }

    void select(Selection next) {
        selection = held(next);
        if (!selection.isEmpty()) {
            selectedRelation = null;
        }
    }

    void point(Selection next) {
        pointed = next;
    }

    void relation(@Nullable RelationId next) {
        selectedRelation = next;
    }

    void granularity(Granularity next) {
        granularity = next;
    }

    void activeLabel(@Nullable LabelId next) {
        activeLabel = next;
    }

    void relationType(@Nullable RelationTypeId next) {
        relationType = next;
    }

    void found(List<TextRange> ranges, int current) {
        found = List.copyOf(ranges);
        currentFound = current;
    }

    void proposed(List<TextRange> ranges) {
        proposed = List.copyOf(ranges);
    }

    List<TextRange> foundRanges() {
        return found;
    }

    int currentFound() {
        return currentFound;
    }

    List<TextRange> proposedRanges() {
        return proposed;
    }

    Selection pointed() {
        return pointed;
    }

    Optional<LabelClass> labelOf(Annotation span) {
        return Optional.ofNullable(labels.get(span.label()));
    }

    Optional<RelationType> typeOf(Relation relation) {
        return Optional.ofNullable(types.get(relation.type()));
    }

    /// Those that begin or end at a span of this layer.
    List<Relation> relationsOf(AnnotationId span, Mark.Layer layer) {
        return switch (layer) {
            case ANNOTATION -> relations.getOrDefault(span, List.of());
            case SUGGESTION -> relationsOfSuggestions.getOrDefault(span, List.of());
        };
    }

    boolean isEmpty() {
        return cut.text().length() == 0;
    }

    @SuppressWarnings("ReferenceEquality") // an index that did not change is the same object
    private static List<TextRange> differences(SpanIndex before, SpanIndex after) {
        return before == after ? List.of() : after.changes();
    }

    private List<TextRange> everything() {
        return isEmpty() ? List.of() : List.of(new TextRange(0, cut.text().length()));
    }

    private List<Annotation> visible(List<Annotation> all) {
        return hidden.isEmpty() ? all : all.stream().filter(each -> !hidden.contains(each.id())).toList();
    }

    private Selection held(Selection wanted) {
        List<AnnotationId> there = wanted.ids().stream().filter(id -> spans.find(id).isPresent()).toList();
        return there.size() == wanted.ids().size() ? wanted : Selection.of(there);
    }

    @Override
    public Segmentation cut() {
        return cut;
    }

    @Override
    public AnnotationSet set() {
        return set;
    }

    @Override
    public LabelSchema schema() {
        return schema;
    }

    @Override
    public SpanIndex spans() {
        return spans;
    }

    @Override
    public SpanIndex suggestions() {
        return suggestions;
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public Optional<RelationId> selectedRelation() {
        return Optional.ofNullable(selectedRelation);
    }

    @Override
    public Granularity granularity() {
        return granularity;
    }

    @Override
    public Optional<LabelId> activeLabel() {
        return Optional.ofNullable(activeLabel);
    }

    @Override
    public Optional<RelationTypeId> relationType() {
        return Optional.ofNullable(relationType);
    }

    @Override
    public AnnotationId newId() {
        return ids.get();
    }
}
