package labelwright.ui.control;

/// Makes a screen for the project that was opened. FX thread.
@FunctionalInterface
public interface ScreenFactory {
    Screen create(ProjectContext context);
}
