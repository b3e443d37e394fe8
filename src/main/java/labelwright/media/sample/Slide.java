package labelwright.media.sample;

import java.util.random.RandomGenerator;

/// What lies on the microscope slide: the optical density at each pixel for red, green and blue light (natural logarithm; 0 lets all light
/// through, below 0 gathers light as a tiny lens does). Densities of things lying over each other add up.
final class Slide {

    static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final float[] density;
    private final Grain grain;

    Slide(int width, int height, RandomGenerator random) {
        this.width = width;
        this.height = height;
        this.density = new float[width * height * CHANNELS];
        this.grain = new Grain(random.nextInt());
    }

    /// How dense something is at a place, 0 for nothing.
    @FunctionalInterface
    interface Matter {
        double at(double x, double y);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float density(int index) {
        return density[index];
    }

    Grain grain() {
        return grain;
    }

    /// Adds matter of one colour within `reach` pixels of a place.
    void add(double centreX, double centreY, double reach, Dye dye, Matter matter) {
        int left = (int) Math.max(0, Math.floor(centreX - reach));
        int right = (int) Math.min(width - 1, Math.ceil(centreX + reach));
        int top = (int) Math.max(0, Math.floor(centreY - reach));
        int bottom = (int) Math.min(height - 1, Math.ceil(centreY + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double amount = matter.at(x + 0.5, y + 0.5);
                if (amount != 0) {
                    int at = (y * width + x) * CHANNELS;
                    density[at] += (float) (amount * dye.red());
                    density[at + 1] += (float) (amount * dye.green());
                    density[at + 2] += (float) (amount * dye.blue());
                }
            }
        }
    }
}
