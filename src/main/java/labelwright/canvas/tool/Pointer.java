package labelwright.canvas.tool;

import java.util.Set;

import labelwright.geometry.Point;

/// Where the pointer is and what is held down.
///
/// @param at in picture pixels; may lie outside the picture
/// @param clicks 1 for the first press, 2 for the second of a double click
public record Pointer(Point at, Set<Modifier> modifiers, int clicks) {
    public Pointer {
        modifiers = Set.copyOf(modifiers);
    }

    /// Keys held down. `COMMAND` is Ctrl, or Cmd on a Mac.
    public enum Modifier {
        SHIFT, ALT, COMMAND
    }

    public boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }
}
