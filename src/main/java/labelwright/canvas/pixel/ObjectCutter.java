package labelwright.canvas.pixel;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import labelwright.geometry.Bounds;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.MaskPieces;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;

/// Cuts the object in a box out of its surroundings, after Rother, Kolmogorov and Blake (2004): colours inside and outside are each described
/// by a mixture of Gaussians, the cheapest cut of the pixel grid says which pixel is which, and both are repeated until little changes.
///
/// The rounds work on a grid of some ten thousand cells; then the edge alone is cut again in whole pixels.
public final class ObjectCutter {
    private static final double GAMMA = 50;
    private static final double FIXED = 100;
    private static final double MOST_COST = 90;
    private static final double SCALE = 64;
    private static final int ROUNDS = 6;
    private static final double SETTLED = 0.002;
    private static final int COARSE_CELLS = 40_000;
    private static final int FINE_CELLS = 4_000_000;
    private static final double MARGIN = 0.3;
    private static final int LEAST_MARGIN = 12;
    /// Pieces below this part of the largest one go, holes below this part of the object are filled.
    private static final double SPECK = 0.04;
    private static final double HOLE = 0.005;
    /// 0 is for cells about which nothing is known.
    private static final byte OBJECT = 1;
    private static final byte SURROUNDINGS = 2;

    private final PixelImage picture;
    private final Hints hints;
    private final BooleanSupplier cancelled;

    /// What a person said.
    ///
    /// @param box around the whole object, in picture pixels
    /// @param object pixels that belong to it for sure
    /// @param surroundings pixels that do not belong to it for sure
    public record Hints(Bounds box, Spans object, Spans surroundings) {}

    private ObjectCutter(PixelImage picture, Hints hints, BooleanSupplier cancelled) {
        this.picture = picture;
        this.hints = hints;
        this.cancelled = cancelled;
    }

    /// The pixels of the object; none when it was cancelled, or when everything in the box looks like what is around it.
    ///
    /// @param cancelled asked between rounds
    public static Spans cut(PixelImage picture, Hints hints, BooleanSupplier cancelled) {
        return new ObjectCutter(picture, hints, cancelled).cut();
    }

    /// The box with as much around it as is looked at, in whole pixels; it may reach beyond the picture.
    public static Bounds surroundings(Bounds box) {
        Bounds wide = box.grow(Math.max(LEAST_MARGIN, MARGIN * Math.max(box.width(), box.height())));
        double left = Math.floor(wide.x());
        double top = Math.floor(wide.y());
        return new Bounds(left, top, Math.ceil(wide.maxX()) - left, Math.ceil(wide.maxY()) - top);
    }

    private Spans cut() {
        Bounds box = hints.box;
        Bounds all = new Bounds(0, 0, picture.width(), picture.height());
        Optional<Bounds> crop = surroundings(box).intersection(all);
        if (crop.isEmpty() || box.width() < 1 || box.height() < 1) {
            return Spans.NONE;
        }
        int left = (int) Math.floor(crop.get().x());
        int top = (int) Math.floor(crop.get().y());
        int columns = (int) Math.ceil(crop.get().maxX()) - left;
        int rows = (int) Math.ceil(crop.get().maxY()) - top;
        int coarse = step(columns, rows, COARSE_CELLS);
        ColourGrid grid = ColourGrid.of(picture, left, top, columns, rows, coarse);
        Rounds rounds = new Rounds(grid, known(grid));
        Spans found = grid.pixels(rounds.run(), picture);
        if (coarse > 1 && !found.isEmpty() && !cancelled.getAsBoolean()) {
            int fine = step(columns, rows, FINE_CELLS);
            ColourGrid finer = ColourGrid.of(picture, left, top, columns, rows, fine);
            found = finer.pixels(rounds.refine(finer, known(finer), finer.cells(found), 2 * coarse / fine + 1), picture);
        }
        return cancelled.getAsBoolean() ? Spans.NONE : tidy(found);
    }

    private static int step(int columns, int rows, int cells) {
        return Math.max(1, (int) Math.ceil(Math.sqrt((double) columns * rows / cells)));
    }

    /// What is sure of each cell. Where the box leaves nothing outside, its rim counts as surroundings.
    private byte[] known(ColourGrid grid) {
        byte[] known = new byte[grid.cells()];
        int outside = 0;
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < grid.width(); x++) {
                double centreX = grid.left() + (x + 0.5) * grid.step();
                double centreY = grid.top() + (y + 0.5) * grid.step();
                Bounds box = hints.box;
                boolean inside = centreX >= box.x() && centreX < box.maxX() && centreY >= box.y() && centreY < box.maxY();
                if (!inside) {
                    known[y * grid.width() + x] = SURROUNDINGS;
                    outside++;
                }
            }
        }
        if (outside < grid.cells() / 100) {
            for (int y = 0; y < grid.height(); y++) {
                for (int x = 0; x < grid.width(); x++) {
                    if (x == 0 || y == 0 || x == grid.width() - 1 || y == grid.height() - 1) {
                        known[y * grid.width() + x] = SURROUNDINGS;
                    }
                }
            }
        }
        mark(grid, hints.surroundings, known, SURROUNDINGS);
        mark(grid, hints.object, known, OBJECT);
        return known;
    }

    private static void mark(ColourGrid grid, Spans pixels, byte[] known, byte as) {
        grid.cells(pixels).forEach((y, from, to) -> Arrays.fill(known, y * grid.width() + from, y * grid.width() + to, as));
    }

    private Spans tidy(Spans found) {
        if (found.isEmpty()) {
            return found;
        }
        long largest = MaskPieces.of(found).getFirst().area();
        Spans kept = Spans.NONE;
        for (Spans piece : MaskPieces.of(found)) {
            if (piece.area() >= SPECK * largest || MaskAlgebra.overlap(piece, hints.object)) {
                kept = MaskAlgebra.union(kept, piece);
            }
        }
        Spans filled = MaskPieces.fillHoles(kept, (long) (HOLE * kept.area()));
        return MaskAlgebra.union(MaskAlgebra.subtract(filled, hints.surroundings), hints.object);
    }

    /// The colour models and cuts of one grid.
    private final class Rounds {
        private final ColourGrid grid;
        private final byte[] known;
        private ColourModel inside;
        private ColourModel outside;
        private Spans object;

        Rounds(ColourGrid grid, byte[] known) {
            this.grid = grid;
            this.known = known;
            MaskBitmap first = new MaskBitmap(0, 0, grid.width(), grid.height());
            for (int i = 0; i < known.length; i++) {
                if (known[i] != SURROUNDINGS) {
                    first.fill(i / grid.width(), i % grid.width(), i % grid.width() + 1);
                }
            }
            object = first.spans();
            int[] colours = new int[grid.cells()];
            inside = ColourModel.of(colours, Math.max(1, colours(Side.IN, colours)));
            outside = ColourModel.of(colours, Math.max(1, colours(Side.OUT, colours)));
        }

        Spans run() {
            Spans box = object;
            for (int round = 0; round < ROUNDS && !cancelled.getAsBoolean(); round++) {
                Spans next = cut(grid, known, box, object);
                long changed = MaskAlgebra.subtract(next, object).area() + MaskAlgebra.subtract(object, next).area();
                object = next;
                if (object.isEmpty() || changed <= SETTLED * box.area()) {
                    break;
                }
                int[] colours = new int[grid.cells()];
                inside = inside.learn(colours, colours(Side.IN, colours));
                outside = outside.learn(colours, colours(Side.OUT, colours));
            }
            return object;
        }

        /// Cuts a finer grid anew within `radius` cells of the edge.
        Spans refine(ColourGrid finer, byte[] sure, Spans rough, int radius) {
            Spans band = MaskAlgebra.subtract(MaskAlgebra.grow(rough, radius), MaskAlgebra.shrink(rough, radius))
                    .clip(finer.width(), finer.height());
            Spans cut = cut(finer, sure, band, rough);
            return MaskAlgebra.union(MaskAlgebra.subtract(rough, band), cut);
        }

        /// @param open the cells to decide on
        /// @param now what counts as object outside of these
        /// @return those of the open cells that belong to the object
        private Spans cut(ColourGrid of, byte[] sure, Spans open, Spans now) {
            int[] places = new int[(int) open.area()];
            int[] nodeAt = new int[of.cells()];
            Arrays.fill(nodeAt, MaxFlow.NOBODY);
            int[] count = {0};
            open.forEach((y, from, to) -> {
                for (int x = from; x < to; x++) {
                    nodeAt[y * of.width() + x] = count[0];
                    places[count[0]++] = y * of.width() + x;
                }
            });
            MaskBitmap object = new MaskBitmap(0, 0, of.width(), of.height());
            object.fill(now);
            MaxFlow net = net(of, sure, object, places, nodeAt);
            net.solve();
            MaskBitmap result = new MaskBitmap(0, 0, of.width(), of.height());
            for (int node = 0; node < places.length; node++) {
                if (net.isWithSource(node)) {
                    int x = places[node] % of.width();
                    result.fill(places[node] / of.width(), x, x + 1);
                }
            }
            return result.spans();
        }

        private MaxFlow net(ColourGrid of, byte[] sure, MaskBitmap object, int[] places, int[] nodeAt) {
            MaxFlow net = new MaxFlow(neighbours(of, places, nodeAt));
            double beta = 1 / (2 * of.contrast());
            for (int node = 0; node < places.length; node++) {
                int place = places[node];
                connectColour(net, node, of.rgb(place), sure[place]);
                for (int side = 0; side < MaxFlow.SIDES; side++) {
                    int x = place % of.width() + MaxFlow.dx(side);
                    int y = place / of.width() + MaxFlow.dy(side);
                    if (x < 0 || y < 0 || x >= of.width() || y >= of.height()) {
                        continue;
                    }
                    int other = y * of.width() + x;
                    if (nodeAt[other] != MaxFlow.NOBODY && side < MaxFlow.SIDES / 2) {
                        continue;
                    }
                    int bond = bond(of, place, other, side, beta);
                    if (nodeAt[other] != MaxFlow.NOBODY) {
                        net.connect(node, side, bond);
                    } else if (object.get(x, y)) {
                        net.connectTerminals(node, bond, 0);
                    } else {
                        net.connectTerminals(node, 0, bond);
                    }
                }
            }
            return net;
        }

        private int[] neighbours(ColourGrid of, int[] places, int[] nodeAt) {
            int[] neighbours = new int[places.length * MaxFlow.SIDES];
            for (int node = 0; node < places.length; node++) {
                for (int side = 0; side < MaxFlow.SIDES; side++) {
                    int x = places[node] % of.width() + MaxFlow.dx(side);
                    int y = places[node] / of.width() + MaxFlow.dy(side);
                    boolean there = x >= 0 && y >= 0 && x < of.width() && y < of.height();
                    neighbours[node * MaxFlow.SIDES + side] = there ? nodeAt[y * of.width() + x] : MaxFlow.NOBODY;
                }
            }
            return neighbours;
        }

        private void connectColour(MaxFlow net, int node, int rgb, byte sure) {
            switch (sure) {
                case OBJECT -> net.connectTerminals(node, (int) (FIXED * GAMMA * SCALE), 0);
                case SURROUNDINGS -> net.connectTerminals(node, 0, (int) (FIXED * GAMMA * SCALE));
                default -> {
                    double asObject = inside.cost(rgb);
                    double asSurroundings = outside.cost(rgb);
                    double least = Math.min(asObject, asSurroundings);
                    net.connectTerminals(node, (int) (SCALE * Math.min(asSurroundings - least, MOST_COST)),
                            (int) (SCALE * Math.min(asObject - least, MOST_COST)));
                }
            }
        }

        private static int bond(ColourGrid of, int a, int b, int side, double beta) {
            boolean diagonal = MaxFlow.dx(side) != 0 && MaxFlow.dy(side) != 0;
            double strength = GAMMA * Math.exp(-beta * ColourModel.squared(of.rgb(a), of.rgb(b)));
            return (int) (SCALE * (diagonal ? strength / Math.sqrt(2) : strength));
        }

        private enum Side {
            IN, OUT
        }

        /// Puts the colours of one side at the start of `out`; a lone one when it has none.
        ///
        /// @return how many
        private int colours(Side side, int[] out) {
            MaskBitmap in = new MaskBitmap(0, 0, grid.width(), grid.height());
            in.fill(object);
            int count = 0;
            for (int i = 0; i < grid.cells(); i++) {
                boolean isIn = in.get(i % grid.width(), i / grid.width());
                if (isIn == (side == Side.IN)) {
                    out[count++] = grid.rgb(i);
                }
            }
            return count;
        }
    }
}
