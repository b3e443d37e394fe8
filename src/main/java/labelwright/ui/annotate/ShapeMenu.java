package labelwright.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import labelwright.canvas.PictureCanvas;
import labelwright.edit.Selection;
import labelwright.geometry.Handle;
import labelwright.geometry.Handles;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;

/// What can be done with the shape under the pointer: a right click without a drag shows it. On a point of a skeleton it begins with the
/// visibility of that point, and with the points that are absent.
final class ShapeMenu {
    private static final Texts TEXTS = Texts.of(ShapeMenu.class);
    private static final double REACH = 8;

    private final Workplace workplace;
    private final ShapeEdits edits;
    private final Supplier<List<Action>> actions;
    private final PictureCanvas canvas;
    private final ContextMenu menu = new ContextMenu();

    /// @param actions shown for every shape, those that can be done now
    ShapeMenu(Workplace workplace, ShapeEdits edits, Supplier<List<Action>> actions, PictureCanvas canvas) {
        this.workplace = workplace;
        this.edits = edits;
        this.actions = actions;
        this.canvas = canvas;
    }

    void install() {
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.SECONDARY || !event.isStillSincePress() || canvas.gestures().isGoingOn()) {
            return;
        }
        Point at = canvas.getViewport().toPicture(event.getX(), event.getY());
        selectAt(at);
        fill(at);
        if (!menu.getItems().isEmpty()) {
            menu.show(canvas, event.getScreenX(), event.getScreenY());
        }
    }

    private void selectAt(Point at) {
        List<Annotation> hits = canvas.annotationsAt(at);
        boolean onSelected = hits.stream().anyMatch(hit -> workplace.selection().get().contains(hit.id()));
        if (!hits.isEmpty() && !onSelected) {
            workplace.selection().set(Selection.of(hits.getFirst().id()));
        }
    }

    private void fill(Point at) {
        menu.getItems().clear();
        List<Annotation> operands = edits.operands();
        if (operands.size() == 1 && operands.getFirst().shape() instanceof Keypoints skeleton) {
            points(operands.getFirst(), skeleton, at);
        }
        for (Action action : actions.get()) {
            if (action.enabled().get()) {
                menu.getItems().add(ActionControls.menuItem(action));
            }
        }
    }

    private void points(Annotation annotation, Keypoints skeleton, Point at) {
        Optional<Handle> near = Handles.near(skeleton, at, REACH / canvas.getViewport().scale());
        if (near.isPresent() && near.get() instanceof Handle.Vertex vertex) {
            for (Keypoint.Visibility visibility : Keypoint.Visibility.values()) {
                RadioMenuItem item = new RadioMenuItem(name(annotation, vertex.index()) + ": " + TEXTS.name(visibility));
                item.setSelected(skeleton.points().get(vertex.index()).visibility() == visibility);
                item.setOnAction(_ -> edits.setVisibility(annotation, vertex.index(), visibility));
                menu.getItems().add(item);
            }
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (int i = 0; i < skeleton.points().size(); i++) {
            if (!skeleton.points().get(i).isThere()) {
                int absent = i;
                MenuItem item = new MenuItem(TEXTS.format("skeleton.place", name(annotation, absent)));
                item.setOnAction(_ -> edits.setVisibility(annotation, absent, Keypoint.Visibility.VISIBLE));
                menu.getItems().add(item);
            }
        }
    }

    private String name(Annotation annotation, int point) {
        return workplace.labels().schema().find(annotation.label()).flatMap(LabelClass::findSkeleton)
                .filter(template -> point < template.size()).map(template -> template.joints().get(point).name())
                .orElseGet(() -> Integer.toString(point + 1));
    }
}
