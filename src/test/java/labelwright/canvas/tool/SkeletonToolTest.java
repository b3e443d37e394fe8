package labelwright.canvas.tool;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.edit.EditName;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoint.Visibility;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Point;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.SkeletonTemplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SkeletonToolTest {
    private static final SkeletonTemplate FACE = new SkeletonTemplate(
            List.of(joint("nose", 0.5, 1), joint("left eye", 1, 0), joint("right eye", 0, 0)),
            List.of(new SkeletonTemplate.Edge(0, 1, new Colour(0)), new SkeletonTemplate.Edge(0, 2, new Colour(0))),
            List.of(new SkeletonTemplate.Mirror(1, 2)));

    private final Board board = new Board();

    @BeforeEach
    void chooseTheTool() {
        board.template(FACE);
        board.station().choose(Tool.Kind.SKELETON);
    }

    @Test
    void clicksPlaceThePointsInTheOrderOfTheTemplate() {
        board.click(50, 50);
        assertEquals("left eye  2/3", board.station().note().orElseThrow().text());
        board.click(60, 30);
        board.click(40, 30);
        assertEquals(skeleton(at(50, 50), at(60, 30), at(40, 30)), board.newest());
        assertEquals(List.of(EditName.DRAW), board.names());
        assertFalse(board.station().isBusy());
    }

    @Test
    void aPointCanBeSkippedOccludedAndTakenBack() {
        board.click(50, 50);
        assertTrue(board.station().key(ToolKey.SKIP));
        board.station().key(ToolKey.BACKSPACE);
        board.click(60, 30, Pointer.Modifier.SHIFT);
        board.station().key(ToolKey.SKIP);
        assertEquals(skeleton(at(50, 50), new Keypoint(60, 30, Visibility.OCCLUDED), Keypoint.ABSENT), board.newest());
    }

    @Test
    void theKeyPlacesAnOccludedPoint() {
        board.click(50, 50);
        board.station().move(Board.at(60, 30));
        assertTrue(board.station().key(ToolKey.OCCLUDED));
        board.station().key(ToolKey.ENTER);
        assertEquals(skeleton(at(50, 50), new Keypoint(60, 30, Visibility.OCCLUDED), Keypoint.ABSENT), board.newest());
    }

    @Test
    void aDragFitsTheTemplateIntoABox() {
        board.drag(20, 20, 60, 80);
        assertEquals(skeleton(at(40, 80), at(60, 20), at(20, 20)), board.newest());
    }

    @Test
    void aSkeletonOfSkippedPointsIsNothing() {
        board.click(50, 50);
        board.station().key(ToolKey.BACKSPACE);
        board.station().key(ToolKey.SKIP);
        board.station().key(ToolKey.SKIP);
        board.station().key(ToolKey.SKIP);
        assertEquals(List.of(), board.set().annotations());
        assertFalse(board.station().isBusy());
    }

    @Test
    void escapeLeavesNoTrace() {
        board.click(50, 50);
        board.station().key(ToolKey.ESCAPE);
        assertEquals(List.of(), board.set().annotations());
    }

    @Test
    void altPlacesWhatIsAbsent() {
        AnnotationId id = board.put(skeleton(at(50, 50), Keypoint.ABSENT, at(40, 30)));
        board.select(id);
        board.click(70, 20, Pointer.Modifier.ALT);
        assertEquals(skeleton(at(50, 50), at(70, 20), at(40, 30)), board.shape(id));
        assertEquals(List.of(EditName.EDIT_POINTS), board.names());
    }

    @Test
    void withoutATemplateTheReasonIsGiven() {
        board.template(null);
        board.click(50, 50);
        assertEquals(new Outcome.Refused(Outcome.Refusal.NO_SKELETON), board.lastOutcome());
    }

    @Test
    void theKeyOverAPointTogglesWhetherItIsOccluded() {
        AnnotationId id = board.put(skeleton(at(50, 50), at(60, 30), at(40, 30)));
        board.select(id);
        board.station().choose(Tool.Kind.SELECT);
        board.station().move(Board.at(61, 31));
        assertTrue(board.station().key(ToolKey.OCCLUDED));
        assertEquals(Visibility.OCCLUDED, ((Keypoints) board.shape(id)).points().get(1).visibility());
        board.station().key(ToolKey.OCCLUDED);
        assertEquals(Visibility.VISIBLE, ((Keypoints) board.shape(id)).points().get(1).visibility());
        board.station().move(Board.at(150, 80));
        assertFalse(board.station().key(ToolKey.OCCLUDED));
    }

    @Test
    void altClicksGoThroughTheVisibilities() {
        AnnotationId id = board.put(skeleton(at(50, 50), at(60, 30), at(40, 30)));
        board.select(id);
        board.station().choose(Tool.Kind.SELECT);
        board.click(60, 30, Pointer.Modifier.ALT);
        assertEquals(Visibility.OCCLUDED, ((Keypoints) board.shape(id)).points().get(1).visibility());
        board.click(60, 30, Pointer.Modifier.ALT);
        assertEquals(Keypoint.ABSENT, ((Keypoints) board.shape(id)).points().get(1));
    }

    @Test
    void aPointIsDraggedByItself() {
        AnnotationId id = board.put(skeleton(at(50, 50), at(60, 30), at(40, 30)));
        board.select(id);
        board.station().choose(Tool.Kind.SELECT);
        board.drag(60, 30, 70, 25);
        assertEquals(skeleton(at(50, 50), at(70, 25), at(40, 30)), board.shape(id));
    }

    @Test
    void aFlipExchangesThePairs() {
        Keypoints skeleton = skeleton(at(50, 50), at(60, 30), Keypoint.ABSENT);
        assertEquals(skeleton(at(50, 50), Keypoint.ABSENT, at(60, 30)), SkeletonLines.flipped(FACE, skeleton));
        assertEquals(skeleton, SkeletonLines.flipped(FACE, SkeletonLines.flipped(FACE, skeleton)));
    }

    @Test
    void theLinesBetweenPointsCanBeHit() {
        Keypoints skeleton = skeleton(at(50, 50), at(60, 30), Keypoint.ABSENT);
        assertEquals(0, SkeletonLines.distance(FACE, skeleton, new Point(55, 40)), 1e-9);
        assertTrue(SkeletonLines.distance(FACE, skeleton, new Point(45, 40)) > 5);
    }

    private static SkeletonTemplate.Joint joint(String name, double x, double y) {
        return new SkeletonTemplate.Joint(name, new Colour(0), x, y);
    }

    private static Keypoints skeleton(Keypoint... points) {
        return new Keypoints(List.of(points));
    }

    private static Keypoint at(double x, double y) {
        return Keypoint.visible(new Point(x, y));
    }
}
