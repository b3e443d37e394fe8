package labelwright.media.sample;

import java.util.random.RandomGenerator;

/// How much of red, green and blue light a dye takes away at density 1.
record Dye(double red, double green, double blue) {

    static final Dye ROSE = new Dye(0.13, 0.46, 0.40);
    static final Dye LAVENDER = new Dye(0.36, 0.40, 0.15);
    static final Dye VIOLET = new Dye(0.86, 1.02, 0.42);
    static final Dye INDIGO = new Dye(0.95, 1.12, 0.62);
    static final Dye GREY = new Dye(1, 1, 1);

    /// The same dye as it comes out in one cell or on one slide.
    Dye varied(double spread, RandomGenerator random) {
        double strength = 1 + spread * random.nextGaussian();
        return new Dye(red * strength * (1 + spread / 3 * random.nextGaussian()),
                green * strength * (1 + spread / 3 * random.nextGaussian()),
                blue * strength * (1 + spread / 3 * random.nextGaussian()));
    }
}
