package labelwright.canvas.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import labelwright.canvas.pixel.ObjectCutter;
import labelwright.canvas.pixel.Patch;
import labelwright.canvas.pixel.PatchSource;
import labelwright.edit.EditName;
import labelwright.geometry.Bounds;
import labelwright.geometry.BrushTip;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Point;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.LabelId;

/// A box is drawn, the object in it is searched for, and strokes mend what was found; each stroke begins a new search, which ends the one
/// before.
final class CutoutGesture implements Gesture {
    /// Boxes with a side below this many picture pixels are slips of the hand.
    private static final double SMALLEST = 4;
    /// Width of the strokes in screen pixels.
    private static final double STROKE = 9;
    /// So many pixels of a picture in tiles are read at most.
    private static final long MOST_CELLS = 4_000_000;

    private final ToolContext context;
    private final LabelId label;
    private final Optional<Annotation> base;
    private final PatchSource picture;
    private final Point start;
    /// The number of the newest search; -1 when there is no need for any more.
    private final AtomicInteger search = new AtomicInteger();
    private Phase phase = Phase.BOX;
    private Bounds box;
    private Bounds dirty;
    private Point last;
    private boolean pressed = true;
    private LiveMask.Role stroke = LiveMask.Role.OBJECT;
    private MaskBitmap found = new MaskBitmap(0, 0, 0, 0);
    private MaskBitmap object = found;
    private MaskBitmap surroundings = found;
    private boolean accepted;
    private boolean unreadable;

    private enum Phase {
        /// The box is being drawn.
        BOX,
        /// The search goes on; it can be mended all the same.
        SEARCHING, FOUND
    }

    CutoutGesture(ToolContext context, LabelId label, Optional<Annotation> base, PatchSource picture, Point at) {
        this.context = context;
        this.label = label;
        this.base = base;
        this.picture = picture;
        this.start = context.clamp(at);
        this.last = start;
        this.box = Bounds.between(start, start);
        this.dirty = box;
    }

    @Override
    public Preview preview() {
        List<LiveMask> masks = new ArrayList<>();
        if (phase != Phase.BOX) {
            masks.add(new LiveMask(Optional.empty(), label, found, LiveMask.Role.MASK));
            masks.add(new LiveMask(Optional.empty(), label, object, LiveMask.Role.OBJECT));
            masks.add(new LiveMask(Optional.empty(), label, surroundings, LiveMask.Role.SURROUNDINGS));
        }
        return new Preview.LiveMasks(masks, dirty, Optional.of(box),
                phase == Phase.SEARCHING ? Preview.Work.GOING_ON : Preview.Work.DONE);
    }

    @Override
    public Outcome press(Pointer pointer) {
        if (!box.contains(pointer.at())) {
            return accept();
        }
        pressed = true;
        stroke = pointer.has(Pointer.Modifier.ALT) ? LiveMask.Role.SURROUNDINGS : LiveMask.Role.OBJECT;
        last = pointer.at();
        mark(pointer.at());
        return Outcome.GOING;
    }

    @Override
    public Outcome move(Pointer pointer) {
        if (!pressed) {
            return Outcome.GOING;
        }
        if (phase == Phase.BOX) {
            box = Bounds.between(start, context.clamp(pointer.at()));
        } else {
            mark(pointer.at());
        }
        return Outcome.GOING;
    }

    @Override
    public boolean takesPoints() {
        return phase == Phase.BOX;
    }

    @Override
    public Outcome release(Pointer pointer) {
        if (!pressed) {
            return Outcome.GOING;
        }
        move(pointer);
        pressed = false;
        if (phase == Phase.BOX) {
            if (Math.min(box.width(), box.height()) < SMALLEST) {
                return Outcome.CANCELLED;
            }
            found = empty();
            object = empty();
            surroundings = empty();
        }
        search();
        return Outcome.GOING;
    }

    @Override
    public Outcome key(ToolKey key) {
        return key == ToolKey.ENTER && phase != Phase.BOX ? accept() : Outcome.GOING;
    }

    @Override
    public Outcome settled() {
        return accepted && phase == Phase.FOUND ? accept() : Outcome.GOING;
    }

    @Override
    public Outcome leave() {
        return phase == Phase.FOUND ? accept() : Outcome.CANCELLED;
    }

    @Override
    public Optional<Note> note() {
        return phase == Phase.BOX ? Optional.of(Note.size(box)) : Optional.empty();
    }

    @Override
    public void abandoned() {
        search.set(-1);
    }

    /// Waits for the search when one goes on.
    private Outcome accept() {
        accepted = true;
        if (phase != Phase.FOUND) {
            return Outcome.GOING;
        }
        Spans pixels = found.spans();
        if (unreadable) {
            return new Outcome.Refused(Outcome.Refusal.NO_PIXELS);
        }
        if (pixels.isEmpty()) {
            return new Outcome.Refused(Outcome.Refusal.NOTHING_FOUND);
        }
        Spans before = base.map(MaskEdits::pixels).orElse(Spans.NONE);
        return MaskEdits.painted(context, EditName.FILL_REGION, label, base, Combining.ADD.of(before, pixels));
    }

    private void mark(Point to) {
        BrushTip tip = new BrushTip(BrushTip.Form.ROUND, Math.max(1, STROKE * context.pixel()));
        MaskBitmap marked = stroke == LiveMask.Role.OBJECT ? object : surroundings;
        MaskBitmap other = stroke == LiveMask.Role.OBJECT ? surroundings : object;
        dirty = tip.stroke(last, to, (y, from, end) -> {
            marked.fill(y, from, end);
            other.clear(y, from, end);
        });
        last = to;
    }

    private void search() {
        phase = Phase.SEARCHING;
        int number = search.incrementAndGet();
        ObjectCutter.Hints hints = new ObjectCutter.Hints(box, object.spans(), surroundings.spans());
        Bounds looked = ObjectCutter.surroundings(box).intersection(context.picture()).orElse(box);
        context.background(() -> cut(looked, hints, () -> search.get() != number), pixels -> {
            if (search.get() == number) {
                phase = Phase.FOUND;
                unreadable = pixels.isEmpty();
                found.clear();
                found.fill(pixels.orElse(Spans.NONE));
                dirty = box;
            }
        });
    }

    /// In the background.
    private Optional<Spans> cut(Bounds looked, ObjectCutter.Hints hints, BooleanSupplier cancelled) {
        Optional<Patch> patch = picture.read(looked, picture.side(looked, MOST_CELLS));
        return patch.map(cells -> cells.pixels(ObjectCutter.cut(cells.image(), new ObjectCutter.Hints(cells.cells(hints.box()),
                cells.cells(hints.object()), cells.cells(hints.surroundings())), cancelled)));
    }

    private MaskBitmap empty() {
        int left = (int) Math.floor(box.x());
        int top = (int) Math.floor(box.y());
        return new MaskBitmap(left, top, (int) Math.ceil(box.maxX()) - left, (int) Math.ceil(box.maxY()) - top);
    }
}
