package labelwright.settings;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of one account on disk. Thread-safe within one process; two running apps overwrite each other, the last one wins whole.
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// Where this account's settings belong: the system property `labelwright.settings`, else the place that the operating system has for
    /// such files.
    public static SettingsFile ofAccount() {
        String named = System.getProperty("labelwright.settings", "");
        return new SettingsFile(named.isEmpty()
                ? folder(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv())
                        .resolve("settings.json")
                : Path.of(named));
    }

    static Path folder(String system, Path home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming)).resolve("Labelwright");
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Labelwright");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.isEmpty() ? home.resolve(".config") : Path.of(config)).resolve("labelwright");
    }

    public Path path() {
        return file;
    }

    /// The stored settings, or the defaults where there are none or they make no sense; a file without sense is kept as `.broken`.
    public synchronized Settings read() {
        if (!Files.exists(file)) {
            return Settings.defaults();
        }
        try {
            return SettingsJson.read(Files.readAllBytes(file));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            putAside(e);
        } catch (IOException e) {
            LOG.warn("The settings in {} cannot be read; the defaults are used", file, e);
        }
        return Settings.defaults();
    }

    /// Replaces the file in one step.
    /// @throws IOException when it cannot be written; the old file is then still there
    public synchronized void write(Settings settings) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("There is no folder for settings at " + file);
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "settings", ".new");
        try {
            Files.write(fresh, SettingsJson.write(settings));
            moveOver(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Reads, changes and writes in one go.
    public synchronized Settings update(UnaryOperator<Settings> change) throws IOException {
        Settings changed = change.apply(read());
        write(changed);
        return changed;
    }

    private void putAside(Exception reason) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("The settings in {} make no sense; they are kept as {} and the defaults are used", file, aside, reason);
        } catch (IOException e) {
            e.addSuppressed(reason);
            LOG.warn("The settings in {} make no sense and cannot be moved aside; the defaults are used", file, e);
        }
    }

    private static void moveOver(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("No atomic move in {}", target.getParent(), e);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
