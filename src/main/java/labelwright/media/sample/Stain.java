package labelwright.media.sample;

import java.util.random.RandomGenerator;

/// Lays one cell on the slide with its dyes, inner parts and soft edge.
final class Stain {

    /// beyond this multiple of the outline a cell leaves no trace
    private static final double TRACE = 1.25;

    private final Slide slide;
    private final RandomGenerator random;
    /// half-width of the edge in pixels: how far the cell lies out of focus
    private final double softness;

    Stain(Slide slide, RandomGenerator random) {
        this.slide = slide;
        this.random = random;
        this.softness = random.nextDouble(0.8, 2.2);
    }

    void paint(Placed placed) {
        switch (placed.kind()) {
            case DISC -> disc(placed.body());
            case SPINDLE -> spindle(placed.body());
            case GRANULE -> granule(placed.body());
        }
    }

    /// Thick at the rim, thin in the middle; the hollow lies a little to one side and is filled in some cells.
    private void disc(Body body) {
        double hollow = random.nextDouble() < 0.2 ? random.nextDouble(0.05, 0.2) : random.nextDouble(0.3, 0.82);
        double hollowSize = random.nextDouble(0.4, 0.62);
        double shiftX = 0.12 * body.breadth() * random.nextGaussian();
        double shiftY = 0.12 * body.breadth() * random.nextGaussian();
        layer(body, Dye.ROSE.varied(0.09, random), (x, y) -> {
            double reach = body.reach(x, y);
            double middle = Math.hypot(x - shiftX - body.x(), y - shiftY - body.y()) / (hollowSize * body.breadth());
            double thickness = 1 - hollow * Math.exp(-middle * middle * middle * middle);
            double rim = 0.28 * bump(reach, 0.9, 0.09);
            return edge(body, reach) * (thickness + rim) * (1 + 0.05 * slide.grain().at(x, y, 5)) - halo(reach);
        });
    }

    private void spindle(Body body) {
        layer(body, Dye.LAVENDER.varied(0.12, random), (x, y) -> {
            double reach = body.reach(x, y);
            double texture = 1 + 0.22 * slide.grain().at(x, y, 4) + 0.15 * slide.grain().at(y, x, 11);
            return edge(body, reach) * (0.75 + 0.35 * bump(reach, 0.92, 0.1)) * texture - halo(reach);
        });
        double off = random.nextDouble(-0.12, 0.12);
        if (random.nextDouble() < 0.3) {
            double apart = random.nextDouble(0.22, 0.3);
            nucleus(body.inner(0.19, off - apart, random.nextDouble(0.75, 1)));
            nucleus(body.inner(0.19, off + apart, random.nextDouble(0.75, 1)));
        } else {
            nucleus(body.inner(random.nextDouble(0.27, 0.36), off, random.nextDouble(0.5, 0.7)));
        }
    }

    private void nucleus(Body body) {
        double spotX = body.x() + 0.35 * body.breadth() * random.nextGaussian();
        double spotY = body.y() + 0.35 * body.breadth() * random.nextGaussian();
        layer(body, Dye.VIOLET.varied(0.12, random), (x, y) -> {
            double reach = body.reach(x, y);
            double chromatin = 0.8 + 0.35 * slide.grain().at(x, y, 3.5) + 0.15 * slide.grain().at(y, x, 8);
            double spot = 0.5 * Math.exp(-((x - spotX) * (x - spotX) + (y - spotY) * (y - spotY)) / 9);
            return edge(body, reach) * (chromatin + spot + 0.2 * bump(reach, 0.92, 0.08));
        });
    }

    private void granule(Body body) {
        layer(body, Dye.INDIGO.varied(0.15, random), (x, y) -> {
            double reach = body.reach(x, y);
            double dots = 0.85 + 0.4 * slide.grain().at(x, y, 2.6);
            return edge(body, reach) * dots * (1 - 0.35 * reach) - 1.5 * halo(reach);
        });
    }

    private void layer(Body body, Dye dye, Slide.Matter matter) {
        slide.add(body.x(), body.y(), TRACE * body.extent() + 2 * softness, dye, matter);
    }

    /// 1 inside, 0 outside, half on the outline.
    private double edge(Body body, double reach) {
        double blur = softness / body.breadth();
        double t = Math.clamp((1 + blur - reach) / (2 * blur), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// The faint bright line around things that bend light.
    private static double halo(double reach) {
        return reach > TRACE ? 0 : 0.07 * bump(reach, 1.1, 0.05);
    }

    private static double bump(double reach, double at, double width) {
        double t = (reach - at) / width;
        return t * t > 16 ? 0 : Math.exp(-t * t);
    }
}
