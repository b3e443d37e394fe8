package labelwright.ui.control;

/// Takes a person somewhere else in the app. FX thread only.
@FunctionalInterface
public interface Navigator {
    /// Shows the place's screen, if it is not shown yet, and then lets it arrive there.
    void go(Place place);
}
