package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShapeLayerTest {
    private final ShapeLayer layer = new ShapeLayer();

    /// Property: whatever is added and taken away, the grid finds what looking at every shape finds, in drawing order.
    @Test
    void whatIsFoundByPlaceIsWhatLookingAtAllFinds() {
        Random random = new Random(5);
        List<Annotation> shapes = new ArrayList<>(Scenes.many(500, 900, 700));
        shapes.add(Scenes.annotation(9_000, 1, new Box(-50, -50, 2_000, 2_000)));
        layer.show(shapes);
        for (int round = 0; round < 60; round++) {
            Bounds area = new Bounds(random.nextInt(1_200) - 150, random.nextInt(900) - 150, random.nextInt(300), random.nextInt(300));
            List<Annotation> expected = shapes.stream().filter(each -> each.shape().bounds().intersects(area)).toList();
            List<Annotation> found = new ArrayList<>();
            layer.forEach(area, drawn -> found.add(drawn.annotation()));
            assertEquals(expected, found, "in " + area);
            shapes.remove(random.nextInt(shapes.size()));
            shapes.add(random.nextInt(shapes.size()),
                    Scenes.annotation(10_000 + round, 2, new Box(random.nextInt(1_500) - 300, random.nextInt(900), 60, 40)));
            layer.show(shapes);
        }
    }

    @Test
    void theSelectedOnesComeInDrawingOrder() {
        layer.show(Scenes.many(20, 300, 200));
        List<AnnotationId> wanted = List.of(new AnnotationId(9), new AnnotationId(3), new AnnotationId(77));
        assertEquals(List.of(3L, 9L), layer.inOrder(wanted, _ -> true).stream().map(each -> each.id().value()).toList());
    }

    @Test
    void aMaskIsHitInsideAndNextToIt() {
        Spans.Builder spans = new Spans.Builder();
        for (int y = 10; y < 20; y++) {
            spans.add(y, 10, 30);
        }
        layer.show(List.of(Scenes.annotation(1, 1, new Mask(spans.build()))));
        assertEquals(1, layer.at(new Point(20, 15), 3, _ -> true).size());
        assertEquals(1, layer.at(new Point(32, 15), 3, _ -> true).size());
        assertTrue(layer.at(new Point(36, 15), 3, _ -> true).isEmpty());
    }

    @Test
    void aShapeMovedFarAwayIsFoundThere() {
        List<Annotation> shapes = new ArrayList<>(Scenes.many(200, 300, 200));
        layer.show(shapes);
        shapes.set(50, Scenes.annotation(51, 1, new Box(5_000, 4_000, 10, 10)));
        layer.show(shapes);
        assertEquals(51, layer.at(new Point(5_005, 4_005), 0, _ -> true).getFirst().id().value());
    }
}
