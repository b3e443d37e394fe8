package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Ring;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;

import static labelwright.canvas.raster.Scenes.RED;
import static labelwright.canvas.raster.Scenes.WHITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Golden pixels: what the renderer draws, and that drawing only what changed gives the same as drawing everything.
class FramePainterTest {
    private static final long ALL_THE_TIME = Long.MAX_VALUE;
    private static final TextMask.Source NO_TEXT = text -> new TextMask(0, 0, new byte[0]);
    private static final TextMask.Source BLOCKS = text -> {
        byte[] full = new byte[10 * 8];
        Arrays.fill(full, (byte) 0xFF);
        return new TextMask(10, 8, full);
    };

    private final ShapeLayer annotations = new ShapeLayer();
    private final ShapeLayer suggestions = new ShapeLayer();

    @Test
    void aBoxIsARingOfTwoPixelsOnItsEdge() {
        annotations.show(List.of(Scenes.annotation(1, 1, new Box(4, 4, 10, 8))));
        Raster raster = drawn(20, 20, Scenes.plain(20, 20, WHITE), 0).raster();
        assertEquals(RED, raster.pixel(4, 8));
        assertEquals(RED, raster.pixel(3, 8));
        assertEquals(WHITE, raster.pixel(2, 8));
        assertEquals(WHITE, raster.pixel(5, 8));
        assertEquals(RED, raster.pixel(14, 8));
        assertEquals(RED, raster.pixel(13, 8));
        assertEquals(WHITE, raster.pixel(15, 8));
        assertEquals(RED, raster.pixel(3, 3));
        assertEquals(WHITE, raster.pixel(2, 2));
        assertEquals(RED, raster.pixel(8, 12));
        assertEquals(WHITE, raster.pixel(8, 13));
    }

    @Test
    void theInsideIsTintedAndTheHoleIsNot() {
        Polygon.Part part = new Polygon.Part(square(2, 2, 26), List.of(square(10, 10, 10)));
        annotations.show(List.of(Scenes.annotation(1, 1, new Polygon(List.of(part)))));
        Raster raster = drawn(30, 30, Scenes.plain(30, 30, WHITE), 0.5).raster();
        assertEquals(0xFFFF8080, raster.pixel(6, 15), "half red over white");
        assertEquals(WHITE, raster.pixel(15, 15));
        assertEquals(RED, raster.pixel(2, 15));
    }

    @Test
    void aSlantedLineIsSmooth() {
        annotations.show(List.of(Scenes.annotation(1, 1, Polygon.of(List.of(new Point(2, 2), new Point(60, 25), new Point(2, 48))))));
        Raster raster = drawn(64, 50, Scenes.plain(64, 50, WHITE), 0).raster();
        int shades = 0;
        for (int x = 10; x < 50; x++) {
            int sum = 0;
            for (int y = 0; y < 25; y++) {
                sum += 255 - (raster.pixel(x, y) & 0xFF);
            }
            shades = Math.max(shades, Math.abs(sum - (int) (255 * 2 * Math.hypot(58, 23) / 58)));
        }
        assertTrue(shades <= 6, "each column holds the width of the line, up to rounding, but one is off by " + shades);
    }

    @Test
    void aTinyShapeIsADot() {
        annotations.show(List.of(Scenes.annotation(1, 1, new Box(500, 500, 10, 10))));
        FramePainter frame = painter(100, 100, NO_TEXT, Scenes.plain(1_000, 1_000, WHITE), 0);
        frame.view(new Viewport(0.1, 0, 0));
        frame.flush(ALL_THE_TIME);
        assertEquals(9, count(frame.raster(), RED));
        assertEquals(RED, frame.raster().pixel(50, 50));
    }

    @Test
    void suggestionsAreDashed() {
        suggestions.show(List.of(Scenes.annotation(1, 1, new Box(4, 4, 90, 30))));
        Raster raster = drawn(100, 40, Scenes.plain(100, 40, WHITE), 0).raster();
        int gaps = 0;
        for (int x = 6; x < 92; x++) {
            if (raster.pixel(x, 4) == WHITE) {
                gaps++;
            }
        }
        assertTrue(gaps > 10 && gaps < 60, "dashes and gaps, not " + gaps + " gaps");
    }

    @Test
    void theSelectedShapeLiesOnTop() {
        annotations.show(List.of(Scenes.annotation(1, 1, new Box(5, 5, 20, 20)), Scenes.annotation(2, 2, new Box(5, 5, 20, 20))));
        Raster below = drawn(40, 40, Scenes.plain(40, 40, WHITE), 0).raster();
        assertEquals(0xFF0000FF, below.pixel(5, 15));
        FramePainter frame = painter(40, 40, NO_TEXT, Scenes.plain(40, 40, WHITE), 0);
        frame.styles(Scenes.style(LayerStyle.Role.ANNOTATIONS, 0, Selection.of(new AnnotationId(1))),
                Scenes.style(LayerStyle.Role.SUGGESTIONS, 0, Selection.NONE));
        frame.flush(ALL_THE_TIME);
        assertEquals(RED, frame.raster().pixel(5, 15));
    }

    @Test
    void hiddenShapesAreNotDrawn() {
        annotations.show(List.of(Scenes.annotation(1, 1, new Box(5, 5, 20, 20))));
        FramePainter frame = painter(40, 40, NO_TEXT, Scenes.plain(40, 40, WHITE), 0.5);
        LayerStyle hidden = new LayerStyle(LayerStyle.byId(Scenes.SCHEMA), Selection.NONE, Set.of(new AnnotationId(1)),
                LayerStyle.Role.ANNOTATIONS, new LayerStyle.Look(0.5, LayerStyle.Captions.HIDDEN, 1));
        frame.styles(hidden, hidden);
        frame.flush(ALL_THE_TIME);
        assertEquals(1_600, count(frame.raster(), WHITE));
    }

    @Test
    void pixelsAreSquaresWhenMagnified() {
        PixelImage two = new PixelImage(2, 1, new int[] {RED, WHITE});
        FramePainter frame = painter(20, 10, NO_TEXT, two, 0);
        frame.view(new Viewport(10, 0, 0));
        frame.flush(ALL_THE_TIME);
        assertEquals(RED, frame.raster().pixel(9, 5));
        assertEquals(WHITE, frame.raster().pixel(10, 5));
    }

    @Test
    void aSmallViewShowsTheMeanOfManyPixels() {
        int[] stripes = new int[1_024 * 1_024];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? 0xFF000000 : WHITE;
        }
        FramePainter frame = painter(64, 64, NO_TEXT, new PixelImage(1_024, 1_024, stripes), 0);
        frame.view(new Viewport(1 / 16.0, 0, 0));
        frame.flush(ALL_THE_TIME);
        assertEquals(128, frame.raster().pixel(32, 32) & 0xFF, 1);
    }

    @Test
    void transparentPixelsShowACheckerboardAndTheSurroundingsStayTransparent() {
        Raster raster = drawn(40, 40, Scenes.plain(20, 20, 0), 0).raster();
        assertNotEquals(raster.pixel(2, 2), raster.pixel(10, 2));
        assertEquals(0xFF, raster.pixel(2, 2) >>> 24);
        assertEquals(0, raster.pixel(30, 30));
    }

    @Test
    void withoutAPictureASheetIsShown() {
        FramePainter frame = painter(40, 40, NO_TEXT, Scenes.plain(20, 20, WHITE), 0);
        frame.blank(new Bounds(0, 0, 20, 20));
        frame.flush(ALL_THE_TIME);
        assertTrue(frame.raster().pixel(10, 10) >>> 24 > 0);
        assertEquals(0, frame.raster().pixel(30, 10));
    }

    /// Property: after panning any way, the view is what drawing it afresh gives, up to the rounding of other offsets.
    @Test
    void panningGivesWhatDrawingEverythingGives() {
        annotations.show(Scenes.many(400, 600, 500));
        FramePainter frame = painter(200, 150, BLOCKS, Scenes.noise(600, 500), 0.3);
        int[][] steps = {{-5, 0}, {0, -7}, {13, 11}, {-120, 40}, {3, -60}, {-400, 0}, {60, 3}, {0, 0}, {-1, 1}};
        double x = 0;
        double y = 0;
        for (int[] step : steps) {
            x += step[0];
            y += step[1];
            frame.view(new Viewport(0.75, x, y));
            frame.flush(ALL_THE_TIME);
            assertAlike(fresh(frame, new Viewport(0.75, x, y)), frame.raster().pixels(), "after panning by " + step[0] + ", " + step[1]);
        }
    }

    /// Property: after any change of annotations, only drawing the damage gives what drawing everything gives.
    @Test
    void changingAnnotationsGivesWhatDrawingEverythingGives() {
        List<Annotation> shapes = new ArrayList<>(Scenes.many(120, 300, 200));
        FramePainter frame = painter(300, 200, BLOCKS, Scenes.noise(300, 200), 0.3);
        annotations.show(shapes);
        frame.everything();
        frame.flush(ALL_THE_TIME);
        for (int step = 0; step < 30; step++) {
            Annotation victim = shapes.get(step * 3);
            switch (step % 3) {
                case 0 -> shapes.set(step * 3, victim.withShape(victim.shape().translate(step, -step)));
                case 1 -> shapes.remove(step * 3);
                default -> shapes.add(step, Scenes.annotation(1_000 + step, 1, new Box(step * 5, step * 4, 30, 25)));
            }
            frame.changed(annotations.show(shapes));
            frame.flush(ALL_THE_TIME);
            assertArrayEquals(fresh(frame, Viewport.IDENTITY), frame.raster().pixels(), "after change " + step);
        }
    }

    @Test
    void aZoomIsShownAtOnceAndMadeSharpBandByBand() {
        annotations.show(Scenes.many(200, 600, 1_200));
        FramePainter frame = painter(300, 600, NO_TEXT, Scenes.noise(600, 1_200), 0.3);
        frame.flush(ALL_THE_TIME);
        frame.view(new Viewport(1.5, -20, -30));
        frame.flush(0);
        assertTrue(frame.isBehind());
        assertTrue(frame.raster().pixel(150, 500) >>> 24 == 0xFF, "something is shown where it was not drawn again yet");
        int calls = 0;
        while (frame.isBehind()) {
            frame.flush(0);
            calls++;
        }
        assertTrue(calls > 2);
        assertArrayEquals(fresh(frame, new Viewport(1.5, -20, -30)), frame.raster().pixels());
    }

    @Test
    void nothingIsDrawnWhenNothingChanged() {
        FramePainter frame = painter(40, 40, NO_TEXT, Scenes.plain(20, 20, WHITE), 0);
        frame.flush(ALL_THE_TIME);
        assertTrue(frame.flush(ALL_THE_TIME).isEmpty());
    }

    @Test
    void aSmallChangeDrawsASmallPart() {
        annotations.show(Scenes.many(2_500, 900, 900));
        FramePainter frame = painter(900, 900, NO_TEXT, Scenes.plain(900, 900, WHITE), 0);
        frame.flush(ALL_THE_TIME);
        frame.changed(List.of(new Bounds(100, 100, 20, 20)));
        assertTrue(frame.flush(ALL_THE_TIME).area() < 900 * 60);
    }

    private FramePainter drawn(int width, int height, PixelImage picture, double fill) {
        FramePainter frame = painter(width, height, NO_TEXT, picture, fill);
        frame.flush(ALL_THE_TIME);
        return frame;
    }

    private FramePainter painter(int width, int height, TextMask.Source texts, PixelImage picture, double fill) {
        FramePainter frame = new FramePainter(width, height, annotations, suggestions, texts);
        frame.styles(withNames(Scenes.style(LayerStyle.Role.ANNOTATIONS, fill, Selection.NONE)),
                withNames(Scenes.style(LayerStyle.Role.SUGGESTIONS, fill, Selection.NONE)));
        frame.picture(PictureLevels.of(picture));
        return frame;
    }

    private static LayerStyle withNames(LayerStyle style) {
        return new LayerStyle(style.labels(), style.selection(), style.hidden(), style.role(),
                new LayerStyle.Look(style.look().fill(), LayerStyle.Captions.SHOWN, 1));
    }

    private static int[] fresh(FramePainter frame, Viewport view) {
        int[] kept = frame.raster().pixels().clone();
        frame.view(view);
        frame.everything();
        frame.flush(ALL_THE_TIME);
        int[] all = frame.raster().pixels().clone();
        System.arraycopy(kept, 0, frame.raster().pixels(), 0, kept.length);
        return all;
    }

    private static void assertAlike(int[] expected, int[] actual, String when) {
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                assertEquals(expected[i] >>> shift & 0xFF, actual[i] >>> shift & 0xFF, 3, when + " at " + i);
            }
        }
    }

    private static int count(Raster raster, int colour) {
        int count = 0;
        for (int pixel : raster.pixels()) {
            if (pixel == colour) {
                count++;
            }
        }
        return count;
    }

    private static Ring square(double x, double y, double side) {
        return new Ring(List.of(new Point(x, y), new Point(x + side, y), new Point(x + side, y + side), new Point(x, y + side)));
    }
}
