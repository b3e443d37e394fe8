package labelwright.ui.annotate;

import java.util.Locale;
import java.util.function.DoubleConsumer;
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
import labelwright.media.PixelImage;
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
    private static final double MOST = 255;

    private final Workplace workplace;
    private final ViewOptions options;
    private final HistogramView histogram = new HistogramView();
    private final GridPane sliders = new GridPane();
    private final LatestRead counting;
    private boolean following;

    TonePanel(Workplace workplace, ViewOptions options, AnnotateActions actions, ToneActions tones, PictureCanvas canvas,
            ProjectContext context) {
        this.workplace = workplace;
        this.options = options;
        this.counting = context.app().jobs().latest();
        setId("annotate-tone-panel");
        getStyleClass().addAll("annotate-card", "annotate-tone");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        visibleProperty().bind(options.toneShown());
        managedProperty().bind(visibleProperty());
        sliders.getStyleClass().add("annotate-tone-sliders");
        slider("low", 0, MOST, tone -> tone.window().low() * MOST,
                value -> window(value / MOST, options.tone().get().window().high()));
        slider("high", 0, MOST, tone -> tone.window().high() * MOST, value -> window(options.tone().get().window().low(), value / MOST));
        slider("centre", 0, MOST, tone -> tone.window().centre() * MOST, value -> set(options.tone().get()
                .withWindow(PictureTone.Window.around(value / MOST, options.tone().get().window().width()))));
        slider("width", 1, MOST, tone -> tone.window().width() * MOST, value -> set(options.tone().get()
                .withWindow(PictureTone.Window.around(options.tone().get().window().centre(), value / MOST))));
        slider("brightness", -1, 1, PictureTone::brightness, value -> set(options.tone().get().withBrightness(value)));
        slider("contrast", -1, 1, PictureTone::contrast, value -> set(options.tone().get().withContrast(value)));
        slider("gamma", -1, 1, tone -> Math.log10(tone.gamma()), value -> set(options.tone().get().withGamma(Math.pow(10, value))));
        CheckBox keep = new CheckBox();
        Action keeping = actions.get("annotate.keepTone");
        keep.setId("annotate-tone-keep");
        keep.setText(keeping.text());
        keep.selectedProperty().bindBidirectional(options.toneKept());
        Segments channels = new Segments(tones.channels());
        HBox buttons = new HBox(6, ActionControls.button(actions.get("annotate.autoWindow")),
                ActionControls.button(actions.get("annotate.resetTone")), ActionControls.iconToggle(actions.get("annotate.invert")));
        buttons.getStyleClass().add("annotate-buttons");
        getChildren().addAll(title(canvas), histogram, sliders, channels, buttons, keep);
        options.tone().subscribe(histogram::show);
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

    private void window(double low, double high) {
        set(options.tone().get().withWindow(new PictureTone.Window(low, high)));
    }

    private void set(PictureTone tone) {
        if (!following) {
            options.tone().set(tone);
        }
    }

    /// A slider that shows one number of the tone and changes it.
    private void slider(String key, double least, double most, ToDoubleFunction<PictureTone> read, DoubleConsumer write) {
        Slider slider = new Slider(least, most, read.applyAsDouble(options.tone().get()));
        slider.setId("annotate-tone-" + key);
        slider.setBlockIncrement((most - least) / 50);
        GridPane.setHgrow(slider, Priority.ALWAYS);
        Label value = new Label();
        value.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        value.setMinWidth(38);
        value.setAlignment(Pos.CENTER_RIGHT);
        slider.valueProperty().addListener((_, _, now) -> write.accept(now.doubleValue()));
        options.tone().subscribe(tone -> {
            boolean before = following;
            following = true;
            slider.setValue(read.applyAsDouble(tone));
            following = before;
            value.setText(words(key, tone, slider.getValue()));
        });
        int row = sliders.getRowCount();
        Label name = new Label(TEXTS.get("tone." + key));
        name.setMinWidth(USE_PREF_SIZE);
        sliders.addRow(row, name, slider, value);
    }

    private static String words(String key, PictureTone tone, double value) {
        return switch (key) {
            case "gamma" -> String.format(Locale.ROOT, "%.2f", tone.gamma());
            case "brightness", "contrast" -> String.format(Locale.ROOT, "%+.0f", value * 100);
            default -> String.format(Locale.ROOT, "%.0f", value);
        };
    }

    private void count() {
        if (!options.toneShown().get()) {
            return;
        }
        if (workplace.picture().get() instanceof PictureState.Ready(var _, PixelImage pixels)) {
            counting.read(TEXTS.get("tone.title"), () -> Histogram.of(pixels), histogram::show);
        } else {
            histogram.show((Histogram) null);
        }
    }
}
