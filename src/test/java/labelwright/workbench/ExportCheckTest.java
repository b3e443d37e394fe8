package labelwright.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.coco.CocoFormat;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.MediaRef;
import labelwright.model.Origin;
import labelwright.model.ProjectId;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExportCheckTest {
    private static final LabelClass LABEL = new LabelClass(new LabelId(1), "roof", Colour.ofPalette(0), Set.of(ShapeKind.values()));

    private static Polygon arrow(double tip) {
        return Polygon.of(List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10), new Point(tip, 6), new Point(0, 10)));
    }

    private static List<Loss> compare(Shape before, Shape after) {
        ExportCheck check = new ExportCheck(new LabelSchema(List.of(LABEL)), new CocoFormat(), new Watch(Progress.NONE, new CancelToken()));
        check.item(new ItemRecord("a.png", "a.png", null, 20, 20, Split.TRAIN));
        check.annotation("a.png", RegionRecord.of("roof", after, Map.of()));
        Item item = new Item(new ItemId(1), new ProjectId(1), "a.png", MediaRef.referenced(Path.of("a.png").toAbsolutePath()), 20, 20,
                Split.TRAIN);
        List<Annotation> annotations = List.of(new Annotation(new AnnotationId(1), LABEL.id(), before, new Origin.Manual()));
        check.compare(new SourceItem(item, null,
                new AnnotationSet(item.id(), new Author.Annotator("me"), WorkState.SUBMITTED, annotations, Set.of())));
        return check.losses();
    }

    @Test
    void aPointThatMovedInsideTheBoundsIsFound() {
        assertEquals(List.of(), compare(arrow(5), arrow(5)));
        List<Loss> losses = compare(arrow(5), arrow(5.001));
        assertEquals("1 annotations have another shape", losses.getFirst().what());
        assertTrue(losses.getFirst().why().contains("by at most 0.00"), losses::toString);
    }
}
