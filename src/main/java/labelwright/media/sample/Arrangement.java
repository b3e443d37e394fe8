package labelwright.media.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import labelwright.geometry.Point;

/// Decides which cells lie where: they may overlap and touch the border, but not hide each other.
final class Arrangement {

    private static final int TRIES = 60;
    /// how near the middles of two cells may come, as a part of the sum of their radii
    private static final double CROWDING = 0.66;
    private static final double BORDER = 22;
    /// how many of the cells lie against another one
    private static final double SOCIABLE = 0.5;

    private final int width;
    private final int height;
    private final RandomGenerator random;
    private final List<Placed> placed = new ArrayList<>();

    Arrangement(int width, int height, RandomGenerator random) {
        this.width = width;
        this.height = height;
        this.random = random;
    }

    /// From the lowest layer up: discs, spindles, granules.
    List<Placed> place() {
        double size = random.nextDouble(0.92, 1.08);
        repeat(random.nextInt(3, 6), () -> spindle(size));
        repeat(random.nextInt(17, 27), () -> disc(size));
        placed.sort((a, b) -> a.kind().compareTo(b.kind()));
        repeat(random.nextInt(4, 9), () -> granule(size));
        return placed;
    }

    private static void repeat(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }

    private void disc(double size) {
        double radius = size * Math.clamp(31 + 3.2 * random.nextGaussian(), 24, 40);
        double breadth = radius * random.nextDouble(0.82, 1);
        freePlace(radius).ifPresent(centre -> placed
                .add(new Placed(CellKind.DISC, new Body(centre, radius, breadth, new Body.Form(2, 0, 0.025), random))));
    }

    private void spindle(double size) {
        double length = size * random.nextDouble(52, 84);
        double breadth = size * random.nextDouble(17, 25);
        Body.Form form = new Body.Form(random.nextDouble(1.35, 1.75), random.nextDouble(-0.7, 0.7), 0.02);
        freePlace(length * 0.55)
                .ifPresent(centre -> placed.add(new Placed(CellKind.SPINDLE, new Body(centre, length, breadth, form, random))));
    }

    private void granule(double size) {
        double radius = size * random.nextDouble(5.5, 10);
        Body.Form form = new Body.Form(2, 0, 0.06);
        double breadth = radius * random.nextDouble(0.7, 1);
        freePlace(radius).ifPresent(centre -> placed.add(new Placed(CellKind.GRANULE, new Body(centre, radius, breadth, form, random))));
    }

    private Optional<Point> freePlace(double radius) {
        for (int i = 0; i < TRIES; i++) {
            Point centre = random.nextDouble() < SOCIABLE && !placed.isEmpty() ? beside(radius) : anywhere();
            if (placed.stream().allMatch(other -> apart(centre, radius, other))) {
                return Optional.of(centre);
            }
        }
        return Optional.empty();
    }

    private Point anywhere() {
        return new Point(random.nextDouble(-BORDER, width + BORDER), random.nextDouble(-BORDER, height + BORDER));
    }

    /// Touching or overlapping a cell that is already there.
    private Point beside(double radius) {
        Body other = placed.get(random.nextInt(placed.size())).body();
        double distance = (radius + (other.length() + other.breadth()) / 2) * random.nextDouble(CROWDING, 1.02);
        double angle = random.nextDouble(2 * Math.PI);
        return new Point(Math.clamp(other.x() + distance * Math.cos(angle), -BORDER, width + BORDER),
                Math.clamp(other.y() + distance * Math.sin(angle), -BORDER, height + BORDER));
    }

    private static boolean apart(Point centre, double radius, Placed other) {
        double otherRadius = (other.body().length() + other.body().breadth()) / 2;
        return Math.hypot(centre.x() - other.body().x(), centre.y() - other.body().y()) > CROWDING * (radius + otherRadius);
    }
}
