package labelwright.textview.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import labelwright.model.Annotation;

/// Takes a few things out of a sorted array and puts a few others in. What stays is moved in blocks, so that a change of one among many
/// thousands costs little more than a copy of the array. Immutable.
final class Splice {
    private final int length;
    /// Places in the old array that go, in rising order.
    private final int[] gone;
    /// Places in the old array before which the new things come, in rising order.
    private final int[] points;
    private final Annotation[] fresh;

    private Splice(int length, int[] gone, int[] points, Annotation[] fresh) {
        this.length = length;
        this.gone = gone;
        this.points = points;
        this.fresh = fresh;
    }

    /// @param sorted holds everything that goes
    /// @param order no two things are the same by it
    static Splice of(Annotation[] sorted, List<Annotation> gone, List<Annotation> fresh, Comparator<Annotation> order) {
        int[] places = gone.stream().mapToInt(each -> Arrays.binarySearch(sorted, each, order)).sorted().toArray();
        Annotation[] added = fresh.toArray(Annotation[]::new);
        Arrays.sort(added, order);
        int[] points = new int[added.length];
        for (int i = 0; i < added.length; i++) {
            int found = Arrays.binarySearch(sorted, added[i], order);
            points[i] = found >= 0 ? found : -found - 1;
        }
        return new Splice(sorted.length - places.length + added.length, places, points, added);
    }

    /// How long the array is afterwards.
    int length() {
        return length;
    }

    /// What is put in, in its order.
    Annotation[] fresh() {
        return fresh;
    }

    /// @param from an array in the order of the sorted one
    /// @param to an array of the same kind that gets the result
    /// @param at where in `to` the result begins
    /// @param added an array of the same kind in the order of [#fresh]
    void copy(Object from, int size, Object to, int at, Object added) {
        int read = 0;
        int written = at;
        int nextGone = 0;
        int nextFresh = 0;
        while (nextGone < gone.length || nextFresh < points.length) {
            int cut = nextGone < gone.length ? gone[nextGone] : Integer.MAX_VALUE;
            int point = nextFresh < points.length ? points[nextFresh] : Integer.MAX_VALUE;
            int until = Math.min(cut, point);
            System.arraycopy(from, read, to, written, until - read);
            written += until - read;
            read = until;
            if (point <= cut) {
                System.arraycopy(added, nextFresh++, to, written++, 1);
            } else {
                read++;
                nextGone++;
            }
        }
        System.arraycopy(from, read, to, written, size - read);
    }
}
