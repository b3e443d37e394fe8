package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.pixel.ColourFlood;
import labelwright.canvas.pixel.Patch;
import labelwright.canvas.pixel.PatchSource;
import labelwright.edit.EditName;
import labelwright.geometry.Bounds;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Point;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.LabelId;

/// A flood from the pixel under the press; the drag sets how different colours may be. All looking at pixels is done in the background:
/// first over a large area in blocks, so that the drag has something to show soon, and after the release over every pixel.
final class WandGesture implements Gesture {
    /// So many pixels or blocks are looked at for the drag.
    private static final int MOST_CELLS = 1_000_000;
    /// So many pixels of a picture in tiles are looked at in the end; of one in memory all.
    private static final int MOST_EXACT = 9_000_000;
    /// Screen pixels of the drag for one step of the tolerance.
    private static final double DRAG_STEP = 3;

    private final ToolContext context;
    private final Aim aim;
    private final PatchSource picture;
    private final Point start;
    private final Bounds looked;
    private final ColourFlood.Spread spread;
    private final Bounds covered;
    private final MaskBitmap pixels;
    private Step step = Step.LOOKING;
    private int tolerance;
    private volatile boolean abandoned;
    private boolean unreadable;
    private @Nullable Flood rough;
    private @Nullable Spans exact;

    /// What the found pixels are for.
    ///
    /// @param base the mask that they are added to or taken from; empty for a new one
    record Aim(LabelId label, Optional<Annotation> base, Combining combining) {}

    private enum Step {
        /// Nothing to show yet.
        LOOKING,
        /// As before, but the button is up.
        LOOKING_RELEASED, DRAGGING,
        /// Every pixel is being looked at.
        FINISHING
    }

    /// How far the colours of a patch are from that of the start.
    private record Flood(Patch patch, ColourFlood flood, boolean exact) {
        void reached(int tolerance, Spans.Visitor pixels) {
            flood.reached(tolerance, patch.spread(pixels));
        }
    }

    /// @param view the part of the picture that is looked at; `at` lies in it
    WandGesture(ToolContext context, Aim aim, PatchSource picture, Bounds view, Point at) {
        this.context = context;
        this.aim = aim;
        this.picture = picture;
        this.start = at;
        double left = Math.floor(view.x());
        double top = Math.floor(view.y());
        this.looked = new Bounds(left, top, Math.ceil(view.maxX()) - left, Math.ceil(view.maxY()) - top);
        this.spread = switch (context.pixelOptions().reach()) {
            case CONNECTED -> ColourFlood.Spread.CONNECTED;
            case EVERYWHERE -> ColourFlood.Spread.EVERYWHERE;
        };
        this.covered = aim.base.map(mask -> mask.shape().bounds().union(looked)).orElse(looked);
        this.pixels = new MaskBitmap(0, 0, 0, 0);
        pixels.cover(covered, context.picture());
        pixels.fill(base());
        this.tolerance = context.pixelOptions().tolerance();
        context.background(() -> look(MOST_CELLS, MOST_CELLS, PixelOptions.MOST_TOLERANCE), found -> {
            unreadable = found.isEmpty();
            rough = found.orElse(null);
        });
    }

    @Override
    public Preview preview() {
        LiveMask mask = new LiveMask(aim.base.map(Annotation::id), aim.label, pixels, LiveMask.Role.MASK);
        return new Preview.LiveMasks(List.of(mask), covered, Optional.empty(),
                step == Step.DRAGGING ? Preview.Work.DONE : Preview.Work.GOING_ON);
    }

    @Override
    public Outcome move(Pointer pointer) {
        if (step == Step.LOOKING || step == Step.DRAGGING) {
            double right = (pointer.at().x() - start.x()) / context.pixel();
            double up = (start.y() - pointer.at().y()) / context.pixel();
            int wanted = Math.clamp(Math.round(context.pixelOptions().tolerance() + (right + up) / DRAG_STEP), 0,
                    PixelOptions.MOST_TOLERANCE);
            if (wanted != tolerance) {
                tolerance = wanted;
                show();
            }
        }
        return Outcome.GOING;
    }

    @Override
    public boolean takesPoints() {
        return false;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        return switch (step) {
            case LOOKING -> {
                step = Step.LOOKING_RELEASED;
                yield Outcome.GOING;
            }
            case DRAGGING -> finish();
            case LOOKING_RELEASED, FINISHING -> Outcome.GOING;
        };
    }

    @Override
    public Outcome settled() {
        if (unreadable) {
            return new Outcome.Refused(Outcome.Refusal.NO_PIXELS);
        }
        return switch (step) {
            case LOOKING -> {
                if (rough != null) {
                    step = Step.DRAGGING;
                    show();
                }
                yield Outcome.GOING;
            }
            case LOOKING_RELEASED -> rough == null ? Outcome.GOING : finish();
            case DRAGGING -> Outcome.GOING;
            case FINISHING -> {
                Spans found = exact;
                yield found == null ? Outcome.GOING : painted(aim.combining.of(base(), found));
            }
        };
    }

    /// What is seen is what comes when every pixel was looked at; else that is done first.
    private Outcome finish() {
        show();
        Flood seen = rough;
        if (seen != null && seen.exact) {
            Spans found = pixels.spans();
            if (found.size() <= MaskEdits.MOST_RUNS) {
                return painted(found);
            }
        }
        step = Step.FINISHING;
        int most = tolerance;
        context.background(() -> everyPixel(most), found -> {
            unreadable = found.isEmpty();
            exact = found.orElse(null);
        });
        return Outcome.GOING;
    }

    /// In the background.
    private Optional<Spans> everyPixel(int most) {
        return look(Integer.MAX_VALUE, MOST_EXACT, most).map(flood -> {
            MaskBitmap found = new MaskBitmap((int) looked.x(), (int) looked.y(), (int) looked.width(), (int) looked.height());
            flood.reached(most, found::fill);
            return withoutGrain(found.spans());
        });
    }

    /// In the background; noise leaves masks of more pieces than can be kept: then the smallest go, and the smallest holes.
    private Spans withoutGrain(Spans found) {
        Spans kept = found;
        for (int radius = 1; kept.size() > MaskEdits.MOST_RUNS && !abandoned; radius *= 2) {
            kept = MaskAlgebra.open(MaskAlgebra.close(kept, radius), radius);
        }
        return kept;
    }

    /// In the background.
    ///
    /// @param cells how many pixels or blocks are looked at
    /// @param read how many pixels of a picture in tiles are read
    private Optional<Flood> look(int cells, int read, int most) {
        int side = picture.side(looked, read);
        return picture.read(looked, side).map(patch -> {
            Bounds part = patch.cells(looked);
            int left = Math.max(0, (int) Math.floor(part.x()));
            int top = Math.max(0, (int) Math.floor(part.y()));
            int width = Math.min(patch.image().width(), (int) Math.ceil(part.maxX())) - left;
            int height = Math.min(patch.image().height(), (int) Math.ceil(part.maxY())) - top;
            int block = Math.max(1, (int) Math.ceil(Math.sqrt((double) width * height / cells)));
            ColourFlood.Area area = new ColourFlood.Area(patch.image(), left, top, width, height, block);
            boolean exact = block == 1 && side == picture.side(looked, MOST_EXACT);
            return new Flood(patch,
                    ColourFlood.from(area, patch.column(start.x()), patch.row(start.y()), spread, most, () -> abandoned), exact);
        });
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

    private Spans base() {
        return aim.base.map(MaskEdits::pixels).orElse(Spans.NONE);
    }

    private Outcome painted(Spans all) {
        return MaskEdits.painted(context, EditName.FILL_REGION, aim.label, aim.base, all);
    }

    private void show() {
        Flood flood = rough;
        if (flood == null) {
            return;
        }
        pixels.clear();
        pixels.fill(base());
        switch (aim.combining) {
            case ADD -> flood.reached(tolerance, pixels::fill);
            case TAKE -> flood.reached(tolerance, pixels::clear);
        }
    }
}
