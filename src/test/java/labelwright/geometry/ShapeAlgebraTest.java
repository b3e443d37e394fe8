package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.geometry.ShapeAlgebra.Operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShapeAlgebraTest {
    private static final Bounds PICTURE = new Bounds(0, 0, 120, 100);
    private static final Polygon SQUARE = square(10, 10, 40);

    /// Property: area of the union = a + b - common part; a minus b = a - common part.
    @Test
    void theAreasAddUp() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            Shape a = anyShape(random);
            Shape b = anyShape(random);
            double common = area(ShapeAlgebra.combine(Operation.INTERSECT, a, List.of(b), PICTURE));
            double together = area(ShapeAlgebra.combine(Operation.UNION, a, List.of(b), PICTURE));
            double rest = area(ShapeAlgebra.combine(Operation.SUBTRACT, a, List.of(b), PICTURE));
            double first = outlineArea(a);
            String what = a + " and " + b;
            assertEquals(first + outlineArea(b) - common, together, 1e-6, what);
            assertEquals(first - common, rest, 1e-6, what);
        }
    }

    /// Property: the same for masks, pixel by pixel.
    @Test
    void thePixelsAddUp() {
        Random random = new Random(12);
        for (int i = 0; i < 100; i++) {
            Mask a = anyMask(random);
            Mask b = anyMask(random);
            double common = area(ShapeAlgebra.combine(Operation.INTERSECT, a, List.of(b), PICTURE));
            double together = area(ShapeAlgebra.combine(Operation.UNION, a, List.of(b), PICTURE));
            double rest = area(ShapeAlgebra.combine(Operation.SUBTRACT, a, List.of(b), PICTURE));
            assertEquals(a.area() + b.area() - common, together);
            assertEquals(a.area() - common, rest);
        }
    }

    @Test
    void theFirstShapeDecidesTheKind() {
        Mask mask = MaskFill.of(SQUARE, 120, 100).orElseThrow();
        Box box = new Box(30, 30, 40, 40);
        assertInstanceOf(Mask.class, ShapeAlgebra.combine(Operation.UNION, mask, List.of(box), PICTURE).orElseThrow());
        Shape polygon = ShapeAlgebra.combine(Operation.UNION, box, List.of(mask), PICTURE).orElseThrow();
        assertInstanceOf(Polygon.class, polygon);
        assertEquals(1600 + 1600 - 400, polygon.area(), 1e-9);
    }

    @Test
    void takingAwayTheMiddleLeavesAHole() {
        Polygon rest = (Polygon) ShapeAlgebra.combine(Operation.SUBTRACT, SQUARE, List.of(square(20, 20, 10)), PICTURE).orElseThrow();
        assertEquals(1, rest.parts().getFirst().holes().size());
        assertEquals(1500, rest.area(), 1e-9);
    }

    @Test
    void takingAwayEverythingLeavesNothing() {
        assertEquals(Optional.empty(), ShapeAlgebra.combine(Operation.SUBTRACT, SQUARE, List.of(square(0, 0, 90)), PICTURE));
        assertEquals(Optional.empty(), ShapeAlgebra.combine(Operation.INTERSECT, SQUARE, List.of(square(60, 60, 10)), PICTURE));
    }

    @Test
    void aLineRightThroughCutsInTwo() {
        Contour line = new Contour(List.of(new Point(0, 20), new Point(100, 20)), Contour.Ends.OPEN);
        List<Shape> pieces = ShapeAlgebra.cut(SQUARE, line, PICTURE);
        assertEquals(List.of(400.0, 1200.0), pieces.stream().map(Shape::area).sorted().toList());
    }

    @Test
    void aLineThatStopsInsideCutsNothing() {
        Contour line = new Contour(List.of(new Point(0, 20), new Point(30, 20)), Contour.Ends.OPEN);
        assertEquals(List.of(SQUARE), ShapeAlgebra.cut(SQUARE, line, PICTURE));
    }

    @Test
    void aClosedLineCutsOutWhatIsInsideIt() {
        Contour line = new Contour(List.of(new Point(20, 20), new Point(30, 20), new Point(30, 30), new Point(20, 30)),
                Contour.Ends.CLOSED);
        List<Shape> pieces = ShapeAlgebra.cut(SQUARE, line, PICTURE);
        assertEquals(List.of(100.0, 1500.0), pieces.stream().map(Shape::area).sorted().toList());
    }

    @Test
    void aHoleStaysAHoleWhenTheLinePassesBesideIt() {
        Polygon ring = new Polygon(List.of(new Polygon.Part(new Ring(points(10, 10, 40)), List.of(new Ring(points(30, 30, 10))))));
        Contour line = new Contour(List.of(new Point(0, 20), new Point(100, 20)), Contour.Ends.OPEN);
        List<Shape> pieces = ShapeAlgebra.cut(ring, line, PICTURE);
        assertEquals(List.of(400.0, 1100.0), pieces.stream().map(Shape::area).sorted().toList());
    }

    /// Property: a cut loses and adds nothing.
    @Test
    void thePiecesOfACutAreTheWhole() {
        Random random = new Random(13);
        for (int i = 0; i < 100; i++) {
            Shape shape = anyShape(random);
            List<Point> points = new ArrayList<>();
            for (int p = 0; p < 2 + random.nextInt(5); p++) {
                points.add(new Point(random.nextDouble() * 140 - 10, random.nextDouble() * 120 - 10));
            }
            double sum = ShapeAlgebra.cut(shape, new Contour(points, Contour.Ends.OPEN), PICTURE).stream()
                    .mapToDouble(ShapeAlgebraTest::outlineArea).sum();
            assertEquals(outlineArea(shape), sum, 1e-6);
            Mask mask = anyMask(random);
            double pixels = ShapeAlgebra.cut(mask, new Contour(points, Contour.Ends.OPEN), PICTURE).stream().mapToDouble(Shape::area).sum();
            assertEquals(mask.area(), pixels, 1e-9);
        }
    }

    @Test
    void everyPartOnItsOwn() {
        Polygon two = Polygon.ofParts(List.of(new Ring(points(0, 0, 10)), new Ring(points(20, 0, 10))));
        assertEquals(List.of(square(0, 0, 10), square(20, 0, 10)), ShapeAlgebra.split(two));
        Mask mask = MaskFill.of(two, 120, 100).orElseThrow();
        assertEquals(List.of(100.0, 100.0), ShapeAlgebra.split(mask).stream().map(Shape::area).toList());
        assertEquals(2, ShapeAlgebra.split(new Points(List.of(new Point(1, 1), new Point(2, 2)))).size());
        assertEquals(List.of(SQUARE), ShapeAlgebra.split(SQUARE));
    }

    @Test
    void aPartBesideTheOthersIsKeptPointForPoint() {
        Ring far = new Ring(points(70, 70, 10));
        assertEquals(far, ShapeAlgebra.withPart(SQUARE, far).parts().get(1).outer());
        Polygon joined = ShapeAlgebra.withPart(SQUARE, new Ring(points(40, 40, 20)));
        assertEquals(1, joined.parts().size());
        assertEquals(1600 + 400 - 100, joined.area(), 1e-9);
    }

    @Test
    void aHoleInsideIsKeptPointForPointAndOneAcrossTheEdgeIsABite() {
        Ring inside = new Ring(points(20, 20, 10));
        assertEquals(List.of(inside), ShapeAlgebra.withHole(SQUARE, inside).orElseThrow().parts().getFirst().holes());
        Polygon bitten = ShapeAlgebra.withHole(SQUARE, new Ring(points(40, 40, 20))).orElseThrow();
        assertEquals(1500, bitten.area(), 1e-9);
        assertTrue(bitten.parts().getFirst().holes().isEmpty());
    }

    private static double area(Optional<Shape> shape) {
        return shape.map(Shape::area).orElse(0.0);
    }

    /// An ellipse counts as its outline.
    private static double outlineArea(Shape shape) {
        return shape instanceof Ellipse ellipse ? Polygon.of(ellipse.outline()).area() : shape.area();
    }

    private static Shape anyShape(Random random) {
        double x = 20 + random.nextDouble() * 60;
        double y = 20 + random.nextDouble() * 40;
        double width = 5 + random.nextDouble() * 40;
        double height = 5 + random.nextDouble() * 40;
        return switch (random.nextInt(4)) {
            case 0 -> new Box(x, y, width, height);
            case 1 -> new RotatedBox(x, y, width, height, random.nextDouble() * 360);
            case 2 -> new Ellipse(x, y, width / 2, height / 2, random.nextDouble() * 360);
            default -> star(random, x, y);
        };
    }

    private static Polygon star(Random random, double x, double y) {
        List<Point> points = new ArrayList<>();
        int count = 3 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            double radius = 3 + random.nextDouble() * 25;
            points.add(new Point(x + radius * Math.cos(angle), y + radius * Math.sin(angle)));
        }
        return Polygon.of(points);
    }

    private static Mask anyMask(Random random) {
        return MaskFill.of(star(random, 20 + random.nextInt(60), 20 + random.nextInt(40)), 120, 100)
                .orElseGet(() -> MaskFill.of(SQUARE, 120, 100).orElseThrow());
    }

    private static Polygon square(double x, double y, double side) {
        return Polygon.of(points(x, y, side));
    }

    private static List<Point> points(double x, double y, double side) {
        return List.of(new Point(x, y), new Point(x + side, y), new Point(x + side, y + side), new Point(x, y + side));
    }
}
