package labelwright.canvas;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.PictureCanvas.Probe;
import labelwright.canvas.pixel.PatchSource;
import labelwright.canvas.raster.PictureLevels;
import labelwright.canvas.raster.TiledLevels;
import labelwright.geometry.Bounds;
import labelwright.media.DeepImage;
import labelwright.media.Picture;
import labelwright.media.PixelImage;
import labelwright.media.SampleRange;
import labelwright.media.SampleWindow;
import labelwright.media.TileKey;
import labelwright.media.TiledPicture;

/// The picture that a canvas shows: its halved copies, made in the background; its tiles, as they come; and the window through which deep
/// samples are seen. JavaFX thread only.
final class PictureShow {
    /// Pictures up to this many pixels get their halved copies at once: a few milliseconds.
    private static final long SMALL_PICTURE = 1_500_000;

    private final Executor background;
    private final FrameView frame;
    private final Listener listener;
    private final ReadOnlyObjectWrapper<@Nullable SampleRange> range = new ReadOnlyObjectWrapper<>(this, "sampleRange", null);
    private @Nullable Picture picture;
    private @Nullable TiledLevels tiles;
    private @Nullable PixelImage mapped;
    private @Nullable SampleWindow window;
    private @Nullable SampleWindow mapping;

    /// @param values is called when pixels came that [#at] did not know before
    /// @param overview gets a small version of the whole picture as soon as there is one, and again when there is a better one
    /// @param colours gets the colours of the picture as they are shown, each time they are others
    record Listener(Runnable values, Consumer<PixelImage> overview, Consumer<PatchSource> colours) {}

    PictureShow(Executor background, FrameView frame, Listener listener) {
        this.background = background;
        this.frame = frame;
        this.listener = listener;
    }

    /// Shows other pictures in another view.
    PictureShow in(FrameView other) {
        return new PictureShow(background, other, new Listener(() -> {}, _ -> {}, _ -> {}));
    }

    FrameView frame() {
        return frame;
    }

    ReadOnlyObjectProperty<@Nullable SampleRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    void show(Picture next) {
        picture = next;
        tiles = null;
        mapped = null;
        window = null;
        mapping = null;
        switch (next) {
            case PixelImage pixels -> {
                range.set(null);
                show(pixels, next);
            }
            case DeepImage deep -> {
                range.set(deep.range());
                showDeep(deep);
            }
            case TiledPicture tiled -> {
                TiledLevels levels = new TiledLevels(tiled);
                tiles = levels;
                range.set(null);
                listen(tiled, levels);
                frame.picture(levels);
                listener.colours.accept(new PatchSource.Tiled(tiled));
            }
        }
    }

    private void showDeep(DeepImage deep) {
        SampleWindow proposed = deep.range().proposed();
        if ((long) deep.width() * deep.height() <= SMALL_PICTURE) {
            show(deep.map(proposed), deep);
        } else {
            frame.blank(new Bounds(0, 0, deep.width(), deep.height()));
            window(proposed);
        }
    }

    void clear() {
        picture = null;
        tiles = null;
        mapped = null;
        range.set(null);
    }

    private void show(PixelImage pixels, Picture of) {
        mapped = pixels;
        listener.colours.accept(new PatchSource.Whole(pixels));
        if (!pixels.halves().isEmpty() || (long) pixels.width() * pixels.height() <= SMALL_PICTURE) {
            show(PictureLevels.of(pixels));
            return;
        }
        frame.picture(PictureLevels.raw(pixels));
        background.execute(() -> {
            PictureLevels levels = PictureLevels.of(pixels);
            Platform.runLater(() -> {
                if (of.equals(picture) && pixels.equals(mapped)) {
                    show(levels);
                }
            });
        });
    }

    private void show(PictureLevels levels) {
        frame.picture(levels);
        listener.overview.accept(levels.smallest());
    }

    /// Tiles come on other threads and often several in a pulse. The coarsest one of a picture that was shown before is here already.
    private void listen(TiledPicture tiled, TiledLevels levels) {
        ConcurrentLinkedQueue<TileKey> arrived = new ConcurrentLinkedQueue<>();
        AtomicBoolean isTold = new AtomicBoolean();
        Consumer<TileKey> arrival = key -> {
            arrived.add(key);
            SampleRange found = tiled.range().orElse(null);
            if (isTold.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    isTold.set(false);
                    if (levels.equals(tiles)) {
                        range.set(found);
                        for (TileKey came = arrived.poll(); came != null; came = arrived.poll()) {
                            frame.pictureChanged(levels.place(came));
                            if (came.level() == tiled.levels() - 1) {
                                tiled.find(came).ifPresent(listener.overview);
                            }
                        }
                        listener.values.run();
                    }
                });
            }
        };
        tiled.onArrival(arrival);
        TileKey coarsest = new TileKey(tiled.levels() - 1, 0, 0);
        background.execute(() -> {
            if (tiled.find(coarsest).isPresent()) {
                arrival.accept(coarsest);
            }
        });
    }

    /// Shows the samples through this window; does nothing for pictures that have no deep samples. Quick enough to follow a slider: while
    /// one window is being mapped, of those that follow only the last is.
    void window(SampleWindow next) {
        window = next;
        Picture shown = picture;
        if (shown instanceof TiledPicture tiled && tiles != null) {
            tiled.show(next);
            frame.picture(tiles);
        } else if (shown instanceof DeepImage deep && mapping == null) {
            map(deep, next);
        }
    }

    private void map(DeepImage deep, SampleWindow next) {
        mapping = next;
        background.execute(() -> {
            PixelImage pixels = deep.map(next);
            PictureLevels levels = PictureLevels.of(pixels);
            Platform.runLater(() -> mapped(deep, next, levels));
        });
    }

    private void mapped(DeepImage deep, SampleWindow through, PictureLevels levels) {
        if (!deep.equals(picture)) {
            return;
        }
        mapping = null;
        mapped = levels.picture();
        listener.colours.accept(new PatchSource.Whole(levels.picture()));
        show(levels);
        listener.values.run();
        SampleWindow wanted = window;
        if (wanted != null && !wanted.equals(through)) {
            map(deep, wanted);
        }
    }

    /// The pixel at this place; nothing outside the picture. The value is empty while it is being read.
    Optional<Probe> at(int column, int row) {
        Picture shown = picture;
        if (shown == null || column < 0 || row < 0 || column >= shown.width() || row >= shown.height()) {
            return Optional.empty();
        }
        return switch (shown) {
            case PixelImage pixels -> Optional.of(probe(column, row, pixels.argb(column, row), ""));
            case DeepImage deep -> {
                PixelImage pixels = mapped;
                yield Optional.of(probe(column, row, pixels == null ? 0 : pixels.argb(column, row), deep.value(column, row)));
            }
            case TiledPicture tiled -> Optional.of(tiled.peek(column, row).map(value -> probe(column, row, value.argb(), value.samples()))
                    .orElseGet(() -> new Probe(column, row, tiles == null ? 0 : tiles.rgb(column, row), "")));
        };
    }

    /// @param samples empty where the colour says it all
    private static Probe probe(int column, int row, int argb, String samples) {
        String value = samples.isEmpty() ? (argb >> 16 & 0xff) + ", " + (argb >> 8 & 0xff) + ", " + (argb & 0xff) : samples;
        return new Probe(column, row, argb & 0xFFFFFF, value);
    }
}
