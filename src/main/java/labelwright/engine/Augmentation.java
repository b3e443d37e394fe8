package labelwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import labelwright.engine.PictureSampler.Window;
import labelwright.geometry.Bounds;

/// Makes training pictures: random zoom, shift, mirror images, turns, colours, and mosaics of four.
final class Augmentation {

    /// A box cut off by the edge still counts as its object when at least this part of it is left.
    private static final double VISIBLE = 0.3;

    private final InputGrid grid;
    private final PictureSampler sampler;
    private final Flips flips;
    private final double zoom;
    private final double shift;
    private final double colour;

    Augmentation(InputGrid grid, Flips flips, DetectionSettings settings) {
        this.grid = grid;
        this.sampler = new PictureSampler(grid);
        this.flips = flips;
        this.zoom = settings.number(DetectionOption.SCALE);
        this.shift = settings.number(DetectionOption.SHIFT);
        this.colour = settings.number(DetectionOption.COLOUR);
    }

    /// Draws one picture and returns its objects in input pixels.
    List<LabelledBox> single(TrainingPicture picture, SplittableRandom random, float[] out, int start) {
        RgbPicture pixels = picture.pixels();
        boolean turned = flips == Flips.ALL && random.nextBoolean();
        double w = turned ? pixels.height() : pixels.width();
        double h = turned ? pixels.width() : pixels.height();
        double fit = Math.min(grid.width() / w, grid.height() / h);
        double scale = fit * zoomFactor(random);
        double x = (grid.width() - w * scale) / 2 + symmetric(random) * Math.max(shift * grid.width(), slack(w * scale, grid.width()));
        double y = (grid.height() - h * scale) / 2 + symmetric(random) * Math.max(shift * grid.height(), slack(h * scale, grid.height()));
        List<LabelledBox> boxes = new ArrayList<>();
        place(picture, mirrored(random, turned, scale, x, y, w, h), random, Window.all(grid), boxes, out, start);
        return boxes;
    }

    /// Draws four pictures around a random crossing point and returns their objects in input pixels.
    List<LabelledBox> mosaic(List<TrainingPicture> four, SplittableRandom random, float[] out, int start) {
        int cx = (int) (grid.width() * random.nextDouble(0.3, 0.7));
        int cy = (int) (grid.height() * random.nextDouble(0.3, 0.7));
        List<LabelledBox> boxes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RgbPicture pixels = four.get(i).pixels();
            boolean turned = flips == Flips.ALL && random.nextBoolean();
            double w = turned ? pixels.height() : pixels.width();
            double h = turned ? pixels.width() : pixels.height();
            double scale = Math.min(grid.width() / w, grid.height() / h) * zoomFactor(random) * 0.85;
            boolean left = i % 2 == 0;
            boolean top = i < 2;
            Window window = new Window(left ? 0 : cx, top ? 0 : cy, left ? cx : grid.width(), top ? cy : grid.height());
            double x = offset(random, window.x0(), window.x1(), w * scale);
            double y = offset(random, window.y0(), window.y1(), h * scale);
            place(four.get(i), mirrored(random, turned, scale, x, y, w, h), random, window, boxes, out, start);
        }
        return boxes;
    }

    private static double offset(RandomGenerator random, int from, int to, double size) {
        double room = size - (to - from);
        return room > 0 ? from - random.nextDouble() * room : from - room * random.nextDouble();
    }

    private void place(TrainingPicture picture, Placement placement, SplittableRandom random, Window window, List<LabelledBox> boxes,
            float[] out, int start) {
        sampler.draw(picture.pixels(), placement, tint(random), window, out, start);
        for (LabelledBox box : picture.boxes()) {
            Bounds full = placement.toInput(box.bounds());
            Bounds seen = cut(full, window);
            if (seen.width() >= 2 && seen.height() >= 2 && seen.width() * seen.height() >= VISIBLE * full.width() * full.height()) {
                boxes.add(new LabelledBox(box.label(), seen));
            }
        }
    }

    private static Bounds cut(Bounds box, Window window) {
        double x0 = Math.max(box.x(), window.x0());
        double y0 = Math.max(box.y(), window.y0());
        double x1 = Math.min(box.x() + box.width(), window.x1());
        double y1 = Math.min(box.y() + box.height(), window.y1());
        return new Bounds(x0, y0, Math.max(0, x1 - x0), Math.max(0, y1 - y0));
    }

    private Placement mirrored(RandomGenerator random, boolean turned, double scale, double x, double y, double w, double h) {
        boolean flipX = flips != Flips.NONE && random.nextBoolean();
        boolean flipY = flips == Flips.ALL && random.nextBoolean();
        double stretch = Math.exp(symmetric(random) * zoom * 0.2);
        double sx = scale * stretch;
        double sy = scale / stretch;
        return new Placement(turned, flipX ? -sx : sx, flipX ? x + w * sx : x, flipY ? -sy : sy, flipY ? y + h * sy : y);
    }

    private double zoomFactor(RandomGenerator random) {
        return Math.exp(symmetric(random) * Math.log(1 + zoom));
    }

    private static double slack(double size, int room) {
        return Math.abs(size - room) / 2;
    }

    private Tint tint(RandomGenerator random) {
        float contrast = (float) (1 + colour * 0.8 * symmetric(random));
        float brightness = (float) (colour * 80 * symmetric(random));
        float saturation = (float) (1 + colour * symmetric(random));
        float[] gain = new float[3];
        float[] offset = new float[3];
        for (int c = 0; c < 3; c++) {
            gain[c] = contrast * (float) (1 + colour * 0.3 * symmetric(random));
            offset[c] = brightness + 127.5f * (1 - gain[c]);
        }
        return new Tint(saturation, gain, offset);
    }

    private static double symmetric(RandomGenerator random) {
        return random.nextDouble() * 2 - 1;
    }
}
