package labelwright.canvas;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.raster.DeviceRect;
import labelwright.canvas.raster.FramePainter;
import labelwright.canvas.raster.LiveArea;
import labelwright.canvas.raster.PictureSource;
import labelwright.canvas.raster.PictureTone;
import labelwright.canvas.raster.TiledLevels;
import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Bounds;

/// Shows what a [FramePainter] draws, and has it draw at most once per pulse. JavaFX thread only.
final class FrameView extends Region {
    /// Time for drawing in one pulse; what is left over comes with the next.
    private static final long BUDGET_NANOS = 7_000_000;
    /// While pixels are being worked on, so that the next event of the stroke is not kept waiting.
    private static final long LIVE_BUDGET_NANOS = 3_500_000;

    private final CanvasContent content;
    private final ImageView image = new ImageView();
    private final Runnable onPulse = this::flush;
    private @Nullable FramePainter painter;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private final List<FrameView> twins = new ArrayList<>();
    /// Whose picture this one shows; it asks for the tiles of both.
    private @Nullable FrameView leader;
    private @Nullable PictureSource picture;
    private Bounds blank = new Bounds(0, 0, 0, 0);
    private Viewport view = Viewport.IDENTITY;
    private PictureTone tone = PictureTone.IDENTITY;
    private double density = 1;
    private List<LiveArea> live = List.of();
    /// Whether pixels were worked on when the last frame was drawn: the frame after a stroke has the edit to wait for.
    private boolean wasStroke;

    FrameView(CanvasContent content) {
        this.content = content;
        setManaged(false);
        setMouseTransparent(true);
        image.setSmooth(false);
        getChildren().add(image);
        sceneProperty().addListener((_, before, after) -> moveToScene(before, after));
    }

    /// A node can be in at most one scene, so the pulse listener goes with it.
    private void moveToScene(@Nullable Scene before, @Nullable Scene after) {
        if (before != null) {
            before.removePreLayoutPulseListener(onPulse);
        }
        if (after != null) {
            after.addPreLayoutPulseListener(onPulse);
            Platform.requestNextPulse();
        }
    }

    /// @param pixelDensity device pixels per logical pixel
    void resizeTo(double width, double height, double pixelDensity) {
        resize(width, height);
        int columns = Math.max(1, (int) Math.ceil(width * pixelDensity));
        int rows = Math.max(1, (int) Math.ceil(height * pixelDensity));
        FramePainter known = painter;
        if (known != null && known.raster().width() == columns && known.raster().height() == rows && density == pixelDensity) {
            return;
        }
        density = pixelDensity;
        FramePainter fresh = new FramePainter(columns, rows, content.annotations(), content.suggestions(), new TextMasks(pixelDensity));
        PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(columns, rows, IntBuffer.wrap(fresh.raster().pixels()),
                PixelFormat.getIntArgbPreInstance());
        painter = fresh;
        buffer = pixels;
        image.setImage(new WritableImage(pixels));
        image.setFitWidth(columns / pixelDensity);
        image.setFitHeight(rows / pixelDensity);
        fresh.styles(content.annotationStyle(), content.suggestionStyle());
        fresh.view(view.onDevice(density));
        fresh.tone(tone);
        fresh.live(live, blank);
        if (picture == null) {
            fresh.blank(blank);
        } else {
            fresh.picture(picture);
        }
        flush();
    }

    /// From now on the other one shows the picture that this one shows.
    void addTwin(FrameView twin) {
        if (!twins.contains(twin)) {
            twins.add(twin);
            twin.leader = this;
        }
        PictureSource known = picture;
        if (known == null) {
            twin.blank(blank);
        } else {
            twin.picture(known);
        }
    }

    void removeTwin(FrameView twin) {
        if (twins.remove(twin)) {
            twin.leader = null;
        }
    }

    void picture(PictureSource source) {
        picture = source;
        change(frame -> frame.picture(source));
        twins.forEach(twin -> twin.picture(source));
    }

    /// Other pixels of the same picture came.
    ///
    /// @param place in picture pixels
    void pictureChanged(Bounds place) {
        change(frame -> frame.pictureChanged(place));
        twins.forEach(twin -> twin.pictureChanged(place));
    }

    void tone(PictureTone next) {
        tone = next;
        change(frame -> frame.tone(next));
    }

    void blank(Bounds area) {
        picture = null;
        blank = area;
        change(frame -> frame.blank(area));
        twins.forEach(twin -> twin.blank(area));
    }

    void view(Viewport next) {
        view = next;
        change(frame -> frame.view(next.onDevice(density)));
    }

    /// The content looks different in these places.
    void changed(Collection<Bounds> places) {
        change(frame -> frame.restyle(content.annotationStyle(), content.suggestionStyle(), places));
    }

    /// Pixels that are being worked on.
    void live(List<LiveArea> areas, Bounds dirty) {
        live = areas;
        change(frame -> frame.live(areas, dirty));
    }

    /// The content may look different everywhere.
    void restyled() {
        change(frame -> frame.styles(content.annotationStyle(), content.suggestionStyle()));
    }

    private void change(Consumer<FramePainter> step) {
        FramePainter known = painter;
        if (known != null) {
            step.accept(known);
            Platform.requestNextPulse();
        }
    }

    private void flush() {
        FramePainter frame = painter;
        PixelBuffer<IntBuffer> pixels = buffer;
        if (frame == null || pixels == null) {
            return;
        }
        if (picture instanceof TiledLevels tiles && leader == null) {
            List<TiledLevels.Window> windows = new ArrayList<>();
            addWindow(windows);
            twins.forEach(twin -> twin.addWindow(windows));
            tiles.ask(windows);
        }
        boolean stroke = !live.isEmpty();
        DeviceRect drawn = frame.flush(stroke || wasStroke ? LIVE_BUDGET_NANOS : BUDGET_NANOS);
        wasStroke = stroke;
        if (!drawn.isEmpty()) {
            pixels.updateBuffer(_ -> new Rectangle2D(drawn.left(), drawn.top(), drawn.width(), drawn.height()));
        }
        if (frame.isBehind()) {
            Platform.requestNextPulse();
        }
    }

    private void addWindow(List<TiledLevels.Window> windows) {
        FramePainter known = painter;
        if (known != null) {
            windows.add(new TiledLevels.Window(known.view(), known.raster().width(), known.raster().height()));
        }
    }
}
