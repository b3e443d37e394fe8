package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import labelwright.ui.action.ActionRegistry;
import labelwright.ui.control.Navigator;
import labelwright.ui.control.Place;
import labelwright.ui.control.Screen;

/// Holds the screens there are now and shows one of them. Registers their actions for as long as they are there. FX thread only.
public final class ScreenHost implements Navigator {
    private final ActionRegistry registry;
    private final StackPane view = new StackPane();
    private final List<Screen> screens = new ArrayList<>();
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private @Nullable Screen current;

    public ScreenHost(ActionRegistry registry) {
        this.registry = registry;
        view.setId("content");
    }

    StackPane view() {
        return view;
    }

    List<Screen> screens() {
        return List.copyOf(screens);
    }

    /// The id of the screen that is shown; empty before the first one.
    ReadOnlyStringProperty shown() {
        return shown.getReadOnlyProperty();
    }

    Optional<Screen> current() {
        return Optional.ofNullable(current);
    }

    /// Puts other screens in the place of those there are, and shows the first. A screen that is in both lists stays as it is.
    void replace(List<Screen> fresh) {
        List<Screen> gone = screens.stream().filter(screen -> !fresh.contains(screen)).toList();
        List<Screen> come = fresh.stream().filter(screen -> !screens.contains(screen)).toList();
        if (current != null && gone.contains(current)) {
            hideCurrent();
        }
        gone.forEach(screen -> registry.remove(screen.actions()));
        come.forEach(screen -> registry.add(screen.actions()));
        screens.clear();
        screens.addAll(fresh);
        show(fresh.getFirst());
    }

    /// Lets go of all screens.
    void clear() {
        hideCurrent();
        screens.forEach(screen -> registry.remove(screen.actions()));
        screens.clear();
        shown.set("");
    }

    @Override
    public void go(Place place) {
        screens.stream().filter(screen -> screen.shows(place)).findFirst().ifPresent(screen -> {
            show(screen);
            screen.arrive(place);
        });
    }

    private void show(Screen next) {
        if (next.equals(current)) {
            return;
        }
        hideCurrent();
        current = next;
        view.getChildren().setAll(next.view());
        shown.set(next.id());
        next.onShow();
        next.view().requestFocus();
    }

    private void hideCurrent() {
        Screen before = current;
        current = null;
        if (before != null) {
            before.onHide();
        }
        view.getChildren().clear();
    }
}
