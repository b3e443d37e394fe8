package labelwright.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import labelwright.geometry.Bounds;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageInfo;
import labelwright.media.MediaException;

/// What is decided about a run by looking at its pictures and boxes.
///
/// @param epochs rounds over the training pictures
/// @param usualCells geometric mean of the objects' sides on the network's input, in grid cells
record TrainingPlan(InputGrid grid, Flips flips, int epochs, double usualCells) {

    /// Long side of the input when nothing speaks for another one, in pixels.
    private static final int USUAL_LONG_SIDE = 320;
    private static final int GREATEST_LONG_SIDE = 640;
    /// The smaller objects of every label should be at least this long on the input, in pixels.
    private static final double SMALL_OBJECT = 14;
    /// Pictures to be seen in a run if the number of epochs is open.
    private static final double PICTURES = 36_000;

    static TrainingPlan of(List<DetectionSample> samples, int labels, DetectionSettings settings, ImageDecoder decoder)
            throws EngineException {
        List<ImageInfo> sizes = sizes(samples, decoder);
        double aspect = median(sizes.stream().mapToDouble(s -> Math.log(s.width() / (double) s.height())).toArray());
        double pictureSide = median(sizes.stream().mapToDouble(s -> Math.max(s.width(), s.height())).toArray());
        OptionalDouble asked = settings.chosen(DetectionOption.INPUT_SIZE);
        double longSide = asked.orElseGet(() -> openLongSide(samples, sizes, labels, pictureSide));
        InputGrid grid = grid(longSide, Math.exp(aspect));
        return new TrainingPlan(grid, flips(samples, sizes, labels, settings), epochs(samples.size(), settings),
                usualCells(samples, sizes, Math.max(grid.width(), grid.height())));
    }

    /// One sentence for the run's log.
    String inWords(DetectionSettings settings) {
        String mirrored = switch (flips) {
            case NONE -> "not mirrored";
            case LEFT_RIGHT -> "mirrored left to right";
            case ALL -> "mirrored and turned in all ways";
        };
        return "The network sees " + grid.width() + " x " + grid.height() + " pixels; pictures are " + mirrored + "; " + epochs
                + " epochs are planned within " + settings.text(DetectionOption.MINUTES) + " minutes.";
    }

    /// Mirror images that predictions are averaged over.
    Flips looks(DetectionSettings settings) {
        return settings.whole(DetectionOption.FLIP_AVERAGE) == 1 ? flips : Flips.NONE;
    }

    private static List<ImageInfo> sizes(List<DetectionSample> samples, ImageDecoder decoder) throws EngineException {
        List<ImageInfo> sizes = new ArrayList<>();
        for (DetectionSample sample : samples) {
            try {
                sizes.add(decoder.probe(sample.file()));
            } catch (MediaException e) {
                throw new EngineException("The training picture " + sample.file().path() + " cannot be read: " + e.getMessage(), e);
            }
        }
        return sizes;
    }

    /// As large as usual, but no larger than the pictures are; and larger where the small objects of some label would all but vanish.
    private static double openLongSide(List<DetectionSample> samples, List<ImageInfo> sizes, int labels, double pictureSide) {
        double base = Math.min(USUAL_LONG_SIDE, pictureSide);
        double smallest = Double.MAX_VALUE;
        for (int label = 0; label < labels; label++) {
            List<Double> sides = new ArrayList<>();
            for (int i = 0; i < samples.size(); i++) {
                double scale = base / Math.max(sizes.get(i).width(), sizes.get(i).height());
                for (LabelledBox box : samples.get(i).boxes()) {
                    if (box.label() == label) {
                        sides.add(side(box.bounds()) * scale);
                    }
                }
            }
            if (sides.size() >= 5) {
                smallest = Math.min(smallest, quantile(sides.stream().mapToDouble(Double::doubleValue).toArray(), 0.2));
            }
        }
        return Math.min(GREATEST_LONG_SIDE, base * Math.max(1, SMALL_OBJECT / smallest));
    }

    private static double side(Bounds bounds) {
        return Math.sqrt(bounds.width() * bounds.height());
    }

    private static InputGrid grid(double longSide, double aspect) {
        double width = aspect >= 1 ? longSide : longSide * aspect;
        double height = aspect >= 1 ? longSide / aspect : longSide;
        return new InputGrid(rounded(width), rounded(height));
    }

    private static int rounded(double side) {
        return Math.max(4, (int) Math.round(side / InputGrid.MULTIPLE)) * InputGrid.MULTIPLE;
    }

    private static Flips flips(List<DetectionSample> samples, List<ImageInfo> sizes, int labels, DetectionSettings settings) {
        OptionalDouble asked = settings.chosen(DetectionOption.FLIPS);
        if (asked.isPresent()) {
            return List.of(Flips.values()).get((int) asked.getAsDouble());
        }
        return Flips.guess(samples, sizes.stream().map(ImageInfo::height).toList(), labels);
    }

    private static int epochs(int pictures, DetectionSettings settings) {
        return (int) settings.chosen(DetectionOption.EPOCHS).orElse(Math.clamp(Math.round(PICTURES / pictures), 12, 400));
    }

    private static double usualCells(List<DetectionSample> samples, List<ImageInfo> sizes, int longSide) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < samples.size(); i++) {
            double scale = longSide / (double) Math.max(sizes.get(i).width(), sizes.get(i).height());
            for (LabelledBox box : samples.get(i).boxes()) {
                sum += Math.log(Math.max(1e-3, side(box.bounds()) * scale / InputGrid.STRIDE));
                n++;
            }
        }
        return n == 0 ? 4 : Math.clamp(Math.exp(sum / n), 0.25, 40);
    }

    private static double median(double[] values) {
        return quantile(values, 0.5);
    }

    private static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
