package labelwright.exchange;

import java.util.HashSet;
import java.util.Set;

/// Gives each item of a data set a name of its own.
public final class ItemNames {
    private final Set<String> taken = new HashSet<>();

    /// @param wanted the path below the picture folder
    /// @param fuller a longer path, used when the wanted name is taken already
    public String claim(String wanted, String fuller) {
        if (taken.add(wanted)) {
            return wanted;
        }
        String name = fuller;
        for (int number = 2; !taken.add(name); number++) {
            name = fuller + " (" + number + ")";
        }
        return name;
    }
}
