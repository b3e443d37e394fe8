package labelwright.ui.annotate;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.raster.Histogram;
import labelwright.canvas.raster.PictureTone;
import labelwright.media.DeepImage;
import labelwright.media.Picture;
import labelwright.media.PixelImage;
import labelwright.media.SampleRange;
import labelwright.media.SampleWindow;
import labelwright.media.TiledPicture;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Segments;
import labelwright.ui.control.Styles;

/// How the values of the picture are shown: histogram, window, brightness, contrast, gamma, channel. A card over the canvas, so that the
/// picture is seen while it changes.
final class TonePanel extends VBox {
    private static final Texts TEXTS = Texts.of(TonePanel.class);
    private static final double WIDTH = 300;
    private static final int STEPS = 50;

    private final Workplace workplace;
    private final ViewOptions options;
    private final ValueWindow window;
    private final HistogramView histogram = new HistogramView();
    private final GridPane sliders = new GridPane();
    private final LatestRead counting;
    private boolean following;

    /// What the panel is made from.
    record Controls(AnnotateActions actions, ToneActions tones, PictureCanvas canvas) {}

    TonePanel(Workplace workplace, ViewOptions options, ValueWindow window, Controls controls, ProjectContext context) {
        this.workplace = workplace;
        this.options = options;
        this.window = window;
        AnnotateActions actions = controls.actions();
        this.counting = context.app().jobs().latest();
        setId("annotate-tone-panel");
        getStyleClass().addAll("annotate-card", "annotate-tone");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        visibleProperty().bind(options.toneShown());
        managedProperty().bind(visibleProperty());
        sliders.getStyleClass().add("annotate-tone-sliders");
        windowSlider("low", window::low, value -> window.set(value, Math.max(value, window.high())));
        windowSlider("high", window::high, value -> window.set(Math.min(value, window.low()), value));
        windowSlider("centre", () -> (window.low() + window.high()) / 2, value -> around(value, window.high() - window.low()));
        windowSlider("width", () -> window.high() - window.low(), value -> around((window.low() + window.high()) / 2, value));
        slider("brightness", -1, 1, PictureTone::brightness, value -> set(options.tone().get().withBrightness(value)));
        slider("contrast", -1, 1, PictureTone::contrast, value -> set(options.tone().get().withContrast(value)));
        slider("gamma", -1, 1, tone -> Math.log10(tone.gamma()), value -> set(options.tone().get().withGamma(Math.pow(10, value))));
        CheckBox keep = new CheckBox();
        Action keeping = actions.get("annotate.keepTone");
        keep.setId("annotate-tone-keep");
        keep.setText(keeping.text());
        keep.selectedProperty().bindBidirectional(options.toneKept());
        Segments channels = new Segments(controls.tones().channels());
        HBox buttons = new HBox(6, ActionControls.button(actions.get("annotate.autoWindow")),
                ActionControls.button(actions.get("annotate.resetTone")), ActionControls.iconToggle(actions.get("annotate.invert")));
        buttons.getStyleClass().add("annotate-buttons");
        getChildren().addAll(title(controls.canvas()), histogram, sliders, channels, buttons, keep);
        window.changes().subscribe(_ -> drawWindow());
        options.toneShown().subscribe(_ -> count());
        workplace.picture().subscribe(_ -> count());
    }

    private Node title(PictureCanvas canvas) {
        Label title = new Label(TEXTS.get("tone.title"));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(null, new FontIcon("mdi2c-close"));
        close.setId("annotate-tone-close");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "annotate-row-button");
        close.setAccessibleText(TEXTS.get("tone.close"));
        close.setOnAction(_ -> {
            options.toneShown().set(false);
            canvas.requestFocus();
        });
        HBox row = new HBox(title, gap, close);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void around(double centre, double width) {
        window.set(centre - width / 2, centre + width / 2);
    }

    private void drawWindow() {
        double span = Math.max(window.most() - window.least(), Double.MIN_NORMAL);
        double low = (window.low() - window.least()) / span;
        double high = (window.high() - window.least()) / span;
        PictureTone tone = options.tone().get();
        histogram.show(tone, low, high,
                window.isDeep() ? value -> tone.map(Math.clamp((value - low) / Math.max(high - low, Double.MIN_NORMAL), 0, 1)) : tone::map);
    }

    /// A slider over the values of the picture, which may be others for the next one.
    private void windowSlider(String key, DoubleSupplier read, DoubleConsumer write) {
        Slider slider = new Slider();
        Label value = row(key, slider);
        slider.valueProperty().addListener((_, _, now) -> {
            if (!following) {
                write.accept(now.doubleValue());
            }
        });
        window.changes().subscribe(_ -> {
            boolean before = following;
            following = true;
            boolean width = key.equals("width");
            slider.setMin(width ? 0 : window.least());
            slider.setMax(width ? window.most() - window.least() : window.most());
            slider.setBlockIncrement((slider.getMax() - slider.getMin()) / STEPS);
            slider.setValue(read.getAsDouble());
            following = before;
            value.setText(number(read.getAsDouble(), slider.getMax() - slider.getMin()));
        });
    }

    /// With as many digits as tell a thousandth of the range.
    private static String number(double value, double range) {
        return range >= 100 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.4g", value);
    }

    /// Name, slider and number in a line; the number's label comes back.
    private Label row(String key, Slider slider) {
        slider.setId("annotate-tone-" + key);
        GridPane.setHgrow(slider, Priority.ALWAYS);
        Label value = new Label();
        value.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        value.setMinWidth(38);
        value.setAlignment(Pos.CENTER_RIGHT);
        Label name = new Label(TEXTS.get("tone." + key));
        name.setMinWidth(USE_PREF_SIZE);
        sliders.addRow(sliders.getRowCount(), name, slider, value);
        return value;
    }

    private void set(PictureTone tone) {
        if (!following) {
            options.tone().set(tone);
        }
    }

    /// A slider that shows one number of the tone and changes it.
    private void slider(String key, double least, double most, ToDoubleFunction<PictureTone> read, DoubleConsumer write) {
        Slider slider = new Slider(least, most, read.applyAsDouble(options.tone().get()));
        slider.setBlockIncrement((most - least) / STEPS);
        Label value = row(key, slider);
        slider.valueProperty().addListener((_, _, now) -> write.accept(now.doubleValue()));
        options.tone().subscribe(tone -> {
            boolean before = following;
            following = true;
            slider.setValue(read.applyAsDouble(tone));
            following = before;
            value.setText(words(key, tone, slider.getValue()));
        });
    }

    private static String words(String key, PictureTone tone, double value) {
        return switch (key) {
            case "gamma" -> String.format(Locale.ROOT, "%.2f", tone.gamma());
            default -> String.format(Locale.ROOT, "%+.0f", value * 100);
        };
    }

    private void count() {
        if (!options.toneShown().get()) {
            return;
        }
        if (workplace.picture().get() instanceof PictureState.Ready(var _, Picture picture)) {
            counting.read(TEXTS.get("tone.title"), () -> count(picture), counted -> histogram.show(counted.orElse(null)));
        } else {
            histogram.show(null);
        }
    }

    /// Of a picture in tiles nobody has seen all values.
    private static Optional<Histogram> count(Picture picture) {
        return switch (picture) {
            case PixelImage pixels -> Optional.of(Histogram.of(pixels));
            case DeepImage deep -> Optional.of(Histogram.of(deep.map(whole(deep.range()))));
            case TiledPicture _ -> Optional.empty();
        };
    }

    private static SampleWindow whole(SampleRange range) {
        double low = Math.min(range.low(), range.proposed().low());
        return new SampleWindow(low, Math.max(range.high(), range.proposed().high()));
    }
}
