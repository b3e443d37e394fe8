package labelwright.textview;

import java.util.List;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours that a theme gives the surface, as `-text-ink`, `-text-paper`, `-text-accent` and `-text-found`.
final class SurfaceStyle {
    private static final StyleablePropertyFactory<TextSurface> FACTORY = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<TextSurface, Color> INK = FACTORY.createColorCssMetaData("-text-ink", surface -> surface.style().ink,
            Color.BLACK, false);
    private static final CssMetaData<TextSurface, Color> PAPER = FACTORY.createColorCssMetaData("-text-paper",
            surface -> surface.style().paper, Color.WHITE, false);
    private static final CssMetaData<TextSurface, Color> ACCENT = FACTORY.createColorCssMetaData("-text-accent",
            surface -> surface.style().accent, Color.web("#0969da"), false);
    private static final CssMetaData<TextSurface, Color> FOUND = FACTORY.createColorCssMetaData("-text-found",
            surface -> surface.style().found, Color.web("#ffd33d"), false);

    private final StyleableObjectProperty<Color> ink;
    private final StyleableObjectProperty<Color> paper;
    private final StyleableObjectProperty<Color> accent;
    private final StyleableObjectProperty<Color> found;

    SurfaceStyle(TextSurface surface, Runnable changed) {
        ink = new SimpleStyleableObjectProperty<>(INK, surface, "ink", INK.getInitialValue(surface));
        paper = new SimpleStyleableObjectProperty<>(PAPER, surface, "paper", PAPER.getInitialValue(surface));
        accent = new SimpleStyleableObjectProperty<>(ACCENT, surface, "accent", ACCENT.getInitialValue(surface));
        found = new SimpleStyleableObjectProperty<>(FOUND, surface, "found", FOUND.getInitialValue(surface));
        List.of(ink, paper, accent, found).forEach(colour -> colour.addListener(_ -> changed.run()));
    }

    Palette palette() {
        return new Palette(ink.get(), paper.get(), accent.get(), found.get());
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return List.of(INK, PAPER, ACCENT, FOUND);
    }
}
