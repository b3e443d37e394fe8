package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.edit.EditName;
import labelwright.geometry.Bounds;
import labelwright.geometry.BrushTip;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.LabelId;

/// One stroke of the brush, from press to release.
final class PaintGesture implements Gesture {
    private final ToolContext context;
    private final LabelId label;
    private final Optional<Annotation> base;
    private final BrushTip tip;
    private final MaskBitmap pixels = new MaskBitmap(0, 0, 0, 0);
    private Point last;
    private Bounds dirty;

    /// @param base the mask that the stroke goes on with; empty for a new one
    PaintGesture(ToolContext context, LabelId label, Optional<Annotation> base, Point at) {
        this.context = context;
        this.label = label;
        this.base = base;
        this.tip = context.pixelOptions().tip();
        this.last = at;
        this.dirty = new Bounds(at.x(), at.y(), 0, 0);
        base.ifPresent(mask -> {
            pixels.cover(mask.shape().bounds(), context.picture());
            pixels.fill(MaskEdits.pixels(mask));
        });
        paint(at);
    }

    @Override
    public Preview preview() {
        return new Preview.LiveMasks(List.of(new LiveMask(base.map(Annotation::id), label, pixels, LiveMask.Role.MASK)), dirty);
    }

    @Override
    public Outcome move(Pointer pointer) {
        paint(pointer.at());
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        paint(pointer.at());
        return leave();
    }

    @Override
    public Outcome leave() {
        return MaskEdits.painted(context, EditName.PAINT, label, base, pixels.spans());
    }

    private void paint(Point to) {
        Bounds way = tip.at(last).union(tip.at(to)).grow(1);
        pixels.cover(way, context.picture());
        dirty = tip.stroke(last, to, pixels::fill);
        last = to;
    }
}
