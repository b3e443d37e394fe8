package labelwright.ui.control;

import java.util.List;

import javafx.scene.Node;

import labelwright.ui.action.Action;

/// One of the places on the rail. Made for one opened project by a [ScreenFactory]; FX thread only.
public interface Screen {
    /// One of the constants of [Place]; also the scope of its actions.
    String id();

    /// The words on the rail.
    String title();

    /// An Ikonli literal.
    String icon();

    /// The same node at every call.
    Node view();

    /// All of them, for as long as the screen lives; what cannot be done now is disabled.
    List<Action> actions();

    /// The view is in the window now: register listeners, load what may have changed.
    void onShow();

    /// The view leaves the window, or the project is closed: undo what [#onShow] registered.
    void onHide();

    /// Whether a person who is to be taken to the place should be taken here.
    default boolean shows(Place place) {
        return place.screen().equals(id());
    }

    /// Called after [#onShow] when a person was taken to this place, and while shown when the place is on this screen.
    default void arrive(Place place) {}
}
