package labelwright.canvas.tool;

import labelwright.edit.Selection;

/// Moves annotations with the arrow keys: from the first press until the last key is up it is one edit.
final class NudgeGesture implements Gesture {
    private final Moving moving;
    private final Selection selected;

    NudgeGesture(Moving moving, Selection selected, ToolKey first) {
        this.moving = moving;
        this.selected = selected;
        key(first);
    }

    @Override
    public Preview preview() {
        return moving.preview();
    }

    @Override
    public Outcome move(Pointer pointer) {
        return Outcome.GOING;
    }

    @Override
    public Outcome press(Pointer pointer) {
        return moving.finish(selected);
    }

    @Override
    public Outcome release(Pointer pointer) {
        return moving.finish(selected);
    }

    @Override
    public final Outcome key(ToolKey key) {
        if (!key.isArrow()) {
            return moving.finish(selected);
        }
        moving.to(moving.dx() + key.dx(), moving.dy() + key.dy());
        return Outcome.GOING;
    }

    @Override
    public Outcome keyReleased(ToolKey key) {
        return key.isArrow() ? moving.finish(selected) : Outcome.GOING;
    }
}
