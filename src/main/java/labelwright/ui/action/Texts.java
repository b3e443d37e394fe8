package labelwright.ui.action;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The words of one package: its `messages` bundle in the language of the interface. The language is looked up at every call
/// ([Locale#getDefault(Locale.Category)] for display), so a constant of this type stays right when the language changes.
public final class Texts {
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final ClassLoader loader;

    private Texts(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /// The bundle `messages` beside the class.
    public static Texts of(Class<?> anchor) {
        return new Texts(anchor.getPackageName() + ".messages", anchor.getClassLoader());
    }

    /// The text as it is written. A key that nobody translated gives the key itself, and an error in the log.
    public String get(String key) {
        try {
            return ResourceBundle.getBundle(bundle, locale(), loader, NO_OTHER_LANGUAGE).getString(key);
        } catch (MissingResourceException e) {
            LOG.error("No text {} in {}", key, bundle, e);
            return key;
        }
    }

    /// The text with `{0}`, `{1}` ... filled in by the rules of [MessageFormat] for the language.
    public String format(String key, Object... arguments) {
        return new MessageFormat(get(key), locale()).format(arguments);
    }

    /// The name of a constant for people; its key is `enum.`, the type's name, a dot and the constant.
    public String name(Enum<?> constant) {
        return get("enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public static Locale locale() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }
}
