package labelwright.ui.annotate;

import java.util.Locale;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.raster.LayerStyle;
import labelwright.canvas.raster.PictureTone;
import labelwright.media.SampleWindow;
import labelwright.settings.Preferences;
import labelwright.ui.action.Texts;
import labelwright.ui.control.SettingsModel;

/// How the picture and the annotations look on this screen, and how drawing behaves. Everything but the tone and the comparison is kept in
/// the settings. FX thread only.
final class ViewOptions {
    private static final Texts TEXTS = Texts.of(ViewOptions.class);
    private static final double USUAL_FILL = 0.18;
    private static final double USUAL_SPACING = 50;
    private static final double USUAL_OUTLINE = 2;

    private final SettingsModel settings;
    private final BooleanProperty names;
    private final BooleanProperty crosshair;
    private final BooleanProperty minimap;
    private final BooleanProperty rulers;
    private final BooleanProperty pixelGrid;
    private final BooleanProperty grid;
    private final BooleanProperty toneKept;
    private final BooleanProperty snapping;
    private final BooleanProperty backToSelect;
    private final DoubleProperty fill;
    private final DoubleProperty spacing;
    private final DoubleProperty outline;
    private final ObjectProperty<LayerStyle.Colouring> colouring;
    private final ObjectProperty<@Nullable SampleWindow> samples = new SimpleObjectProperty<>();
    private final ObjectProperty<Comparison> comparison = new SimpleObjectProperty<>(Comparison.NOTHING);
    private final BooleanProperty toneShown = new SimpleBooleanProperty();
    private final ObjectProperty<PictureTone> tone = new SimpleObjectProperty<>(PictureTone.IDENTITY);

    ViewOptions(SettingsModel settings) {
        this.settings = settings;
        names = choice("canvas.names", true);
        crosshair = choice("canvas.crosshair", true);
        minimap = choice("canvas.minimap", true);
        rulers = choice("canvas.rulers", false);
        pixelGrid = choice("canvas.pixelGrid", true);
        grid = choice("canvas.grid", false);
        toneKept = choice("canvas.toneKept", false);
        snapping = choice("canvas.snapping", true);
        backToSelect = choice("canvas.backToSelect", false);
        fill = number("canvas.fill", USUAL_FILL);
        spacing = number("canvas.gridSpacing", USUAL_SPACING);
        outline = number("canvas.outline", USUAL_OUTLINE);
        colouring = new SimpleObjectProperty<>(storedColouring());
        colouring.addListener((_, _, now) -> keep("canvas.colouring", now.name().toLowerCase(Locale.ROOT)));
    }

    private LayerStyle.Colouring storedColouring() {
        String word = preferences().word("canvas.colouring", "");
        for (LayerStyle.Colouring each : LayerStyle.Colouring.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        return LayerStyle.Colouring.LABEL;
    }

    private BooleanProperty choice(String key, boolean usual) {
        BooleanProperty choice = new SimpleBooleanProperty(Boolean.parseBoolean(preferences().word(key, Boolean.toString(usual))));
        choice.addListener((_, _, now) -> keep(key, now.toString()));
        return choice;
    }

    private DoubleProperty number(String key, double usual) {
        DoubleProperty number = new SimpleDoubleProperty(preferences().number(key, usual));
        number.addListener((_, _, now) -> keep(key, now.toString()));
        return number;
    }

    private Preferences preferences() {
        return settings.settings().get().preferences();
    }

    private void keep(String key, String value) {
        settings.change(TEXTS.get("doing.view"), before -> before.withPreference(key, value));
    }

    /// Whether label names are written at the shapes.
    BooleanProperty names() {
        return names;
    }

    /// Whether lines through the pointer are shown while shapes are drawn.
    BooleanProperty snapping() {
        return snapping;
    }

    BooleanProperty backToSelect() {
        return backToSelect;
    }

    BooleanProperty crosshair() {
        return crosshair;
    }

    BooleanProperty minimap() {
        return minimap;
    }

    BooleanProperty rulers() {
        return rulers;
    }

    BooleanProperty pixelGrid() {
        return pixelGrid;
    }

    BooleanProperty grid() {
        return grid;
    }

    /// Of the grid, in picture pixels.
    DoubleProperty spacing() {
        return spacing;
    }

    /// How strongly shapes are tinted inside, 0 to 1.
    DoubleProperty fill() {
        return fill;
    }

    /// Of outlines, in logical pixels.
    DoubleProperty outline() {
        return outline;
    }

    /// What gives a shape its colour.
    ObjectProperty<LayerStyle.Colouring> colouring() {
        return colouring;
    }

    /// The window through which the samples of a picture with more than 256 values are seen; null for the one that it proposes.
    ObjectProperty<@Nullable SampleWindow> samples() {
        return samples;
    }

    /// What is shown beside the picture.
    ObjectProperty<Comparison> comparison() {
        return comparison;
    }

    /// Whether the panel for the tone is open.
    BooleanProperty toneShown() {
        return toneShown;
    }

    /// How the values of the picture are shown.
    ObjectProperty<PictureTone> tone() {
        return tone;
    }

    /// Whether the next picture is shown with the same tone.
    BooleanProperty toneKept() {
        return toneKept;
    }

    /// Another picture was opened.
    void pictureChanged() {
        if (!toneKept.get()) {
            tone.set(PictureTone.IDENTITY);
            samples.set(null);
        }
    }
}
