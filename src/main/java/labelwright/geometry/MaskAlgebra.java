package labelwright.geometry;

/// Sets of pixels put together, cut and made wider or narrower. The plane is endless: whoever needs the result inside a picture clips it.
public final class MaskAlgebra {
    private MaskAlgebra() {}

    /// Which pixels a combination keeps, by whether they are in the one set and in the other.
    private enum Keep {
        EITHER, BOTH, FIRST_ONLY;

        boolean test(boolean inFirst, boolean inSecond) {
            return switch (this) {
                case EITHER -> inFirst || inSecond;
                case BOTH -> inFirst && inSecond;
                case FIRST_ONLY -> inFirst && !inSecond;
            };
        }
    }

    public static Spans union(Spans a, Spans b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : combine(a, b, Keep.EITHER);
    }

    /// What both have.
    public static Spans intersect(Spans a, Spans b) {
        return combine(a, b, Keep.BOTH);
    }

    /// `from` without `taken`.
    public static Spans subtract(Spans from, Spans taken) {
        return taken.isEmpty() ? from : combine(from, taken, Keep.FIRST_ONLY);
    }

    /// Whether any pixel is in both; looks no further than the first.
    public static boolean overlap(Spans a, Spans b) {
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.y(i) != b.y(j)) {
                if (a.y(i) < b.y(j)) {
                    i = a.firstAt(b.y(j));
                } else {
                    j = b.firstAt(a.y(i));
                }
            } else if (a.from(i) < b.to(j) && b.from(j) < a.to(i)) {
                return true;
            } else if (a.to(i) <= b.from(j)) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    private static Spans combine(Spans a, Spans b, Keep keep) {
        Spans.Builder out = new Spans.Builder();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            int y = Math.min(i < a.size() ? a.y(i) : Integer.MAX_VALUE, j < b.size() ? b.y(j) : Integer.MAX_VALUE);
            int iEnd = endOfRow(a, i, y);
            int jEnd = endOfRow(b, j, y);
            row(a, i, iEnd, b, j, jEnd, keep, out);
            i = iEnd;
            j = jEnd;
        }
        return out.build();
    }

    private static int endOfRow(Spans spans, int run, int y) {
        int end = run;
        while (end < spans.size() && spans.y(end) == y) {
            end++;
        }
        return end;
    }

    /// Goes through the ends of the runs of one row from left to right. An even number of a run stands for its start.
    private static void row(Spans a, int i, int iEnd, Spans b, int j, int jEnd, Keep keep, Spans.Builder out) {
        int y = i < iEnd ? a.y(i) : b.y(j);
        int nextA = 2 * i;
        int nextB = 2 * j;
        int from = 0;
        boolean on = false;
        while (nextA < 2 * iEnd || nextB < 2 * jEnd) {
            int xA = nextA < 2 * iEnd ? end(a, nextA) : Integer.MAX_VALUE;
            int xB = nextB < 2 * jEnd ? end(b, nextB) : Integer.MAX_VALUE;
            int x = Math.min(xA, xB);
            nextA += xA == x ? 1 : 0;
            nextB += xB == x ? 1 : 0;
            boolean now = keep.test(nextA % 2 == 1, nextB % 2 == 1);
            if (now && !on) {
                from = x;
            } else if (on && !now) {
                out.add(y, from, x);
            }
            on = now;
        }
    }

    private static int end(Spans spans, int number) {
        return number % 2 == 0 ? spans.from(number / 2) : spans.to(number / 2);
    }

    /// Every pixel whose centre is at most `radius` pixels from that of a pixel of the set (dilation by a disc).
    public static Spans grow(Spans spans, int radius) {
        if (radius <= 0 || spans.isEmpty()) {
            return spans;
        }
        Bounds bounds = new Mask(spans).bounds().grow(radius);
        MaskBitmap grown = bitmap(bounds);
        int[] reach = reach(radius);
        spans.forEach((y, from, to) -> {
            for (int dy = -radius; dy <= radius; dy++) {
                int wider = reach[Math.abs(dy)];
                grown.fill(y + dy, from - wider, to + wider);
            }
        });
        return grown.spans();
    }

    /// The pixels from which everything within `radius` pixels is in the set (erosion by a disc).
    public static Spans shrink(Spans spans, int radius) {
        if (radius <= 0 || spans.isEmpty()) {
            return spans;
        }
        Bounds bounds = new Mask(spans).bounds();
        MaskBitmap shrunk = bitmap(bounds);
        shrunk.fill(spans);
        int[] reach = reach(radius);
        complement(spans, bounds.grow(radius)).forEach((y, from, to) -> {
            for (int dy = -radius; dy <= radius; dy++) {
                int wider = reach[Math.abs(dy)];
                shrunk.clear(y + dy, from - wider, to + wider);
            }
        });
        return shrunk.spans();
    }

    /// Without what is thinner than a disc of this radius: shrunk, then grown.
    public static Spans open(Spans spans, int radius) {
        return grow(shrink(spans, radius), radius);
    }

    /// With gaps filled that are too narrow for a disc of this radius: grown, then shrunk.
    public static Spans close(Spans spans, int radius) {
        return shrink(grow(spans, radius), radius);
    }

    /// The pixels of the rectangle that are not in the set; the rectangle has whole corners.
    static Spans complement(Spans spans, Bounds area) {
        int left = (int) area.x();
        int right = (int) area.maxX();
        Spans.Builder all = new Spans.Builder();
        for (int y = (int) area.y(); y < area.maxY(); y++) {
            all.add(y, left, right);
        }
        return combine(all.build(), spans, Keep.FIRST_ONLY);
    }

    private static MaskBitmap bitmap(Bounds bounds) {
        return new MaskBitmap((int) bounds.x(), (int) bounds.y(), (int) bounds.width(), (int) bounds.height());
    }

    /// How far a disc reaches to the side, by rows away from its centre.
    private static int[] reach(int radius) {
        int[] reach = new int[radius + 1];
        for (int dy = 0; dy <= radius; dy++) {
            reach[dy] = (int) Math.sqrt((double) radius * radius - (double) dy * dy);
        }
        return reach;
    }
}
