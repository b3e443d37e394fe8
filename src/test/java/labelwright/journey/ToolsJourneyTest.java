package labelwright.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.canvas.tool.Tool;
import labelwright.geometry.Bounds;
import labelwright.geometry.Handles;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Turn;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.Project;
import labelwright.model.SkeletonTemplate;
import labelwright.settings.Theme;
import labelwright.ui.action.Action;
import labelwright.ui.annotate.LabellingBench;
import labelwright.workbench.LabellingSession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every kind of shape is drawn and changed with pointer and keys, and all of it can be undone and done again after a restart.
class ToolsJourneyTest extends PictureJourney {
    private static final int WIDTH = 1_400;
    private static final int HEIGHT = 900;

    @BeforeEach
    void workspace() throws IOException {
        bench = LabellingBench.create(folder, 2, threads);
        Project project = bench.project();
        List<LabelClass> labels = new ArrayList<>(project.schema().labels());
        labels.set(2, labels.get(2).withSkeleton(person()));
        bench.workbench().projects().saveSchema(project.id(), project.schema().withLabels(labels));
    }

    @Test
    void everyKindIsDrawnChangedUndoneAndDoneAgain() {
        show(Theme.LIGHT);
        ItemId item = bench.items().getFirst();
        drawEveryKind();
        assertEquals(EnumSet.of(ShapeKind.BOX, ShapeKind.ROTATED_BOX, ShapeKind.ELLIPSE, ShapeKind.POLYGON, ShapeKind.POLYLINE,
                ShapeKind.POINTS, ShapeKind.KEYPOINTS), kinds(item));
        assertEquals(9, answer(item).annotations().size());
        Screenshots.save(stage.getScene(), "tools-drawn-light");

        turn(item);
        combineAndCut(item);
        simplify(item);
        convert(item);
        Screenshots.save(stage.getScene(), "tools-changed-light");
        AnnotationSet last = answer(item);
        hide();

        bench.reopen();
        LabellingSession session = bench.workbench().labelling().open(item, LabellingBench.KIM);
        assertEquals(last.annotations(), session.set().annotations());
        int steps = 0;
        while (session.canUndo()) {
            session.undo();
            steps++;
        }
        assertTrue(steps >= 17, "steps: " + steps);
        assertEquals(List.of(), session.set().annotations());
        bench.workbench().labelling().flush();
        bench.reopen();
        LabellingSession again = bench.workbench().labelling().open(item, LabellingBench.KIM);
        while (again.canRedo()) {
            again.redo();
        }
        assertEquals(last.annotations(), again.set().annotations());
    }

    @Test
    void whatIsDrawnBecomesTheTemplateOfItsLabelAndIsTakenBack() {
        show(Theme.LIGHT);
        ItemId item = bench.items().getFirst();
        key(KeyCode.DIGIT1);
        key(KeyCode.Y);
        click(new Point(100, 100));
        assertTrue(bench.notices().getLast().contains("template"), () -> bench.notices().toString());
        key(KeyCode.L);
        click(new Point(100, 100));
        click(new Point(140, 200));
        click(new Point(200, 100));
        key(KeyCode.ENTER);
        key(KeyCode.V);
        click(new Point(120, 150));
        key(KeyCode.K, KeyCode.CONTROL, KeyCode.SHIFT);
        await("round has a template", () -> template(0).isPresent() && bench.notices().getLast().contains("3"));
        SkeletonTemplate first = template(0).orElseThrow();
        assertEquals(List.of("point_1", "point_2", "point_3"), first.names());
        assertEquals(2, first.edges().size());
        assertEquals(0.4, first.joints().get(1).x(), 0.02);
        assertEquals(1, first.joints().get(1).y());
        Screenshots.save(stage.getScene(), "tools-template-light");

        key(KeyCode.Y);
        drag(new Point(300, 100), new Point(400, 200));
        key(KeyCode.V);
        click(new Point(340, 200));
        drag(new Point(340, 200), new Point(380, 160));
        Keypoints drawn = (Keypoints) one(item, ShapeKind.KEYPOINTS).shape();
        key(KeyCode.K, KeyCode.CONTROL, KeyCode.SHIFT);
        await("the template follows the skeleton", () -> template(0).filter(each -> !each.equals(first)).isPresent());
        SkeletonTemplate second = template(0).orElseThrow();
        assertEquals(first.edges(), second.edges());
        assertEquals(drawn, second.fit(drawn.bounds()));
        bench.reopen();
        assertEquals(Optional.of(second), template(0));
    }

    @Test
    void aTemplateThatWasTakenFromTheDrawingIsTakenBackUnlessItChangedMeanwhile() {
        show(Theme.LIGHT);
        Optional<SkeletonTemplate> before = template(2);
        key(KeyCode.DIGIT3);
        key(KeyCode.Y);
        drag(new Point(300, 100), new Point(400, 200));
        key(KeyCode.V);
        click(new Point(400, 140));
        drag(new Point(400, 140), new Point(380, 190));
        key(KeyCode.K, KeyCode.CONTROL, KeyCode.SHIFT);
        await("the template follows the skeleton", () -> !template(2).equals(before) && !bench.offers().isEmpty());
        assertEquals(before.orElseThrow().mirrors(), template(2).orElseThrow().mirrors());
        Action back = bench.offers().getLast();
        Fx.run(back::run);
        await("it is as it was", () -> template(2).equals(before) && bench.notices().getLast().contains("as they were"));
        Fx.run(back::run);
        await("a second time changes nothing", () -> bench.notices().getLast().contains("meanwhile"));
        assertEquals(before, template(2));
    }

    private Optional<SkeletonTemplate> template(int label) {
        return bench.project().schema().labels().get(label).findSkeleton();
    }

    @Test
    void aLabelChangesTheToolAndAForbiddenShapeIsOffered() {
        Project project = bench.project();
        bench.workbench().projects().setShapes(project.id(), project.schema().labels().get(1).id(), Set.of(ShapeKind.POLYGON));
        show(Theme.DARK);
        key(KeyCode.B);
        key(KeyCode.DIGIT2);
        assertEquals(Tool.Kind.POLYGON, canvas().toolProperty().get());
        key(KeyCode.O);
        drag(new Point(100, 100), new Point(200, 160));
        assertTrue(bench.notices().stream().anyMatch(text -> text.contains("oval")), () -> bench.notices().toString());
        assertEquals(List.of(), answer(bench.items().getFirst()).annotations());
        key(KeyCode.P);
        click(new Point(100, 100));
        click(new Point(200, 100));
        click(new Point(200, 180));
        key(KeyCode.D);
        await("the second picture is open", () -> ((Label) node("#annotate-place")).getText().startsWith("2"));
        assertEquals(1, answer(bench.items().getFirst()).annotations().size(), "a drawing of enough points is not lost");
        Screenshots.save(stage.getScene(), "tools-labels-dark");
    }

    private void drawEveryKind() {
        key(KeyCode.B);
        drag(new Point(20, 20), new Point(100, 80));
        key(KeyCode.R);
        click(new Point(140, 70));
        click(new Point(200, 40));
        click(new Point(215, 75));
        key(KeyCode.O);
        drag(new Point(240, 20), new Point(320, 80));
        key(KeyCode.DIGIT2);
        key(KeyCode.P);
        click(new Point(360, 20));
        click(new Point(450, 30));
        click(new Point(440, 110));
        click(new Point(370, 100));
        key(KeyCode.ENTER);
        click(new Point(385, 50), KeyCode.ALT);
        click(new Point(420, 55));
        click(new Point(405, 85));
        key(KeyCode.ENTER);
        key(KeyCode.B, KeyCode.SHIFT);
        mouse(MouseEvent.MOUSE_PRESSED, new Point(560, 60));
        for (int i = 1; i <= 60; i++) {
            mouse(MouseEvent.MOUSE_DRAGGED,
                    new Point(520 + 40 * Math.cos(i * Math.PI / 30) + i % 2, 60 + 35 * Math.sin(i * Math.PI / 30)));
        }
        mouse(MouseEvent.MOUSE_RELEASED, new Point(560, 60));
        key(KeyCode.DIGIT1);
        key(KeyCode.L);
        click(new Point(20, 130));
        click(new Point(60, 170));
        click(new Point(110, 140));
        key(KeyCode.ENTER);
        key(KeyCode.J);
        click(new Point(150, 130));
        click(new Point(180, 150));
        click(new Point(160, 180));
        key(KeyCode.DIGIT3);
        key(KeyCode.Y);
        click(new Point(280, 140));
        click(new Point(310, 180), KeyCode.SHIFT);
        mouse(MouseEvent.MOUSE_MOVED, new Point(250, 185));
        Fx.pulse();
        Screenshots.save(stage.getScene(), "tools-skeleton-guided");
        click(new Point(250, 185));
        key(KeyCode.S);
        click(new Point(280, 260));
        drag(new Point(340, 140), new Point(420, 260));
    }

    private void turn(ItemId item) {
        key(KeyCode.V);
        RotatedBox box = (RotatedBox) one(item, ShapeKind.ROTATED_BOX).shape();
        click(box.centre());
        Bounds picture = new Bounds(0, 0, 640, 480);
        Point handle = Handles.turner(box, 1 / canvas().getViewport().scale(), picture).orElseThrow().at();
        Point to = new Turn(box.centre(), 50).apply(handle);
        mouse(MouseEvent.MOUSE_PRESSED, handle);
        mouse(MouseEvent.MOUSE_DRAGGED, to);
        Fx.pulse();
        Screenshots.save(stage.getScene(), "tools-turning");
        mouse(MouseEvent.MOUSE_RELEASED, to);
        assertEquals(box.angle() + 50 - 360, ((RotatedBox) one(item, ShapeKind.ROTATED_BOX).shape()).angle(), 0.5);
    }

    private void combineAndCut(ItemId item) {
        key(KeyCode.DIGIT2);
        key(KeyCode.B);
        drag(new Point(450, 180), new Point(530, 240));
        drag(new Point(500, 212), new Point(600, 290));
        key(KeyCode.V);
        click(new Point(465, 195));
        click(new Point(580, 270), KeyCode.SHIFT);
        key(KeyCode.J, KeyCode.SHIFT);
        assertEquals(10, answer(item).annotations().size());
        assertInstanceOf(Polygon.class, answer(item).annotations().getLast().shape());
        key(KeyCode.C, KeyCode.SHIFT);
        click(new Point(430, 225));
        click(new Point(620, 227));
        key(KeyCode.ENTER);
        assertEquals(11, answer(item).annotations().size());
        key(KeyCode.V);
    }

    private void simplify(ItemId item) {
        Annotation freehand = answer(item).annotations().stream().filter(each -> each.shape().bounds().x() > 470)
                .filter(each -> each.shape().bounds().maxY() < 110).findFirst().orElseThrow();
        int before = ((Polygon) freehand.shape()).pointCount();
        click(new Point(520, 60));
        key(KeyCode.M, KeyCode.SHIFT);
        assertTrue(node("#annotate-simplify-bar").isVisible());
        Fx.run(() -> ((Slider) node("#annotate-simplify-tolerance")).setValue(2));
        Fx.pulse();
        Screenshots.save(stage.getScene(), "tools-simplify");
        key(KeyCode.ENTER);
        assertFalse(node("#annotate-simplify-bar").isVisible());
        assertTrue(((Polygon) answer(item).annotation(freehand.id()).shape()).pointCount() < before);
    }

    private void convert(ItemId item) {
        click(new Point(280, 50));
        Action toPolygon = screen.actions().stream().filter(action -> action.id().equals("annotate.convert" + ShapeKind.POLYGON.code()))
                .findFirst().orElseThrow();
        Fx.run(toPolygon::run);
        assertFalse(kinds(item).contains(ShapeKind.ELLIPSE));
        Keypoints skeleton = (Keypoints) answer(item).annotations().stream().map(Annotation::shape)
                .filter(Keypoints.class::isInstance).findFirst().orElseThrow();
        assertEquals(Keypoint.Visibility.OCCLUDED, skeleton.points().get(1).visibility());
        assertEquals(Keypoint.ABSENT, skeleton.points().get(3));
        click(new Point(280, 140));
        key(KeyCode.K, KeyCode.SHIFT);
        Keypoints flipped = (Keypoints) answer(item).annotations().stream().map(Annotation::shape).filter(Keypoints.class::isInstance)
                .findFirst().orElseThrow();
        assertEquals(skeleton.points().get(1), flipped.points().get(2));
        assertEquals(3, ((Points) one(item, ShapeKind.POINTS).shape()).points().size());
    }

    private static SkeletonTemplate person() {
        Colour left = Colour.parse("#2f81f7");
        Colour right = Colour.parse("#f78166");
        Colour middle = Colour.parse("#3fb950");
        return new SkeletonTemplate(
                List.of(new SkeletonTemplate.Joint("head", middle, 0.5, 0), new SkeletonTemplate.Joint("left hand", left, 1, 0.4),
                        new SkeletonTemplate.Joint("right hand", right, 0, 0.4), new SkeletonTemplate.Joint("left foot", left, 0.8, 1),
                        new SkeletonTemplate.Joint("right foot", right, 0.2, 1)),
                List.of(new SkeletonTemplate.Edge(0, 1, left), new SkeletonTemplate.Edge(0, 2, right),
                        new SkeletonTemplate.Edge(0, 3, left), new SkeletonTemplate.Edge(0, 4, right)),
                List.of(new SkeletonTemplate.Mirror(1, 2), new SkeletonTemplate.Mirror(3, 4)));
    }

    private Set<ShapeKind> kinds(ItemId item) {
        Set<ShapeKind> kinds = EnumSet.noneOf(ShapeKind.class);
        answer(item).annotations().stream().map(Annotation::shape).map(Shape::kind).forEach(kinds::add);
        return kinds;
    }

    private Annotation one(ItemId item, ShapeKind kind) {
        return answer(item).annotations().stream().filter(annotation -> annotation.shape().kind() == kind).findFirst().orElseThrow();
    }

    private void show(Theme theme) {
        showPicture(theme, WIDTH, HEIGHT);
    }
}
