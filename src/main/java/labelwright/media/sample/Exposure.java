package labelwright.media.sample;

import java.util.random.RandomGenerator;

import labelwright.media.PixelImage;

/// The lamp, the lens and the camera: sends light through a slide and makes a picture of it.
final class Exposure {

    private static final int CHANNELS = Slide.CHANNELS;
    /// electrons a full pixel holds, which sets how much noise there is for how much light
    private static final double FULL_WELL = 2000;
    private static final double WHITE = 255;

    private final Slide slide;
    private final RandomGenerator random;

    Exposure(Slide slide, RandomGenerator random) {
        this.slide = slide;
        this.random = random;
    }

    PixelImage develop() {
        float[] light = blur(pass(), random.nextDouble(0.6, 1.25));
        int[] argb = new int[slide.width() * slide.height()];
        double readNoise = random.nextDouble(1.5, 4);
        for (int i = 0; i < argb.length; i++) {
            // neighbouring colours share part of the noise, as they do behind a colour filter
            double shared = random.nextGaussian();
            int red = expose(light[i * CHANNELS], shared, readNoise);
            int green = expose(light[i * CHANNELS + 1], shared, readNoise);
            int blue = expose(light[i * CHANNELS + 2], shared, readNoise);
            argb[i] = 0xff000000 | red << 16 | green << 8 | blue;
        }
        return new PixelImage(slide.width(), slide.height(), argb);
    }

    private int expose(float light, double shared, double readNoise) {
        double shot = Math.sqrt(Math.max(0, light) * WHITE * WHITE / FULL_WELL);
        double noise = (0.6 * shared + 0.8 * random.nextGaussian()) * (0.45 * shot + 0.6 * readNoise);
        return (int) Math.clamp(light * WHITE + noise + 0.5, 0, WHITE);
    }

    /// Uneven lamp light times what the slide lets through, 0 to about 1 for each channel.
    private float[] pass() {
        int width = slide.width();
        int height = slide.height();
        double brightness = random.nextDouble(0.86, 0.95);
        double[] white = {brightness * random.nextDouble(0.95, 1.01), brightness, brightness * random.nextDouble(0.93, 1.0)};
        double middleX = width * random.nextDouble(0.38, 0.62);
        double middleY = height * random.nextDouble(0.38, 0.62);
        double falloff = random.nextDouble(0.10, 0.26);
        double tiltX = random.nextDouble(-0.06, 0.06);
        double tiltY = random.nextDouble(-0.06, 0.06);
        double far = (width * width + height * height) / 4.0;
        float[] light = new float[width * height * CHANNELS];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - middleX;
                double dy = y - middleY;
                double lamp = 1 - falloff * (dx * dx + dy * dy) / far + tiltX * (2.0 * x / width - 1) + tiltY * (2.0 * y / height - 1);
                lamp *= 1 + 0.012 * slide.grain().at(x, y, 90);
                for (int c = 0; c < CHANNELS; c++, at++) {
                    light[at] = (float) (lamp * white[c] * Math.exp(-slide.density(at)));
                }
            }
        }
        return light;
    }

    /// A Gaussian of the given radius in pixels, in two passes.
    private float[] blur(float[] light, double sigma) {
        int width = slide.width();
        int height = slide.height();
        float[] across = new float[light.length];
        smooth(light, across, new int[] {height, width * CHANNELS, width, CHANNELS}, sigma);
        smooth(across, light, new int[] {width, CHANNELS, height, width * CHANNELS}, sigma);
        return light;
    }

    /// @param layout number of lines, distance between lines, pixels in a line, distance between pixels
    private static void smooth(float[] from, float[] to, int[] layout, double sigma) {
        float side = (float) Math.exp(-1 / (2 * sigma * sigma));
        float far = (float) Math.exp(-4 / (2 * sigma * sigma));
        float sum = 1 + 2 * side + 2 * far;
        int last = layout[2] - 1;
        int step = layout[3];
        for (int line = 0; line < layout[0]; line++) {
            for (int i = 0; i <= last; i++) {
                for (int c = 0; c < CHANNELS; c++) {
                    int start = line * layout[1] + c;
                    float near = from[start + Math.max(0, i - 1) * step] + from[start + Math.min(last, i + 1) * step];
                    float wide = from[start + Math.max(0, i - 2) * step] + from[start + Math.min(last, i + 2) * step];
                    to[start + i * step] = (from[start + i * step] + side * near + far * wide) / sum;
                }
            }
        }
    }
}
