package labelwright.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Overlap;
import labelwright.geometry.Shape;
import labelwright.geometry.SpatialIndex;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.AnswerSuggestion;
import labelwright.model.Origin;
import labelwright.model.Relation;
import labelwright.model.RelationTypeId;

/// What another person answered: open is where it differs from one's own answer. Regions are paired one to one where they lie at the same place: spans
/// with the same fragments, areas that have at least [#SAME_PLACE] of their union in common, lines and points that are equal; of several the ones with
/// the same label and then the greatest overlap. Remembers what it compared, so that an edit costs what it changed.
final class PersonAnswer implements OtherAnswer {
    static final double SAME_PLACE = 0.8;

    private final AnnotationSet said;
    private final SpatialIndex<Integer> places = new SpatialIndex<>();
    private IdentityHashMap<Shape, List<Near>> near = new IdentityHashMap<>();
    private @Nullable AnnotationSet compared;
    private Map<AnnotationId, Annotation> pairs = Map.of();

    /// @param index of the other person's annotation
    /// @param overlap intersection over union
    private record Near(int index, double overlap) {}

    private record Pair(Annotation own, Annotation theirs, double overlap) {
        boolean isSameLabel() {
            return own.label().equals(theirs.label());
        }
    }

    private record Link(RelationTypeId type, AnnotationId from, AnnotationId to) {}

    PersonAnswer(AnnotationSet said) {
        this.said = said;
        for (int i = 0; i < said.annotations().size(); i++) {
            places.put(i, said.annotations().get(i).shape().bounds());
        }
    }

    @Override
    public AnnotationSet said() {
        return said;
    }

    /// Pairs the two answers; later calls with the same one cost nothing. Takes longest the first time.
    @SuppressWarnings("ReferenceEquality") // the same object, so that asking again costs nothing
    Map<AnnotationId, Annotation> pairs(AnnotationSet own) {
        if (own != compared) {
            pairs = pair(own);
            compared = own;
        }
        return pairs;
    }

    Agreement agreement(AnnotationSet own) {
        Map<AnnotationId, Annotation> found = pairs(own);
        int same = 0;
        for (Annotation theirs : said.annotations()) {
            Annotation mine = found.get(theirs.id());
            same += mine != null && isSame(mine, theirs) ? 1 : 0;
        }
        return new Agreement(same, found.size() - same, said.annotations().size() - found.size(), own.annotations().size() - found.size());
    }

    @Override
    public List<Annotation> regions(AnnotationSet own) {
        Map<AnnotationId, Annotation> found = pairs(own);
        return said.annotations().stream().filter(theirs -> {
            Annotation mine = found.get(theirs.id());
            return (mine == null || !isSame(mine, theirs)) && !own.refused().contains(theirs.id());
        }).sorted(Comparator.comparingDouble((Annotation theirs) -> theirs.shape().bounds().y())
                .thenComparingDouble(theirs -> theirs.shape().bounds().x())).toList();
    }

    @Override
    public List<AnswerSuggestion> answers(AnnotationSet own) {
        return said.answers().entrySet().stream().map(answer -> new AnswerSuggestion(author(), answer.getKey(), answer.getValue()))
                .filter(answer -> !answer.value().equals(own.answers().get(answer.question())) && !own.refused().contains(answer.id()))
                .sorted(Comparator.comparing(AnswerSuggestion::question)).toList();
    }

    @Override
    public Map<AnnotationId, AnnotationId> counterparts(AnnotationSet own) {
        Map<AnnotationId, AnnotationId> ids = new HashMap<>();
        pairs(own).forEach((theirs, mine) -> ids.put(theirs, mine.id()));
        return ids;
    }

    @Override
    public List<Relation> missing(AnnotationSet own) {
        if (said.relations().isEmpty()) {
            return List.of();
        }
        Map<AnnotationId, Annotation> found = pairs(own);
        Set<Link> links = new HashSet<>();
        own.relations().forEach(relation -> links.add(new Link(relation.type(), relation.from(), relation.to())));
        return said.relations().stream().filter(relation -> {
            Annotation from = found.get(relation.from());
            Annotation to = found.get(relation.to());
            return from != null && to != null && !links.contains(new Link(relation.type(), from.id(), to.id()));
        }).toList();
    }

    /// A copy is as its original was: drawn, imported, or suggested by a model and taken.
    @Override
    public Origin ofCopy(long number, Origin origin) {
        return origin;
    }

    private static boolean isSame(Annotation mine, Annotation theirs) {
        return mine.label().equals(theirs.label()) && mine.attributes().equals(theirs.attributes());
    }

    /// By the ids of the other person's annotations one's own at the same place.
    private Map<AnnotationId, Annotation> pair(AnnotationSet own) {
        IdentityHashMap<Shape, List<Near>> current = new IdentityHashMap<>();
        int[] wanted = new int[said.annotations().size()];
        for (Annotation mine : own.annotations()) {
            List<Near> found = near.get(mine.shape());
            List<Near> kept = found == null ? near(mine.shape()) : found;
            current.put(mine.shape(), kept);
            kept.forEach(one -> wanted[one.index]++);
        }
        near = current;
        Map<AnnotationId, Annotation> paired = new HashMap<>();
        List<Pair> disputed = new ArrayList<>();
        for (Annotation mine : own.annotations()) {
            for (Near one : Objects.requireNonNull(current.get(mine.shape()))) {
                disputed.add(new Pair(mine, said.annotations().get(one.index), one.overlap));
            }
        }
        settle(disputed, wanted, paired);
        return paired;
    }

    /// Those between which nobody has to choose need no order.
    private void settle(List<Pair> pairs, int[] wanted, Map<AnnotationId, Annotation> paired) {
        boolean choice = false;
        for (int count : wanted) {
            choice |= count > 1;
        }
        Set<AnnotationId> used = new HashSet<>();
        if (choice || pairs.size() > pairs.stream().map(pair -> pair.own.id()).distinct().count()) {
            pairs.sort(Comparator.comparing(Pair::isSameLabel).thenComparingDouble(Pair::overlap).reversed());
        }
        for (Pair pair : pairs) {
            if (!paired.containsKey(pair.theirs.id()) && used.add(pair.own.id())) {
                paired.put(pair.theirs.id(), pair.own);
            }
        }
    }

    private List<Near> near(Shape shape) {
        List<Near> found = new ArrayList<>();
        for (int index : places.touching(shape.bounds())) {
            Shape theirs = said.annotations().get(index).shape();
            double overlap = theirs.equals(shape) ? 1 : Overlap.iou(shape, theirs);
            if (overlap >= SAME_PLACE) {
                found.add(new Near(index, overlap));
            }
        }
        return List.copyOf(found);
    }
}
