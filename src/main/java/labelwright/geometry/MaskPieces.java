package labelwright.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Connected pieces of a set of pixels, and its holes. As everywhere, pixels of a piece share an edge; pixels of a hole may touch at a
/// corner only.
public final class MaskPieces {
    private MaskPieces() {}

    /// The connected pieces, the largest first.
    public static List<Spans> of(Spans spans) {
        return sorted(split(spans, 0));
    }

    /// What lies wholly inside and is not in the set, the largest first.
    public static List<Spans> holes(Spans spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        Bounds around = new Mask(spans).bounds().grow(1);
        List<Spans> outside = split(MaskAlgebra.complement(spans, around), 1);
        return sorted(outside.subList(1, outside.size()));
    }

    /// With every hole filled that has at most so many pixels.
    public static Spans fillHoles(Spans spans, long most) {
        MaskBitmap filled = bitmap(spans);
        holes(spans).stream().filter(hole -> hole.area() <= most).forEach(filled::fill);
        return filled.spans();
    }

    /// Without the pieces that have at most so many pixels.
    public static Spans removeSpecks(Spans spans, long most) {
        MaskBitmap kept = bitmap(spans);
        of(spans).stream().filter(piece -> piece.area() <= most).forEach(kept::clear);
        return kept.spans();
    }

    private static MaskBitmap bitmap(Spans spans) {
        Bounds bounds = spans.isEmpty() ? new Bounds(0, 0, 0, 0) : new Mask(spans).bounds();
        MaskBitmap bitmap = new MaskBitmap((int) bounds.x(), (int) bounds.y(), (int) bounds.width(), (int) bounds.height());
        bitmap.fill(spans);
        return bitmap;
    }

    private static List<Spans> sorted(List<Spans> pieces) {
        return pieces.stream().sorted(Comparator.comparingLong(Spans::area).reversed()).toList();
    }

    /// The pieces in the order of their first runs.
    ///
    /// @param gap how many columns may lie between runs of neighbouring rows that belong together: 0 when they share an edge, 1 when they
    ///        may touch at a corner
    private static List<Spans> split(Spans spans, int gap) {
        int[] parents = new int[spans.size()];
        int above = 0;
        for (int run = 0; run < parents.length; run++) {
            parents[run] = run;
            int row = spans.y(run);
            while (above < run && (spans.y(above) < row - 1 || (spans.y(above) == row - 1 && spans.to(above) + gap <= spans.from(run)))) {
                above++;
            }
            for (int i = above; i < run && spans.y(i) == row - 1 && spans.from(i) < spans.to(run) + gap; i++) {
                join(parents, i, run);
            }
        }
        int[] numbers = new int[parents.length];
        List<Spans.Builder> builders = new ArrayList<>();
        for (int run = 0; run < parents.length; run++) {
            int root = root(parents, run);
            if (root == run) {
                numbers[run] = builders.size();
                builders.add(new Spans.Builder());
            }
            builders.get(numbers[root]).add(spans.y(run), spans.from(run), spans.to(run));
        }
        return builders.stream().map(Spans.Builder::build).toList();
    }

    /// The smaller number becomes the root, so that a root comes before all of its piece.
    private static void join(int[] parents, int a, int b) {
        int rootA = root(parents, a);
        int rootB = root(parents, b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private static int root(int[] parents, int run) {
        int root = run;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
