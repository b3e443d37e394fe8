package labelwright.ui.label;

import labelwright.ui.action.Scope;

/// The screen that actions of this package are declared for: the same thing to do has on each screen an id and keys of its own.
///
/// @param screen the screen's id; what its actions are called begins with it
public record Area(String screen) {

    Scope scope() {
        return Scope.of(screen);
    }

    /// The id of an action here.
    public String id(String name) {
        return screen + "." + name;
    }
}
