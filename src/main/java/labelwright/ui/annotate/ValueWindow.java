package labelwright.ui.annotate;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.raster.PictureTone;
import labelwright.media.SampleRange;
import labelwright.media.SampleWindow;

/// Which values become black and white: of the samples where a picture has more of them than a screen can show, else of the 256 values. One
/// pair of numbers for both. FX thread only.
final class ValueWindow {
    private static final double MOST = 255;
    /// The narrowest window, as a part of the range.
    private static final double NARROWEST = 1 / 4096.0;

    private final PictureCanvas canvas;
    private final ViewOptions options;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    ValueWindow(Workplace workplace, PictureCanvas canvas, ViewOptions options) {
        this.canvas = canvas;
        this.options = options;
        canvas.sampleRangeProperty().subscribe(_ -> changed());
        // Later: by then the canvas shows the picture, through the window that the picture proposes.
        workplace.picture().addListener((_, _, _) -> Platform.runLater(this::showKept));
        // The samples of a big picture are known only when its coarsest tile has come.
        canvas.sampleRangeProperty().addListener((_, _, _) -> Platform.runLater(this::showKept));
        options.tone().subscribe(_ -> changed());
        options.samples().addListener((_, _, window) -> showSamples(window));
    }

    /// Goes up whenever one of the numbers changes.
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Whether the numbers are samples of a picture with more than 256 values.
    boolean isDeep() {
        return canvas.sampleRangeProperty().get() != null;
    }

    double least() {
        SampleRange range = canvas.sampleRangeProperty().get();
        return range == null ? 0 : Math.min(range.low(), range.proposed().low());
    }

    double most() {
        SampleRange range = canvas.sampleRangeProperty().get();
        return range == null ? MOST : Math.max(range.high(), range.proposed().high());
    }

    double low() {
        SampleRange range = canvas.sampleRangeProperty().get();
        return range == null ? options.tone().get().window().low() * MOST : window(range).low();
    }

    double high() {
        SampleRange range = canvas.sampleRangeProperty().get();
        return range == null ? options.tone().get().window().high() * MOST : window(range).high();
    }

    /// The upper one gives way when they meet.
    void set(double low, double high) {
        if (isDeep()) {
            double narrowest = Math.max((most() - least()) * NARROWEST, Math.ulp(most()) * 2);
            options.samples().set(new SampleWindow(low, Math.max(high, low + narrowest)));
        } else {
            options.tone().set(options.tone().get().withWindow(new PictureTone.Window(low / MOST, high / MOST)));
        }
    }

    /// What the picture proposes; everything for a usual one.
    void reset() {
        options.samples().set(null);
        options.tone().set(options.tone().get().withWindow(PictureTone.Window.WHOLE));
    }

    private SampleWindow window(SampleRange range) {
        SampleWindow chosen = options.samples().get();
        return chosen == null ? range.proposed() : chosen;
    }

    private void showKept() {
        SampleWindow chosen = options.samples().get();
        if (isDeep() && chosen != null) {
            canvas.showWindow(chosen);
        }
    }

    private void showSamples(@Nullable SampleWindow chosen) {
        SampleRange range = canvas.sampleRangeProperty().get();
        if (range != null) {
            canvas.showWindow(chosen == null ? range.proposed() : chosen);
        }
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }
}
