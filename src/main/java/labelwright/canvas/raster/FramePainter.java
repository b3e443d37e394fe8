package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;

/// Keeps one view of a picture, its annotations and the suggestions drawn, and draws again only what changed. All calls only note what
/// is out of date; [#flush] draws. Belongs to one thread.
public final class FramePainter {
    /// Rows of a band; as many as can be drawn in [#BAND_NANOS] in between.
    private static final int LEAST_BAND = 16;
    private static final int MOST_BAND = 96;
    private static final long BAND_NANOS = 1_500_000;
    /// When more places than these changed, everything is drawn again.
    private static final int MOST_PLACES = 500;
    /// How far the edge line of a live area may change beside a changed pixel.
    private static final double LIVE_REACH = 2;
    /// Half transparent grey: seen on light and dark surroundings.
    private static final int SHEET = Raster.premultiplied(0x808890, 0.25);

    private final Raster raster;
    private final DeviceRect whole;
    private final Damage damage;
    /// What a gesture is changing at the moment: drawn before all else.
    private final List<DeviceRect> underThePointer = new ArrayList<>();
    private final AnnotationPainter painter;
    private final LiveAreaPainter livePainter;
    private final ShapeLayer annotations;
    private final ShapeLayer suggestions;
    private @Nullable PictureSource picture;
    private Bounds blank = new Bounds(0, 0, 0, 0);
    private Viewport view = Viewport.IDENTITY;
    private @Nullable ToneTable tone;
    private @Nullable LayerStyle annotationStyle;
    private @Nullable LayerStyle suggestionStyle;
    private AnnotationPainter.Detail detail = AnnotationPainter.Detail.CAPTIONS;
    /// Whether shapes may have come into view or gone.
    private boolean recount = true;
    private List<LiveArea> live = List.of();
    private boolean moved;
    private boolean urgent = true;
    private int band = MOST_BAND;

    /// @param width of the view in device pixels
    /// @param height of the view in device pixels
    public FramePainter(int width, int height, ShapeLayer annotations, ShapeLayer suggestions, TextMask.Source texts) {
        this.raster = new Raster(width, height);
        this.whole = DeviceRect.ofSize(width, height);
        this.damage = new Damage(whole);
        this.painter = new AnnotationPainter(raster, texts);
        this.livePainter = new LiveAreaPainter(raster);
        this.annotations = annotations;
        this.suggestions = suggestions;
        damage.all();
    }

    public Raster raster() {
        return raster;
    }

    /// Draws everything again at the next flush.
    public void everything() {
        damage.all();
    }

    public void picture(PictureSource source) {
        picture = source;
        urgent = true;
        damage.all();
    }

    /// How the values of the picture are shown from now on.
    public void tone(PictureTone next) {
        tone = ToneTable.of(next);
        damage.all();
    }

    /// Other pixels of the same picture came.
    ///
    /// @param place in picture pixels
    public void pictureChanged(Bounds place) {
        damage.add(DeviceRect.around(view.toScreen(place), 1));
    }

    /// A sheet instead of a picture that is not there.
    ///
    /// @param area in picture pixels
    public void blank(Bounds area) {
        picture = null;
        blank = area;
        urgent = true;
        damage.all();
    }

    /// @param next in device pixels of this view
    public void view(Viewport next) {
        if (next.equals(view)) {
            return;
        }
        double dx = next.offsetX() - view.offsetX();
        double dy = next.offsetY() - view.offsetY();
        boolean wholePixels = dx == Math.rint(dx) && dy == Math.rint(dy);
        underThePointer.forEach(damage::add);
        underThePointer.clear();
        boolean near = Math.abs(dx) < whole.width() && Math.abs(dy) < whole.height();
        boolean slide = next.scale() == view.scale() && wholePixels && near;
        Viewport before = view;
        view = next;
        recount = true;
        if (slide) {
            slide((int) dx, (int) dy);
        } else {
            rescale(before);
        }
    }

    /// What was drawn is shown at the new scale until it is drawn again; what was not in view before is drawn first.
    private void rescale(Viewport before) {
        double ratio = before.scale() / view.scale();
        raster.rescale(ratio, before.offsetX() - view.offsetX() * ratio, before.offsetY() - view.offsetY() * ratio);
        DeviceRect covered = DeviceRect.around(view.toScreen(before.visibleRegion(whole.width(), whole.height())), -1).intersect(whole);
        damage.clear();
        damage.add(new DeviceRect(0, 0, whole.width(), covered.top()));
        damage.add(new DeviceRect(0, covered.bottom(), whole.width(), whole.height()));
        damage.add(new DeviceRect(0, covered.top(), covered.left(), covered.bottom()));
        damage.add(new DeviceRect(covered.right(), covered.top(), whole.width(), covered.bottom()));
        damage.add(covered);
        moved = true;
    }

    private void slide(int dx, int dy) {
        raster.scroll(dx, dy);
        damage.move(dx, dy);
        int width = whole.width();
        int height = whole.height();
        damage.add(dx > 0 ? new DeviceRect(0, 0, dx, height) : new DeviceRect(width + dx, 0, width, height));
        damage.add(dy > 0 ? new DeviceRect(0, 0, width, dy) : new DeviceRect(0, height + dy, width, height));
        moved = true;
    }

    /// The styles of the two layers; whatever differs from before is drawn again.
    public void styles(LayerStyle forAnnotations, LayerStyle forSuggestions) {
        if (!forAnnotations.equals(annotationStyle) || !forSuggestions.equals(suggestionStyle)) {
            damage.all();
        }
        annotationStyle = forAnnotations;
        suggestionStyle = forSuggestions;
    }

    /// New styles that change the look of these places only.
    ///
    /// @param places in picture pixels
    public void restyle(LayerStyle forAnnotations, LayerStyle forSuggestions, Collection<Bounds> places) {
        annotationStyle = forAnnotations;
        suggestionStyle = forSuggestions;
        changed(places);
    }

    /// Pixels that are being worked on. Areas that come and go are drawn again whole, of the others only what is dirty.
    ///
    /// @param dirty in picture pixels
    public void live(List<LiveArea> next, Bounds dirty) {
        for (LiveArea area : live) {
            if (!next.contains(area)) {
                damage.add(DeviceRect.around(view.toScreen(area.bounds()), LIVE_REACH));
            }
        }
        for (LiveArea area : next) {
            if (!live.contains(area)) {
                damage.add(DeviceRect.around(view.toScreen(area.bounds()), LIVE_REACH));
            }
        }
        if (!next.isEmpty()) {
            underThePointer.add(DeviceRect.around(view.toScreen(dirty), LIVE_REACH).intersect(whole));
        }
        live = List.copyOf(next);
    }

    /// @param places where something changed, in picture pixels
    public void changed(Collection<Bounds> places) {
        recount = true;
        LayerStyle style = annotationStyle;
        double pixel = style == null ? 1 : style.look().pixel();
        if (places.size() > MOST_PLACES) {
            damage.all();
            return;
        }
        for (Bounds place : places) {
            damage.add(AnnotationPainter.reach(place, view, pixel));
        }
    }

    /// How the picture lies in this view, in its device pixels.
    public Viewport view() {
        return view;
    }

    /// Whether something is left to draw.
    public boolean isBehind() {
        return !damage.isEmpty() || !underThePointer.isEmpty();
    }

    /// Draws what is out of date, in bands, until the time is used up; the rest stays for the next call. What a gesture changes comes first
    /// and is drawn whole, as is a new picture.
    ///
    /// @param budgetNanos no band is begun that would not be done after this time; at least one is drawn
    /// @return the pixels that differ from the last flush; empty when none do
    public DeviceRect flush(long budgetNanos) {
        long start = System.nanoTime();
        chooseDetail();
        DeviceRect drawn = moved ? whole : DeviceRect.EMPTY;
        for (DeviceRect part : underThePointer) {
            draw(part);
            drawn = drawn.union(part);
        }
        underThePointer.clear();
        long begun = System.nanoTime();
        for (DeviceRect part = damage.next(band); !part.isEmpty(); part = damage.next(band)) {
            draw(part);
            drawn = drawn.union(part);
            long now = System.nanoTime();
            long took = Math.max(1, now - begun);
            band = Math.clamp(part.height() * BAND_NANOS / took, LEAST_BAND, MOST_BAND);
            begun = now;
            if (!urgent && now - start + took > budgetNanos) {
                break;
            }
        }
        raster.clip(whole);
        moved = false;
        urgent = false;
        return drawn;
    }

    private void draw(DeviceRect part) {
        raster.clip(part);
        paint();
    }

    private void chooseDetail() {
        if (!recount) {
            return;
        }
        recount = false;
        AnnotationPainter.Detail next = AnnotationPainter.detail(annotations, view, whole);
        if (next != detail) {
            detail = next;
            damage.all();
        }
    }

    private void paint() {
        raster.clear();
        PictureSource source = picture;
        if (source != null) {
            PicturePainter.paint(raster, source, view, tone);
        } else {
            raster.fill(DeviceRect.around(view.toScreen(blank), 0), SHEET);
        }
        if (annotationStyle != null) {
            painter.paint(annotations, annotationStyle, view, detail);
        }
        if (suggestionStyle != null) {
            painter.paint(suggestions, suggestionStyle, view, detail);
        }
        live.forEach(area -> livePainter.paint(area, view));
    }
}
