package labelwright.canvas.tool;

import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.Spans;

/// What found pixels do to those that a mask has.
enum Combining {
    ADD, TAKE;

    Spans of(Spans before, Spans found) {
        return switch (this) {
            case ADD -> MaskAlgebra.union(before, found);
            case TAKE -> MaskAlgebra.subtract(before, found);
        };
    }
}
