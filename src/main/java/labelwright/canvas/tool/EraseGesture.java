package labelwright.canvas.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import labelwright.edit.EditName;
import labelwright.geometry.Bounds;
import labelwright.geometry.BrushTip;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Point;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;

/// One stroke of the eraser, from press to release. A mask is taken into work when the eraser first meets it.
final class EraseGesture implements Gesture {
    private final ToolContext context;
    private final BrushTip tip;
    private final List<Work> waiting = new ArrayList<>();
    private final List<Work> working = new ArrayList<>();
    private Point last;
    private Bounds dirty;

    private record Work(Annotation mask, Bounds bounds, MaskBitmap pixels) {
        Work begun() {
            MaskBitmap begun = new MaskBitmap((int) bounds.x(), (int) bounds.y(), (int) bounds.width(), (int) bounds.height());
            begun.fill(MaskEdits.pixels(mask));
            return new Work(mask, bounds, begun);
        }
    }

    /// @param masks what may be erased; at least one
    EraseGesture(ToolContext context, List<Annotation> masks, Point at) {
        this.context = context;
        this.tip = context.pixelOptions().tip();
        this.last = at;
        this.dirty = new Bounds(at.x(), at.y(), 0, 0);
        masks.forEach(mask -> waiting.add(new Work(mask, mask.shape().bounds(), new MaskBitmap(0, 0, 0, 0))));
        erase(at);
    }

    @Override
    public Preview preview() {
        return new Preview.LiveMasks(working.stream().map(work -> new LiveMask(Optional.of(work.mask.id()), work.mask.label(), work.pixels,
                LiveMask.Role.MASK)).toList(), dirty);
    }

    @Override
    public Outcome move(Pointer pointer) {
        erase(pointer.at());
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        erase(pointer.at());
        return leave();
    }

    @Override
    public Outcome leave() {
        return MaskEdits.replaced(context, EditName.ERASE, working.stream().map(Work::mask).toList(),
                working.stream().map(work -> work.pixels.spans()).toList());
    }

    private void erase(Point to) {
        Spans.Builder stroke = new Spans.Builder();
        dirty = tip.stroke(last, to, stroke::add);
        Spans erased = stroke.build();
        List<Work> met = waiting.stream()
                .filter(work -> work.bounds.intersects(dirty) && MaskAlgebra.overlap(MaskEdits.pixels(work.mask), erased)).toList();
        waiting.removeAll(met);
        met.forEach(work -> working.add(work.begun()));
        working.forEach(work -> work.pixels.clear(erased));
        last = to;
    }
}
