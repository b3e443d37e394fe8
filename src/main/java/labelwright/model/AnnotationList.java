package labelwright.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// Annotations in drawing order. Immutable; a changed list shares with the one before all that is the same, so that a change among 100,000
/// costs what it costs among a few hundred, and so does finding out what changed.
public final class AnnotationList extends AbstractList<Annotation> implements RandomAccess {
    /// How long a chunk is at first.
    private static final int USUAL = 256;
    private static final int MOST = 2 * USUAL;
    /// From this part of the list on it is cheaper to make a new one than to change one place after the other.
    private static final int MANY = 64;
    private static final AnnotationList EMPTY = new AnnotationList(new Chunk[0]);

    private final Chunk[] chunks;
    /// Where each chunk begins, and after the last one the size.
    private final int[] starts;

    private AnnotationList(Chunk[] chunks) {
        this.chunks = chunks;
        this.starts = new int[chunks.length + 1];
        for (int i = 0; i < chunks.length; i++) {
            starts[i + 1] = starts[i] + chunks[i].held.length;
        }
    }

    /// Neighbours, with what is asked of them most.
    private static final class Chunk {
        private final Annotation[] held;
        private final long[] ids;
        private final long least;
        private final long most;
        /// Found out when it is asked for the first time; two threads may do so at once and find the same.
        private @Nullable Set<LabelId> labels;

        Chunk(Annotation[] held) {
            this.held = held;
            ids = new long[held.length];
            long lowest = Long.MAX_VALUE;
            long highest = Long.MIN_VALUE;
            for (int i = 0; i < held.length; i++) {
                ids[i] = held[i].id().value();
                lowest = Math.min(lowest, ids[i]);
                highest = Math.max(highest, ids[i]);
            }
            least = lowest;
            most = highest;
        }

        int indexOf(long id) {
            if (id >= least && id <= most) {
                for (int i = 0; i < ids.length; i++) {
                    if (ids[i] == id) {
                        return i;
                    }
                }
            }
            return -1;
        }

        Set<LabelId> labels() {
            Set<LabelId> known = labels;
            if (known == null) {
                Set<LabelId> found = new HashSet<>();
                for (Annotation annotation : held) {
                    found.add(annotation.label());
                }
                known = Set.copyOf(found);
                labels = known;
            }
            return known;
        }
    }

    /// The same annotations; the list itself when it is one of this kind.
    public static AnnotationList of(List<Annotation> annotations) {
        if (annotations instanceof AnnotationList list) {
            return list;
        }
        return annotations.isEmpty() ? EMPTY : new AnnotationList(cut(annotations.toArray(Annotation[]::new)));
    }

    private static Chunk[] cut(Annotation[] all) {
        Chunk[] chunks = new Chunk[(all.length + USUAL - 1) / USUAL];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new Chunk(Arrays.copyOfRange(all, i * USUAL, Math.min(all.length, (i + 1) * USUAL)));
        }
        return chunks;
    }

    @Override
    public int size() {
        return starts[chunks.length];
    }

    @Override
    public Annotation get(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        int chunk = chunkOf(index);
        return chunks[chunk].held[index - starts[chunk]];
    }

    private int chunkOf(int index) {
        if (chunks.length == 1) {
            return 0;
        }
        int found = Arrays.binarySearch(starts, 0, chunks.length, index);
        return found >= 0 ? found : -found - 2;
    }

    /// Where the annotation with this id is; -1 when there is none. Looks only into chunks whose ids reach from below to above it.
    public int indexOf(AnnotationId id) {
        for (int i = 0; i < chunks.length; i++) {
            int found = chunks[i].indexOf(id.value());
            if (found >= 0) {
                return starts[i] + found;
            }
        }
        return -1;
    }

    /// The highest id in it; 0 when it is empty.
    public long highestId() {
        long highest = 0;
        for (Chunk chunk : chunks) {
            highest = Math.max(highest, chunk.most);
        }
        return highest;
    }

    /// The labels that the annotations carry.
    public Set<LabelId> labels() {
        Set<LabelId> all = new HashSet<>();
        for (Chunk chunk : chunks) {
            all.addAll(chunk.labels());
        }
        return all;
    }

    /// With another annotation in this place.
    public AnnotationList replaced(int index, Annotation next) {
        int chunk = chunkOf(index);
        Annotation[] held = chunks[chunk].held.clone();
        held[index - starts[chunk]] = next;
        return with(chunk, chunk + 1, new Chunk(held));
    }

    /// With one more, which has this index afterwards.
    /// @throws IndexOutOfBoundsException when there would be a gap before it
    public AnnotationList inserted(int index, Annotation fresh) {
        if (index < 0 || index > size()) {
            throw new IndexOutOfBoundsException(index);
        }
        if (chunks.length == 0) {
            return new AnnotationList(new Chunk[] {new Chunk(new Annotation[] {fresh})});
        }
        int chunk = chunkOf(Math.min(index, size() - 1));
        Annotation[] held = chunks[chunk].held;
        int place = index - starts[chunk];
        Annotation[] longer = Arrays.copyOf(held, held.length + 1);
        System.arraycopy(held, place, longer, place + 1, held.length - place);
        longer[place] = fresh;
        return longer.length <= MOST ? with(chunk, chunk + 1, new Chunk(longer)) : with(chunk, chunk + 1, cut(longer));
    }

    /// Without the annotation that has this index.
    public AnnotationList removed(int index) {
        int chunk = chunkOf(index);
        Annotation[] held = chunks[chunk].held;
        if (held.length == 1) {
            return with(chunk, chunk + 1);
        }
        int place = index - starts[chunk];
        Annotation[] shorter = Arrays.copyOf(held, held.length - 1);
        System.arraycopy(held, place + 1, shorter, place, shorter.length - place);
        return with(chunk, chunk + 1, new Chunk(shorter));
    }

    /// Whether so many changes at once are better made in a list of another kind that becomes one of this kind again.
    public boolean isMuch(int changes) {
        return changes > Math.max(1, size() / MANY);
    }

    private AnnotationList with(int from, int to, Chunk... instead) {
        Chunk[] next = new Chunk[chunks.length - (to - from) + instead.length];
        System.arraycopy(chunks, 0, next, 0, from);
        System.arraycopy(instead, 0, next, from, instead.length);
        System.arraycopy(chunks, to, next, from + instead.length, chunks.length - to);
        return next.length == 0 ? EMPTY : new AnnotationList(next);
    }

    /// How many annotations at the beginning of both lists are equal.
    public static int commonHead(List<Annotation> a, List<Annotation> b) {
        int shorter = Math.min(a.size(), b.size());
        int head = 0;
        if (a instanceof AnnotationList one && b instanceof AnnotationList other) {
            int chunk = 0;
            while (chunk < one.chunks.length && chunk < other.chunks.length && one.chunks[chunk] == other.chunks[chunk]) {
                chunk++;
            }
            head = one.starts[chunk];
        }
        while (head < shorter && a.get(head).equals(b.get(head))) {
            head++;
        }
        return head;
    }

    /// How many annotations at the end of both lists are equal, not counting the first `head` ones.
    public static int commonTail(List<Annotation> a, List<Annotation> b, int head) {
        int most = Math.min(a.size(), b.size()) - head;
        int tail = 0;
        if (a instanceof AnnotationList one && b instanceof AnnotationList other) {
            int i = one.chunks.length - 1;
            int j = other.chunks.length - 1;
            while (i >= 0 && j >= 0 && one.chunks[i] == other.chunks[j] && tail + one.chunks[i].held.length <= most) {
                tail += one.chunks[i].held.length;
                i--;
                j--;
            }
        }
        while (tail < most && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        return tail;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof AnnotationList list)) {
            return super.equals(other);
        }
        return this == list || (size() == list.size() && commonHead(this, list) == size());
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public void forEach(Consumer<? super Annotation> action) {
        for (Chunk chunk : chunks) {
            for (Annotation annotation : chunk.held) {
                action.accept(annotation);
            }
        }
    }

    @Override
    public Iterator<Annotation> iterator() {
        return new Iterator<>() {
            private int chunk;
            private int next;

            @Override
            public boolean hasNext() {
                return chunk < chunks.length;
            }

            @Override
            public Annotation next() {
                if (chunk >= chunks.length) {
                    throw new NoSuchElementException();
                }
                Annotation[] held = chunks[chunk].held;
                Annotation found = held[next++];
                if (next == held.length) {
                    chunk++;
                    next = 0;
                }
                return found;
            }
        };
    }

    @Override
    public Spliterator<Annotation> spliterator() {
        return Spliterators.spliterator(iterator(), size(), Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL);
    }
}
