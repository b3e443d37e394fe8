package labelwright.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gives each item of an export a path that is safe on every system and that no other item has, upper and lower case being the same.
public final class TargetNames {
    private final Unique unique;
    private final Set<String> taken = new HashSet<>();

    /// What must differ between items.
    public enum Unique {
        /// the whole name
        NAME,
        /// the name without its extension, for formats whose label files are called like the pictures
        STEM
    }

    public TargetNames(Unique unique) {
        this.unique = unique;
    }

    /// @param name of the item
    public String claim(String name) {
        String safe = SafeName.danger(name).isEmpty() ? SafeName.normalise(name) : safe(name);
        String extension = safe.substring(FileNames.stem(safe).length());
        String claimed = safe;
        for (int number = 2; !taken.add(key(claimed)); number++) {
            claimed = FileNames.stem(safe) + "_" + number + extension;
        }
        return claimed;
    }

    private String key(String name) {
        String text = switch (unique) {
            case NAME -> name;
            case STEM -> FileNames.stem(name);
        };
        return text.toLowerCase(Locale.ROOT);
    }

    private static String safe(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.replace('\\', '/').replaceAll("\\p{Cntrl}", "_").replace(':', '_').split("/")) {
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(SafeName.danger(part).isPresent() ? "_" + part : part);
            }
        }
        String joined = String.join("/", parts);
        return joined.isEmpty() || SafeName.danger(joined).isPresent() ? "picture" : joined;
    }
}
