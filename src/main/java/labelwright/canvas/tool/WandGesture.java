package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.pixel.ColourFlood;
import labelwright.edit.EditName;
import labelwright.geometry.Bounds;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Point;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.LabelId;

/// A flood from the pixel under the press; the drag sets how different colours may be. While dragging, a large area is looked at in blocks of
/// pixels; on release every pixel is looked at, in the background.
final class WandGesture implements Gesture {
    /// So many pixels or blocks are looked at while dragging.
    private static final int MOST_CELLS = 1_000_000;
    /// Screen pixels of the drag for one step of the tolerance.
    private static final double DRAG_STEP = 3;

    private final ToolContext context;
    private final Aim aim;
    private final PixelImage picture;
    private final Point start;
    private final ColourFlood.Area area;
    private final ColourFlood.Spread spread;
    private final ColourFlood rough;
    private final Bounds covered;
    private final MaskBitmap pixels;
    private int tolerance;
    private boolean released;
    private volatile boolean abandoned;
    private @Nullable ColourFlood exact;

    /// What the found pixels are for.
    ///
    /// @param base the mask that they are added to or taken from; empty for a new one
    record Aim(LabelId label, Optional<Annotation> base, Combining combining) {}

    /// @param view the part of the picture that is looked at; `at` lies in it
    WandGesture(ToolContext context, Aim aim, PixelImage picture, Bounds view, Point at) {
        this.context = context;
        this.aim = aim;
        this.picture = picture;
        this.start = at;
        int left = Math.max(0, (int) Math.floor(view.x()));
        int top = Math.max(0, (int) Math.floor(view.y()));
        int width = Math.min(picture.width(), (int) Math.ceil(view.maxX())) - left;
        int height = Math.min(picture.height(), (int) Math.ceil(view.maxY())) - top;
        this.area = new ColourFlood.Area(picture, left, top, width, height,
                Math.max(1, (int) Math.ceil(Math.sqrt((double) width * height / MOST_CELLS))));
        this.spread = switch (context.pixelOptions().reach()) {
            case CONNECTED -> ColourFlood.Spread.CONNECTED;
            case EVERYWHERE -> ColourFlood.Spread.EVERYWHERE;
        };
        this.rough = ColourFlood.from(area, column(), row(), spread, PixelOptions.MOST_TOLERANCE, () -> false);
        Bounds looked = new Bounds(left, top, width, height);
        this.covered = aim.base.map(mask -> mask.shape().bounds().union(looked)).orElse(looked);
        this.pixels = new MaskBitmap(0, 0, 0, 0);
        pixels.cover(covered, context.picture());
        this.tolerance = context.pixelOptions().tolerance();
        show(rough);
    }

    @Override
    public Preview preview() {
        LiveMask mask = new LiveMask(aim.base.map(Annotation::id), aim.label, pixels, LiveMask.Role.MASK);
        return new Preview.LiveMasks(List.of(mask), covered, Optional.empty(), released ? Preview.Work.GOING_ON : Preview.Work.DONE);
    }

    @Override
    public Outcome move(Pointer pointer) {
        if (!released) {
            double right = (pointer.at().x() - start.x()) / context.pixel();
            double up = (start.y() - pointer.at().y()) / context.pixel();
            int wanted = Math.clamp(Math.round(context.pixelOptions().tolerance() + (right + up) / DRAG_STEP), 0,
                    PixelOptions.MOST_TOLERANCE);
            if (wanted != tolerance) {
                tolerance = wanted;
                show(rough);
            }
        }
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        if (released || area.step() == 1) {
            return released ? Outcome.GOING : finished();
        }
        released = true;
        ColourFlood.Area every = new ColourFlood.Area(picture, area.left(), area.top(), area.width(), area.height(), 1);
        int most = tolerance;
        context.background(() -> ColourFlood.from(every, column(), row(), spread, most, () -> abandoned), found -> exact = found);
        return Outcome.GOING;
    }

    @Override
    public Outcome settled() {
        ColourFlood found = exact;
        if (found == null) {
            return Outcome.GOING;
        }
        show(found);
        return finished();
    }

    /// The tolerance.
    @Override
    public Optional<Note> note() {
        return Optional.of(new Note("\u00b1 " + tolerance, start));
    }

    @Override
    public void abandoned() {
        abandoned = true;
    }

    private Outcome finished() {
        return MaskEdits.painted(context, EditName.FILL_REGION, aim.label, aim.base, pixels.spans());
    }

    private void show(ColourFlood flood) {
        pixels.clear();
        pixels.fill(aim.base.map(MaskEdits::pixels).orElse(Spans.NONE));
        switch (aim.combining) {
            case ADD -> flood.reached(tolerance, pixels::fill);
            case TAKE -> flood.reached(tolerance, pixels::clear);
        }
    }

    private int column() {
        return Math.min((int) start.x(), picture.width() - 1);
    }

    private int row() {
        return Math.min((int) start.y(), picture.height() - 1);
    }
}
