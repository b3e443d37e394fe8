package labelwright.geometry;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PictureTurnTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 40;

    private static final List<Shape> SHAPES = List.of(new Box(1.25, 2.37, 10.01, 7.99), new RotatedBox(20.12, 15.5, 12, 5, 30.7),
            new Ellipse(30, 20.2, 9, 4, 331.25), Ellipse.circle(new Point(12.2, 8), 3),
            new Polygon(List.of(new Polygon.Part(ring(5.5, 5.1, 20, 6, 18, 22.6, 3, 19), List.of(ring(8, 8, 10, 8, 9, 10))))),
            new Polyline(List.of(new Point(0, 0), new Point(64, 40), new Point(3.33, 7.77))), Points.of(new Point(1.1, 39.9)),
            new Keypoints(
                    List.of(new Keypoint(4.4, 5.5, Keypoint.Visibility.OCCLUDED), Keypoint.ABSENT, Keypoint.visible(new Point(9, 8)))),
            mask());

    private static Ring ring(double... numbers) {
        return new Ring(java.util.stream.IntStream.range(0, numbers.length / 2).mapToObj(i -> new Point(numbers[2 * i], numbers[2 * i + 1]))
                .toList());
    }

    private static Mask mask() {
        MaskBitmap bits = new MaskBitmap(0, 0, WIDTH, HEIGHT);
        bits.fill(3, 5, 20);
        bits.fill(4, 5, 6);
        bits.fill(4, 63, 64);
        bits.fill(39, 0, 2);
        return bits.toMask().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void thereAndBackIsTheSameShapeBitForBit(int orientation) {
        PictureTurn turn = new PictureTurn(orientation, WIDTH, HEIGHT);
        assertEquals(turn, PictureTurn.to(orientation, turn.turnedWidth(), turn.turnedHeight()));
        for (Shape shape : SHAPES) {
            assertEquals(shape, turn.back().apply(turn.apply(shape)), orientation + " " + shape.kind());
        }
    }

    /// The turned shape covers the turned points of the shape, and only them; a pixel of a mask is its middle.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void insideStaysInsideAndTheAreaStays(int orientation) {
        PictureTurn turn = new PictureTurn(orientation, WIDTH, HEIGHT);
        for (Shape shape : SHAPES) {
            Shape turned = turn.apply(shape);
            assertEquals(shape.area(), turned.area(), 1e-9);
            Bounds expected = turn.apply(shape.bounds());
            assertEquals(expected.x(), turned.bounds().x(), 1e-9);
            assertEquals(expected.maxY(), turned.bounds().maxY(), 1e-9);
            for (double y = 0.5; y < HEIGHT; y++) {
                for (double x = 0.5; x < WIDTH; x++) {
                    Point point = new Point(x, y);
                    if (shape.contains(point) != turned.contains(turn.apply(point))) {
                        assertTrue(shape.distanceToOutline(point) < 1e-9, orientation + " " + shape.kind() + " " + point);
                    }
                }
            }
        }
    }

    /// The table of the Exif specification: which side of the scene the first row and the first column of the file are.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFirstRowAndColumnLandWhereExifSays(int orientation) {
        PictureTurn turn = new PictureTurn(orientation, WIDTH, HEIGHT);
        assertEquals("TTBBLRRL".charAt(orientation - 1), side(turn, turn.apply(new Point(WIDTH / 2.0, 0))));
        assertEquals("LRRLTTBB".charAt(orientation - 1), side(turn, turn.apply(new Point(0, HEIGHT / 2.0))));
    }

    private static char side(PictureTurn turn, Point at) {
        return at.x() == 0 ? 'L' : at.y() == 0 ? 'T' : at.x() == turn.turnedWidth() ? 'R' : at.y() == turn.turnedHeight() ? 'B' : '?';
    }
}
