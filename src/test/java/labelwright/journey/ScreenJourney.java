package labelwright.journey;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;
import labelwright.settings.Theme;
import labelwright.task.WorkerThreads;
import labelwright.ui.action.ActionRegistry;
import labelwright.ui.action.ShortcutDispatch;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.control.Appearance;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// One labelling screen by itself in a headless window over a real workspace, driven with pointer and keys. Nothing that went wrong in the
/// background stays unseen: every wait looks at the faults too.
abstract class ScreenJourney {
    @TempDir
    Path folder;

    final ExecutorService threads = WorkerThreads.pool("journey", 2);
    LabellingBench bench;
    Screen screen;
    Stage stage;

    /// The screen under test, made on the FX thread.
    abstract Screen make(ProjectContext context);

    /// The node on which a person draws or marks; it gets the keys when nothing has the focus.
    abstract Node surface();

    @AfterEach
    void closeAll() {
        hide();
        bench.close();
        threads.shutdownNow();
    }

    /// Shows the screen in a window of this size; its picture or text is not waited for.
    final void show(Theme theme, double width, double height) {
        Fx.run(() -> {
            Appearance.apply(theme);
            screen = make(bench.projectContext(threads, FxJobs.fxThread()));
            ActionRegistry registry = new ActionRegistry();
            registry.add(screen.actions());
            Scene scene = new Scene((Parent) screen.view(), width, height);
            Appearance.dress(scene);
            new ShortcutDispatch(registry, screen::id).install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            screen.onShow();
        });
    }

    final void hide() {
        if (stage != null) {
            Stage shown = stage;
            stage = null;
            Fx.run(() -> {
                screen.onHide();
                shown.close();
            });
        }
    }

    static void settle() {
        for (int i = 0; i < 4; i++) {
            Fx.pulse();
        }
    }

    final void await(String what, BooleanSupplier condition) {
        Fx.await(what, condition);
        assertTrue(bench.faults().isEmpty(), () -> bench.faults().toString());
    }

    final AnnotationSet answer(ItemId item) {
        bench.workbench().labelling().flush();
        return bench.workbench().catalogue().answers(List.of(item), LabellingBench.KIM).getFirst();
    }

    final Node node(String selector) {
        Node found = stage.getScene().lookup(selector);
        assertTrue(found != null, () -> "No node " + selector);
        return found;
    }

    final String label(String selector) {
        return ((Label) node(selector)).getText();
    }

    final ListView<?> list(String selector) {
        return (ListView<?>) node(selector);
    }

    /// Runs what the action does, whether or not it is enabled.
    final void run(String actionId) {
        Fx.run(screen.actions().stream().filter(action -> action.id().equals(actionId)).findFirst().orElseThrow()::run);
        Fx.pulse();
    }

    /// Presses and lets go, then lets the toolkit draw.
    final void key(KeyCode code, KeyCode... held) {
        press(code, held);
        Fx.pulse();
    }

    /// Presses and lets go.
    final void press(KeyCode code, KeyCode... held) {
        Set<KeyCode> modifiers = Set.of(held);
        Fx.run(() -> {
            Node focused = stage.getScene().getFocusOwner();
            Node target = focused == null ? surface() : focused;
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                target.fireEvent(new KeyEvent(type, "", "", code, modifiers.contains(KeyCode.SHIFT), modifiers.contains(KeyCode.CONTROL),
                        modifiers.contains(KeyCode.ALT), false));
            }
        });
    }

    /// Sends the surface an event of the left button.
    ///
    /// @param local in the surface's coordinates
    final void pointer(EventType<MouseEvent> type, Point2D local, Set<KeyCode> held) {
        Fx.run(() -> {
            Point2D at = surface().localToScene(local);
            boolean down = type != MouseEvent.MOUSE_MOVED;
            surface().fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                    down ? MouseButton.PRIMARY : MouseButton.NONE, 1, held.contains(KeyCode.SHIFT), held.contains(KeyCode.CONTROL),
                    held.contains(KeyCode.ALT), false, down, false, false, true, false, true, null));
        });
    }
}
