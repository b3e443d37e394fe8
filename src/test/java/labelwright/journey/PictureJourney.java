package labelwright.journey;

import java.util.Set;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

import labelwright.canvas.PictureCanvas;
import labelwright.geometry.Point;
import labelwright.settings.Theme;
import labelwright.ui.annotate.AnnotateScreen;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;

/// The Annotate screen of pictures; points are pixels of the picture.
abstract class PictureJourney extends ScreenJourney {
    @Override
    final Screen make(ProjectContext context) {
        return new AnnotateScreen(context);
    }

    @Override
    final PictureCanvas surface() {
        return (PictureCanvas) node("#annotate-canvas");
    }

    final PictureCanvas canvas() {
        return surface();
    }

    /// Shows the screen and waits until the first picture is open.
    final void showPicture(Theme theme, double width, double height) {
        show(theme, width, height);
        await("the first picture is open", () -> label("#annotate-place").startsWith("1 "));
        await("regions of an open picture are known", () -> !label("#annotate-region-count").isEmpty());
        settle();
    }

    final void drag(Point from, Point to) {
        mouse(MouseEvent.MOUSE_PRESSED, from);
        mouse(MouseEvent.MOUSE_DRAGGED, new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
        mouse(MouseEvent.MOUSE_DRAGGED, to);
        mouse(MouseEvent.MOUSE_RELEASED, to);
    }

    final void click(Point at, KeyCode... held) {
        mouse(MouseEvent.MOUSE_MOVED, at, held);
        mouse(MouseEvent.MOUSE_PRESSED, at, held);
        mouse(MouseEvent.MOUSE_RELEASED, at, held);
    }

    final void mouse(EventType<MouseEvent> type, Point at, KeyCode... held) {
        Point local = Fx.get(() -> canvas().getViewport().toScreen(at));
        pointer(type, new Point2D(local.x(), local.y()), Set.of(held));
    }
}
