package labelwright.media.sample;

import java.util.random.RandomGenerator;

/// What is on every slide and is no cell: dust out of focus, bright beads, a scratch or fibre, stain that did not wash out.
final class Dirt {

    private final Slide slide;
    private final RandomGenerator random;

    Dirt(Slide slide, RandomGenerator random) {
        this.slide = slide;
        this.random = random;
    }

    void scatter() {
        for (int i = random.nextInt(2, 6); i > 0; i--) {
            dust();
        }
        for (int i = random.nextInt(4, 12); i > 0; i--) {
            bead();
        }
        for (int i = random.nextInt(2, 7); i > 0; i--) {
            smear();
        }
        if (random.nextDouble() < 0.35) {
            fibre();
        }
    }

    /// A blurred grey ring.
    private void dust() {
        double x = random.nextDouble(slide.width());
        double y = random.nextDouble(slide.height());
        double radius = random.nextDouble(5, 16);
        double strength = random.nextDouble(0.03, 0.09);
        slide.add(x, y, radius * 2, Dye.GREY, (px, py) -> {
            double t = Math.hypot(px - x, py - y) / radius;
            return strength * (Math.exp(-(t - 1) * (t - 1) * 8) - 0.5 * Math.exp(-t * t * 4));
        });
    }

    /// A tiny lens: a bright point with a dark ring.
    private void bead() {
        double x = random.nextDouble(slide.width());
        double y = random.nextDouble(slide.height());
        double radius = random.nextDouble(1.4, 3.4);
        double strength = random.nextDouble(0.15, 0.55);
        slide.add(x, y, radius * 4, Dye.GREY, (px, py) -> {
            double t = Math.hypot(px - x, py - y) / radius;
            return strength * (Math.exp(-(t - 1.2) * (t - 1.2) * 5) - 0.8 * Math.exp(-t * t * 2));
        });
    }

    private void smear() {
        double x = random.nextDouble(slide.width());
        double y = random.nextDouble(slide.height());
        double radius = random.nextDouble(15, 70);
        double strength = random.nextDouble(0.02, 0.08);
        Dye dye = random.nextBoolean() ? Dye.ROSE : Dye.LAVENDER;
        slide.add(x, y, radius * 2, dye, (px, py) -> {
            double t = Math.hypot(px - x, py - y) / radius;
            return strength * Math.exp(-t * t * 2) * (1 + slide.grain().at(px, py, 14));
        });
    }

    /// A thin bowed line.
    private void fibre() {
        double x = random.nextDouble(slide.width());
        double y = random.nextDouble(slide.height());
        double angle = random.nextDouble(Math.PI);
        double half = random.nextDouble(25, 70);
        double bow = random.nextDouble(-12, 12);
        double strength = random.nextDouble(0.12, 0.3);
        slide.add(x, y, half + 15, Dye.GREY, (px, py) -> {
            double u = (px - x) * Math.cos(angle) + (py - y) * Math.sin(angle);
            double v = (py - y) * Math.cos(angle) - (px - x) * Math.sin(angle) - bow * (u / half) * (u / half);
            return Math.abs(u) > half ? 0 : strength * Math.exp(-v * v) * (1 - u * u / (half * half));
        });
    }
}
