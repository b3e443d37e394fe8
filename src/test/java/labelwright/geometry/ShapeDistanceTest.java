package labelwright.geometry;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ShapeDistanceTest {

    private static Mask mask(int to) {
        Spans.Builder spans = new Spans.Builder();
        spans.add(3, 2, to);
        spans.add(4, 2, 20);
        return new Mask(spans.build());
    }

    @Test
    void aMovedCornerCountsAlsoWhenBoundsAndAreaStay() {
        Polygon one = Polygon.of(List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10), new Point(5, 6), new Point(0, 10)));
        Polygon two = Polygon.of(List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10), new Point(6, 6), new Point(0, 10)));
        assertEquals(one.bounds(), two.bounds());
        assertEquals(one.area(), two.area(), 1e-9);
        assertEquals(Math.sqrt(0.5), ShapeDistance.between(one, two), 0.3);
        assertEquals(0, ShapeDistance.between(one, Polygon.of(List.of(new Point(10, 0), new Point(10, 10), new Point(5, 6),
                new Point(0, 10), new Point(0, 0)))));
    }

    @Test
    void aBoxIsTheSameAsItsOutline() {
        Box box = new Box(1, 2, 10, 5);
        assertEquals(0, ShapeDistance.between(box, RotatedBox.of(box, 0)), 1e-12);
        assertEquals(0, ShapeDistance.between(RotatedBox.of(box, 90), RotatedBox.of(box, 270)), 1e-9);
        assertEquals(2, ShapeDistance.between(box, new Box(1, 2, 12, 5)), 1e-12);
    }

    @Test
    void masksDifferByAPixelAtLeast() {
        assertEquals(0, ShapeDistance.between(mask(9), mask(9)));
        assertEquals(1, ShapeDistance.between(mask(9), mask(10)));
    }

    @Test
    void whatHasNoLikeIsInfinitelyFar() {
        Points points = Points.of(new Point(1, 1));
        assertEquals(Double.POSITIVE_INFINITY, ShapeDistance.between(points, new Box(0, 0, 2, 2)));
        Keypoints seen = new Keypoints(List.of(Keypoint.visible(new Point(1, 1))));
        Keypoints hidden = new Keypoints(List.of(new Keypoint(1, 1, Keypoint.Visibility.OCCLUDED)));
        assertEquals(Double.POSITIVE_INFINITY, ShapeDistance.between(seen, hidden));
        assertEquals(3, ShapeDistance.between(points, Points.of(new Point(1, 4))));
    }
}
