package labelwright.media.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import labelwright.geometry.Box;
import labelwright.geometry.Polygon;
import labelwright.geometry.Shape;

/// Draws the pictures of the sample workspace: about 20 discs, 4 spindles and 6 granules in each, overlapping, unevenly lit, a little out of
/// focus, with noise and dirt. The same seed and number always give the same picture. Any thread; takes about 50 ms a picture.
public final class CellPictures {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;

    /// less of a cell than this inside the picture is not worth a label
    private static final double LEAST_VISIBLE = 0.25;
    /// an odd number unlike the generator's own step, so that the numbers of one picture never turn up in another
    private static final long SCATTER = 0xD1342543DE82EF95L;

    private final long seed;

    public CellPictures(long seed) {
        this.seed = seed;
    }

    /// Picture number `index`, from 0; there is no last one.
    public CellPicture render(int index) {
        RandomGenerator random = new SplittableRandom(seed ^ Long.rotateLeft((index + 1) * SCATTER, 29));
        Slide slide = new Slide(WIDTH, HEIGHT, random);
        List<Cell> visible = new ArrayList<>();
        for (Placed placed : new Arrangement(WIDTH, HEIGHT, random).place()) {
            new Stain(slide, random).paint(placed);
            visible(placed).ifPresent(visible::add);
        }
        new Dirt(slide, random).scatter();
        return new CellPicture(new Exposure(slide, random).develop(), visible);
    }

    private static Optional<Cell> visible(Placed placed) {
        Polygon fine = placed.body().outline(Body.FINE);
        Polygon coarse = placed.body().outline(points(placed.kind()));
        Optional<Shape> seen = fine.clip(WIDTH, HEIGHT).filter(part -> part.area() >= LEAST_VISIBLE * fine.area());
        return seen.flatMap(part -> coarse.clip(WIDTH, HEIGHT)
                .map(outline -> new Cell(placed.kind(), Box.of(part.bounds()), (Polygon) outline)));
    }

    private static int points(CellKind kind) {
        return switch (kind) {
            case DISC -> 32;
            case SPINDLE -> 48;
            case GRANULE -> 16;
        };
    }
}
