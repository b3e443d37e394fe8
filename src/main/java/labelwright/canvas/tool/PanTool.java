package labelwright.canvas.tool;

import java.util.Optional;

/// Moves the view. The canvas itself pans while this tool is chosen, so there is no gesture on the annotations.
public final class PanTool implements Tool {

    @Override
    public Kind kind() {
        return Kind.PAN;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        return Optional.empty();
    }

    @Override
    public boolean usesHandles() {
        return false;
    }

    @Override
    public Look look(Pointer pointer, ToolContext context) {
        return Look.HAND;
    }
}
