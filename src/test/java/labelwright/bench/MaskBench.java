package labelwright.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import labelwright.canvas.pixel.ColourFlood;
import labelwright.canvas.pixel.ObjectCutter;
import labelwright.canvas.raster.FramePainter;
import labelwright.canvas.raster.LayerStyle;
import labelwright.canvas.raster.LiveArea;
import labelwright.canvas.raster.PictureLevels;
import labelwright.canvas.raster.ShapeLayer;
import labelwright.canvas.raster.TextMask;
import labelwright.canvas.raster.Viewport;
import labelwright.edit.Edit;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.BrushTip;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Point;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;

/// Paints on a picture of 12 megapixels with 50 masks of 4 megapixels each, and prints times in milliseconds as JSON: one event of the brush
/// with all that is drawn for it, the end of a stroke (edit, new set, layout, drawing), the wand while it is dragged and exactly, and an
/// object of 512 x 512 cut out of its box. No toolkit.
///
/// Run: `mvn -q -Pbench -Dbench=MaskBench`.
public final class MaskBench {
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;
    private static final int MASKS = 50;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final Random random = new Random(7);
    private final LabelSchema schema = new LabelSchema(
            List.of(new LabelClass(new LabelId(1), "cell", new Colour(0x3478F6), EnumSet.of(ShapeKind.MASK))));
    private final PixelImage picture = picture();
    private final ShapeLayer layer = new ShapeLayer();
    private final FramePainter frame = new FramePainter(1_400, 900, layer, new ShapeLayer(), _ -> new TextMask(1, 1, new byte[1]));
    private final List<String> results = new ArrayList<>();
    private AnnotationSet set = AnnotationSet.empty(new ItemId(1), new Author.Annotator("bench"));

    private MaskBench() {}

    public static void main(String[] args) {
        new MaskBench().run();
    }

    private void run() {
        List<Annotation> masks = new ArrayList<>();
        for (int i = 0; i < MASKS; i++) {
            Mask mask = MaskFill.of(new Ellipse(1_950 + 2 * i, 1_450 + 2 * i, 1_350, 950, i), WIDTH, HEIGHT).orElseThrow();
            masks.add(new Annotation(new AnnotationId(i + 1), new LabelId(1), mask, new Origin.Manual()));
        }
        set = set.withAnnotations(masks);
        layer.show(masks);
        LayerStyle style = style();
        frame.picture(PictureLevels.of(picture));
        frame.view(Viewport.fit(new Bounds(0, 0, WIDTH, HEIGHT), 1_400, 900, 16));
        frame.styles(style, style);
        frame.flush(NO_LIMIT);
        for (int round = 0; round < 2; round++) {
            results.clear();
            brush("brush_event_fitted");
            frame.view(new Viewport(1, -1_300, -1_000));
            frame.flush(NO_LIMIT);
            brush("brush_event_actual_size");
            frame.view(Viewport.fit(new Bounds(0, 0, WIDTH, HEIGHT), 1_400, 900, 16));
            commits();
            wand();
            cutout();
        }
        System.out.println("{" + String.join(", ", results) + "}");
    }

    private LayerStyle style() {
        return new LayerStyle(LayerStyle.byId(schema), Selection.NONE, Set.of(), LayerStyle.Role.ANNOTATIONS,
                new LayerStyle.Look(0.18, LayerStyle.Captions.HIDDEN, 1));
    }

    private void brush(String name) {
        BrushTip tip = new BrushTip(BrushTip.Form.ROUND, 60);
        MaskBitmap pixels = new MaskBitmap(0, 0, WIDTH, HEIGHT);
        pixels.fill(((Mask) set.annotations().getFirst().shape()).spans());
        LiveArea live = new LiveArea(pixels, 0xFF8800, 0.3);
        frame.live(List.of(live), new Bounds(0, 0, 0, 0));
        frame.flush(NO_LIMIT);
        double[] times = new double[200];
        Point at = new Point(1_400, 1_100);
        for (int i = 0; i < times.length; i++) {
            Point next = at.plus(random.nextInt(-20, 24), random.nextInt(-15, 17));
            long start = System.nanoTime();
            Bounds dirty = tip.stroke(at, next, i % 2 == 0 ? pixels::fill : pixels::clear);
            frame.live(List.of(live), dirty);
            frame.flush(NO_LIMIT);
            times[i] = (System.nanoTime() - start) / 1e6;
            at = next;
        }
        frame.live(List.of(), new Bounds(0, 0, 0, 0));
        summary(name, times);
    }

    private void commits() {
        double[] times = new double[40];
        double[] drawn = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            Annotation mask = set.annotations().get(i % MASKS);
            Spans before = ((Mask) mask.shape()).spans();
            MaskBitmap pixels = new MaskBitmap(0, 0, WIDTH, HEIGHT);
            pixels.fill(before);
            Point from = new Point(random.nextInt(WIDTH), random.nextInt(HEIGHT));
            new BrushTip(BrushTip.Form.ROUND, 60).stroke(from, from.plus(300, 200), pixels::clear);
            long start = System.nanoTime();
            Spans after = pixels.spans();
            set = new Edit.ChangePixels(mask.id(), MaskAlgebra.subtract(after, before), MaskAlgebra.subtract(before, after)).apply(set)
                    .set();
            List<Bounds> places = layer.show(set.annotations());
            times[i] = (System.nanoTime() - start) / 1e6;
            frame.changed(places);
            frame.flush(NO_LIMIT);
            drawn[i] = (System.nanoTime() - start) / 1e6;
        }
        summary("commit", times);
        summary("commit_and_whole_redraw", drawn);
    }

    private void wand() {
        double[] press = new double[8];
        double[] drag = new double[40];
        double[] exact = new double[4];
        ColourFlood.Area blocks = new ColourFlood.Area(picture, 0, 0, WIDTH, HEIGHT, 4);
        MaskBitmap pixels = new MaskBitmap(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < press.length; i++) {
            long start = System.nanoTime();
            ColourFlood flood = ColourFlood.from(blocks, 2_000, 1_500, ColourFlood.Spread.CONNECTED, 254, () -> false);
            press[i] = (System.nanoTime() - start) / 1e6;
            for (int j = 0; j < 5; j++) {
                long update = System.nanoTime();
                pixels.clear();
                flood.reached(10 + 10 * j, pixels::fill);
                drag[5 * i + j] = (System.nanoTime() - update) / 1e6;
            }
        }
        ColourFlood.Area every = new ColourFlood.Area(picture, 0, 0, WIDTH, HEIGHT, 1);
        for (int i = 0; i < exact.length; i++) {
            long start = System.nanoTime();
            ColourFlood.from(every, 2_000, 1_500, ColourFlood.Spread.CONNECTED, 60, () -> false).reached(60, pixels::fill);
            exact[i] = (System.nanoTime() - start) / 1e6;
        }
        summary("wand_press_12mpx", press);
        summary("wand_drag_12mpx", drag);
        summary("wand_exact_12mpx", exact);
    }

    private void cutout() {
        double[] times = new double[6];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            ObjectCutter.cut(picture, new ObjectCutter.Hints(new Bounds(1_744, 1_244, 512, 512), Spans.NONE, Spans.NONE), () -> false);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        summary("cutout_512", times);
    }

    /// Noise, with a lighter disc of nearly 500 pixels across in the middle.
    private PixelImage picture() {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            int row = i / WIDTH;
            boolean inside = Math.hypot(i % WIDTH - WIDTH / 2.0, row - HEIGHT / 2.0) < 245;
            int light = (inside ? 170 : 90) + random.nextInt(24);
            argb[i] = 0xFF000000 | (light << 16) | ((light - 20) << 8) | (light + 10);
        }
        return new PixelImage(WIDTH, HEIGHT, argb);
    }

    private void summary(String name, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        results.add(String.format(Locale.ROOT, "\"%s\": {\"median\": %.2f, \"p95\": %.2f, \"max\": %.2f}", name, sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)], sorted[sorted.length - 1]));
    }
}
