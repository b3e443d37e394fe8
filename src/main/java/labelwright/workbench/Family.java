package labelwright.workbench;

import java.util.List;

/// A kind of network that can be trained, with what can be set about its training.
///
/// @param id the word in recipes and on the command line
public record Family(String id, List<Setting> settings) {
    public Family {
        settings = List.copyOf(settings);
    }

    /// One hyper-parameter.
    ///
    /// @param defaultValue a number, or `auto` where the run chooses
    /// @param meaning one line for people
    public record Setting(String key, String defaultValue, double least, double most, Kind kind, boolean acceptsAuto, String meaning) {}

    /// Which numbers a setting takes.
    public enum Kind {
        WHOLE, DECIMAL
    }
}
