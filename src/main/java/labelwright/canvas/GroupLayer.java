package labelwright.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import labelwright.canvas.raster.ShapeLayer;
import labelwright.canvas.raster.Viewport;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.model.Annotation;
import labelwright.model.RegionFacts;

/// A dashed rectangle with a name around all regions of each group that a selected region belongs to. JavaFX thread only.
final class GroupLayer extends Region {
    private static final double MARGIN = 7;
    /// Room for the names of the topmost regions.
    private static final double NAMES = 16;
    /// Of so many groups at once the rectangles still tell something.
    private static final int MOST = 12;

    private final List<Frame> frames = new ArrayList<>();
    private BiFunction<Integer, Integer, String> words = (number, regions) -> "#" + number + " (" + regions + ")";
    private Viewport view = Viewport.IDENTITY;

    /// One group on the screen.
    private record Frame(Bounds bounds, Rectangle edge, Label name) {}

    GroupLayer() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /// @param next from the number of a group and how many regions it has to the words at its rectangle
    void words(BiFunction<Integer, Integer, String> next) {
        words = next;
    }

    void view(Viewport next) {
        view = next;
        frames.forEach(this::place);
    }

    /// Looks at the selected regions and those of their groups only, however many there are.
    void show(ShapeLayer regions, Selection selection) {
        if (!frames.isEmpty()) {
            getChildren().clear();
        }
        frames.clear();
        NavigableSet<Integer> groups = new TreeSet<>();
        if (!selection.isEmpty()) {
            selection.ids().forEach(id -> regions.find(id).map(RegionFacts::group).ifPresent(group -> group.ifPresent(groups::add)));
        }
        groups.stream().limit(MOST).forEach(group -> add(group, regions.inGroup(group)));
    }

    private void add(int group, Collection<Annotation> members) {
        members.stream().map(region -> region.shape().bounds()).reduce(Bounds::union).ifPresent(bounds -> {
            Rectangle edge = new Rectangle();
            edge.getStyleClass().add("canvas-group");
            edge.setManaged(false);
            Label name = new Label(words.apply(group, members.size()));
            name.getStyleClass().add("canvas-group-name");
            name.setManaged(false);
            Frame frame = new Frame(bounds, edge, name);
            frames.add(frame);
            getChildren().addAll(edge, name);
            place(frame);
        });
    }

    /// The name lies below the rectangle, where the names of regions do not.
    private void place(Frame frame) {
        Bounds wide = view.toScreen(frame.bounds).grow(MARGIN);
        Bounds screen = new Bounds(wide.x(), wide.y() - NAMES, wide.width(), wide.height() + NAMES);
        frame.edge.setX(Math.floor(screen.x()) + 0.5);
        frame.edge.setY(Math.floor(screen.y()) + 0.5);
        frame.edge.setWidth(Math.floor(screen.width()));
        frame.edge.setHeight(Math.floor(screen.height()));
        frame.name.applyCss();
        frame.name.autosize();
        frame.name.relocate(Math.floor(screen.x()), Math.floor(screen.maxY()) + 1);
    }
}
