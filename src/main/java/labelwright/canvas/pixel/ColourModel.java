package labelwright.canvas.pixel;

import java.util.Arrays;

/// How likely colours are, as a mixture of five Gaussians over red, green and blue with full covariances. Immutable.
final class ColourModel {
    private static final int PARTS = 5;
    private static final int ROUNDS = 8;
    /// Added to the variances: about two grey values of spread, so that flat colours stay finite.
    private static final double LEAST_VARIANCE = 4;
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    /// For each part: logarithm of its share and its density's constant, three means, six numbers of the inverse covariance.
    private final double[][] parts;

    private ColourModel(double[][] parts) {
        this.parts = parts;
    }

    /// Sums over the colours of one part.
    private static final class Sums {
        private double count;
        private final double[] first = new double[3];
        private final double[] second = new double[6];

        void add(int rgb) {
            double r = rgb >> 16 & 0xFF;
            double g = rgb >> 8 & 0xFF;
            double b = rgb & 0xFF;
            count++;
            first[0] += r;
            first[1] += g;
            first[2] += b;
            second[0] += r * r;
            second[1] += r * g;
            second[2] += r * b;
            second[3] += g * g;
            second[4] += g * b;
            second[5] += b * b;
        }

        double[] part(double all) {
            double r = first[0] / count;
            double g = first[1] / count;
            double b = first[2] / count;
            double rr = second[0] / count - r * r + LEAST_VARIANCE;
            double rg = second[1] / count - r * g;
            double rb = second[2] / count - r * b;
            double gg = second[3] / count - g * g + LEAST_VARIANCE;
            double gb = second[4] / count - g * b;
            double bb = second[5] / count - b * b + LEAST_VARIANCE;
            double determinant = rr * (gg * bb - gb * gb) - rg * (rg * bb - gb * rb) + rb * (rg * gb - gg * rb);
            double constant = Math.log(count / all) - 0.5 * (3 * LOG_2_PI + Math.log(determinant));
            return new double[] {constant, r, g, b, (gg * bb - gb * gb) / determinant, (rb * gb - rg * bb) / determinant,
                    (rg * gb - rb * gg) / determinant, (rr * bb - rb * rb) / determinant, (rb * rg - rr * gb) / determinant,
                    (rr * gg - rg * rg) / determinant};
        }
    }

    /// @param colours `0xRRGGBB`; at least one
    /// @param count how many of them count
    static ColourModel of(int[] colours, int count) {
        int[] centres = spread(colours, count);
        Sums[] sums = new Sums[PARTS];
        for (int round = 0; round < ROUNDS; round++) {
            sums = fresh();
            for (int i = 0; i < count; i++) {
                sums[nearest(centres, colours[i])].add(colours[i]);
            }
            for (int part = 0; part < PARTS; part++) {
                if (sums[part].count > 0) {
                    centres[part] = rgb(sums[part]);
                }
            }
        }
        return new ColourModel(parts(sums, count));
    }

    /// A model of these colours, each given to the part of this model that it fits best.
    ColourModel learn(int[] colours, int count) {
        Sums[] sums = fresh();
        for (int i = 0; i < count; i++) {
            sums[best(colours[i])].add(colours[i]);
        }
        return new ColourModel(parts(sums, count));
    }

    /// The negative logarithm of how likely the colour is.
    double cost(int rgb) {
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double[] part : parts) {
            double log = log(part, rgb);
            if (log > most) {
                sum = sum * Math.exp(most - log) + 1;
                most = log;
            } else {
                sum += Math.exp(log - most);
            }
        }
        return -most - Math.log(sum);
    }

    private int best(int rgb) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < parts.length; i++) {
            double log = log(parts[i], rgb);
            if (log > most) {
                most = log;
                best = i;
            }
        }
        return best;
    }

    private static double log(double[] part, int rgb) {
        double r = (rgb >> 16 & 0xFF) - part[1];
        double g = (rgb >> 8 & 0xFF) - part[2];
        double b = (rgb & 0xFF) - part[3];
        double away = r * (part[4] * r + 2 * (part[5] * g + part[6] * b)) + g * (part[7] * g + 2 * part[8] * b) + b * part[9] * b;
        return part[0] - 0.5 * away;
    }

    /// Colours far apart: each next one is the farthest from those before (Gonzalez 1985), of a sample.
    private static int[] spread(int[] colours, int count) {
        int step = Math.max(1, count / 2_000);
        int[] centres = new int[PARTS];
        Arrays.fill(centres, colours[count / 2]);
        for (int part = 1; part < PARTS; part++) {
            int farthest = centres[0];
            int most = -1;
            for (int i = 0; i < count; i += step) {
                int away = squared(colours[i], centres[nearest(centres, colours[i])]);
                if (away > most) {
                    most = away;
                    farthest = colours[i];
                }
            }
            centres[part] = farthest;
        }
        return centres;
    }

    private static int nearest(int[] centres, int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < centres.length; i++) {
            int away = squared(centres[i], rgb);
            if (away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    static int squared(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }

    private static int rgb(Sums sums) {
        int red = (int) Math.round(sums.first[0] / sums.count);
        int green = (int) Math.round(sums.first[1] / sums.count);
        int blue = (int) Math.round(sums.first[2] / sums.count);
        return (red << 16) | (green << 8) | blue;
    }

    private static Sums[] fresh() {
        Sums[] sums = new Sums[PARTS];
        for (int i = 0; i < PARTS; i++) {
            sums[i] = new Sums();
        }
        return sums;
    }

    private static double[][] parts(Sums[] sums, int count) {
        return Arrays.stream(sums).filter(sum -> sum.count > 0).map(sum -> sum.part(count)).toArray(double[][]::new);
    }
}
