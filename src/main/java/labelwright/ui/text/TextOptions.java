package labelwright.ui.text;

import java.util.Locale;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import labelwright.settings.Preferences;
import labelwright.text.Granularity;
import labelwright.textview.TextSurface;
import labelwright.ui.action.Texts;
import labelwright.ui.control.SettingsModel;

/// How texts look on this screen and how marking behaves; kept in the settings. FX thread only.
final class TextOptions {
    private static final Texts TEXTS = Texts.of(TextOptions.class);

    private final SettingsModel settings;
    private final DoubleProperty letterSize;
    private final ObjectProperty<TextSurface.View> view;
    private final ObjectProperty<Granularity> granularity;
    private final BooleanProperty labelAtOnce;
    private final BooleanProperty itemsShown;
    private final BooleanProperty pageShown;

    TextOptions(SettingsModel settings) {
        this.settings = settings;
        Preferences stored = settings.settings().get().preferences();
        letterSize = new SimpleDoubleProperty(
                Math.clamp(stored.number("text.letterSize", TextSurface.USUAL), TextSurface.SMALLEST, TextSurface.LARGEST));
        letterSize.addListener((_, _, now) -> keep("text.letterSize", now.toString()));
        view = choice("text.view", TextSurface.View.CONTINUOUS, stored);
        granularity = choice("text.granularity", Granularity.WORD, stored);
        labelAtOnce = new SimpleBooleanProperty(Boolean.parseBoolean(stored.word("text.labelAtOnce", "false")));
        labelAtOnce.addListener((_, _, now) -> keep("text.labelAtOnce", now.toString()));
        itemsShown = new SimpleBooleanProperty(Boolean.parseBoolean(stored.word("text.items", "true")));
        itemsShown.addListener((_, _, now) -> keep("text.items", now.toString()));
        pageShown = new SimpleBooleanProperty(Boolean.parseBoolean(stored.word("text.page", "true")));
        pageShown.addListener((_, _, now) -> keep("text.page", now.toString()));
    }

    private <E extends Enum<E>> ObjectProperty<E> choice(String key, E usual, Preferences stored) {
        String word = stored.word(key, "");
        E start = usual;
        for (E each : usual.getDeclaringClass().getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                start = each;
            }
        }
        ObjectProperty<E> choice = new SimpleObjectProperty<>(start);
        choice.addListener((_, _, now) -> keep(key, now.name().toLowerCase(Locale.ROOT)));
        return choice;
    }

    private void keep(String key, String value) {
        settings.change(TEXTS.get("doing.view"), before -> before.withPreference(key, value));
    }

    /// Of the letters, in pixels.
    DoubleProperty letterSize() {
        return letterSize;
    }

    /// As written, or sentence by sentence.
    ObjectProperty<TextSurface.View> view() {
        return view;
    }

    /// What the pointer marks.
    ObjectProperty<Granularity> granularity() {
        return granularity;
    }

    /// Whether text gets the chosen label as soon as it is marked.
    BooleanProperty labelAtOnce() {
        return labelAtOnce;
    }

    /// Whether the page is shown beside a text that was taken from one.
    BooleanProperty pageShown() {
        return pageShown;
    }

    /// Whether the list of texts is shown where there is room for it.
    BooleanProperty itemsShown() {
        return itemsShown;
    }
}
