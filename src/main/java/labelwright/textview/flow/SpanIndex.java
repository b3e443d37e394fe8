package labelwright.textview.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationList;

/// The spans of a text by their place: which lie in a stretch, which comes next. Answers in the logarithm of their number and what it finds.
/// Regions that are no spans are left out. Immutable; a changed list is compared with the last one, so that a change of one span costs no
/// new sorting.
public final class SpanIndex {
    public static final SpanIndex EMPTY = new SpanIndex(List.of(), new Annotation[0], new Annotation[0], new int[0], new int[2], List.of());

    private static final Comparator<Annotation> BY_PLACE = Comparator.comparing((Annotation each) -> extent(each))
            .thenComparing(Annotation::id);
    private static final Comparator<Annotation> BY_ID = Comparator.comparing(Annotation::id);

    private final List<Annotation> source;
    /// By place.
    private final Annotation[] spans;
    /// The same by their ids.
    private final Annotation[] byId;
    private final int[] starts;
    /// The furthest end in each stretch of `spans`: a tree with the whole at 1 and the halves of `i` at `2i` and `2i + 1`.
    private final int[] furthest;
    private final int leaves;
    private final List<TextRange> changes;

    /// @param furthest with its leaves in place
    private SpanIndex(List<Annotation> source, Annotation[] spans, Annotation[] byId, int[] starts, int[] furthest,
            List<TextRange> changes) {
        this.source = source;
        this.spans = spans;
        this.byId = byId;
        this.starts = starts;
        this.furthest = furthest;
        this.changes = changes;
        leaves = furthest.length / 2;
        for (int i = leaves - 1; i > 0; i--) {
            furthest[i] = Math.max(furthest[2 * i], furthest[2 * i + 1]);
        }
    }

    /// From the first to the last code point of a span.
    ///
    /// @throws ClassCastException for a region that is no span
    public static TextRange extent(Annotation span) {
        return ((TextSpan) span.shape()).extent();
    }

    /// An index of other annotations, most of which are the same objects as in this one.
    public SpanIndex with(List<Annotation> next) {
        int same = AnnotationList.commonHead(source, next);
        int tail = AnnotationList.commonTail(source, next, same);
        List<Annotation> gone = spansOf(source.subList(same, source.size() - tail));
        List<Annotation> fresh = spansOf(next.subList(same, next.size() - tail));
        if (gone.isEmpty() && fresh.isEmpty() && source.size() == next.size()) {
            return this;
        }
        return changed(next, gone, fresh);
    }

    private SpanIndex changed(List<Annotation> next, List<Annotation> gone, List<Annotation> fresh) {
        Splice places = Splice.of(spans, gone, fresh, BY_PLACE);
        Annotation[] sorted = new Annotation[places.length()];
        places.copy(spans, spans.length, sorted, 0, places.fresh());
        int[] from = new int[sorted.length];
        places.copy(starts, starts.length, from, 0, Arrays.stream(places.fresh()).mapToInt(each -> extent(each).start()).toArray());
        int room = Math.max(1, Integer.highestOneBit(Math.max(1, sorted.length * 2 - 1)));
        int[] ends = new int[room * 2];
        int[] old = Arrays.copyOfRange(furthest, leaves, leaves + spans.length);
        places.copy(old, old.length, ends, room, Arrays.stream(places.fresh()).mapToInt(each -> extent(each).end()).toArray());
        Splice ids = Splice.of(byId, gone, fresh, BY_ID);
        Annotation[] known = new Annotation[ids.length()];
        ids.copy(byId, byId.length, known, 0, ids.fresh());
        return new SpanIndex(next, sorted, known, from, ends, changes(gone, fresh));
    }

    /// Where this index differs from the one that it was made of.
    public List<TextRange> changes() {
        return changes;
    }

    private static List<TextRange> changes(List<Annotation> gone, List<Annotation> fresh) {
        Set<Annotation> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        moved.addAll(gone);
        fresh.forEach(each -> {
            if (!moved.remove(each)) {
                moved.add(each);
            }
        });
        return moved.stream().map(SpanIndex::extent).toList();
    }

    private static List<Annotation> spansOf(List<Annotation> annotations) {
        return annotations.stream().filter(each -> each.shape() instanceof TextSpan).toList();
    }

    public int size() {
        return spans.length;
    }

    public Optional<Annotation> find(AnnotationId id) {
        int low = 0;
        int high = byId.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byId[middle].id().compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < byId.length && byId[low].id().equals(id) ? Optional.of(byId[low]) : Optional.empty();
    }

    /// Those whose extent has a code point in the stretch, by place: what contains comes before what is contained.
    public List<Annotation> in(int start, int end) {
        List<Annotation> found = new ArrayList<>();
        int last = firstAt(end);
        collect(1, 0, leaves, start, last, found);
        return found;
    }

    /// Those with a fragment over the code point, the innermost first.
    public List<Annotation> at(int codePoint) {
        return in(codePoint, codePoint + 1).stream()
                .filter(each -> ((TextSpan) each.shape()).fragments().stream().anyMatch(fragment -> fragment.contains(codePoint)))
                .sorted(Comparator.comparingInt((Annotation each) -> ((TextSpan) each.shape()).length()).thenComparing(Annotation::id))
                .toList();
    }

    /// The span behind this one by place.
    public Optional<Annotation> after(Annotation span) {
        int place = Arrays.binarySearch(spans, span, BY_PLACE);
        int next = place >= 0 ? place + 1 : -place - 1;
        return next < spans.length ? Optional.of(spans[next]) : Optional.empty();
    }

    /// The span before this one by place.
    public Optional<Annotation> before(Annotation span) {
        int place = Arrays.binarySearch(spans, span, BY_PLACE);
        int previous = (place >= 0 ? place : -place - 1) - 1;
        return previous >= 0 ? Optional.of(spans[previous]) : Optional.empty();
    }

    /// The first span that begins at or behind a place.
    public Optional<Annotation> from(int codePoint) {
        int place = firstAt(codePoint);
        return place < spans.length ? Optional.of(spans[place]) : Optional.empty();
    }

    /// The last span that begins before a place.
    public Optional<Annotation> until(int codePoint) {
        int place = firstAt(codePoint) - 1;
        return place >= 0 ? Optional.of(spans[place]) : Optional.empty();
    }

    /// How many spans begin before a place.
    private int firstAt(int codePoint) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void collect(int node, int from, int width, int start, int last, List<Annotation> found) {
        if (from >= last || furthest[node] <= start) {
            return;
        }
        if (width == 1) {
            found.add(spans[from]);
            return;
        }
        int half = width / 2;
        collect(2 * node, from, half, start, last, found);
        collect(2 * node + 1, from + half, half, start, last, found);
    }
}
