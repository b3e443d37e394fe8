package labelwright.launch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the log of this account belongs.
final class LogFolder {
    private LogFolder() {}

    /// The system property `labelwright.logs`, else the place that the operating system has for such files.
    static Path ofAccount() {
        String named = System.getProperty("labelwright.logs", "");
        return named.isEmpty()
                ? of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv())
                : Path.of(named);
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Labelwright").resolve("logs");
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Logs").resolve("Labelwright");
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return (state.isEmpty() ? home.resolve(".local").resolve("state") : Path.of(state)).resolve("labelwright").resolve("logs");
    }
}
