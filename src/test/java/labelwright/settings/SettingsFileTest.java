package labelwright.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        SettingsFile file = new SettingsFile(folder.resolve("deep").resolve("settings.json"));
        Settings settings = new Settings(Theme.DARK, Language.CHINESE, "Ana \"B\" 李", List.of(folder.resolve("w1"), folder.resolve("w2")),
                new WindowBounds(-10, 20.5, 1200, 800, WindowBounds.State.MAXIMISED), 512,
                Keymap.NONE.with("annotate.box", List.of("Shortcut+B", "?")).with("annotate.pan", List.of()),
                new Preferences(Map.of("canvas.rulers", "true")));
        file.write(settings);
        assertEquals(settings, file.read());
        try (Stream<Path> left = Files.list(folder.resolve("deep"))) {
            assertEquals(1, left.count(), "no temporary file stays behind");
        }
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertEquals(Settings.defaults(), new SettingsFile(folder.resolve("none.json")).read());
    }

    @Test
    void aBrokenFileIsKeptAsideAndTheDefaultsHold() throws IOException {
        Path path = folder.resolve("settings.json");
        for (String broken : List.of("{\"theme\": \"dark\", ", "[1, 2]", "", "\"word\"")) {
            Files.writeString(path, broken);
            assertEquals(Settings.defaults(), new SettingsFile(path).read());
            assertEquals(broken, Files.readString(folder.resolve("settings.json.broken")));
            assertFalse(Files.exists(path));
        }
    }

    @Test
    void oneOddValueCostsOnlyThatValue() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path,
                "{\"theme\": \"purple\", \"annotator\": \"kim\", \"window\": {\"width\": -4}, \"recentWorkspaces\": [3, \"/a\"], \"new\": {}}");
        Settings read = new SettingsFile(path).read();
        assertEquals("kim", read.annotator());
        assertEquals(Theme.SYSTEM, read.theme());
        assertTrue(read.findWindow().isEmpty());
        assertEquals(List.of(Path.of("/a").toAbsolutePath()), read.recentWorkspaces());
    }

    @Test
    void shortcutsThatMakeNoSenseAreLeftOut() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path,
                "{\"shortcuts\": {\"a.b\": [\"F2\", 3, \"\"], \"a.c\": \"F3\", \"a.d\": []}, \"preferences\": {\"x\": 2.5, \"y\": {}}}");
        Settings read = new SettingsFile(path).read();
        assertEquals(Map.of("a.b", List.of("F2"), "a.d", List.of()), read.keymap().bindings());
        assertEquals(2.5, read.preferences().number("x", 1));
        assertEquals(1, read.preferences().number("y", 1));
    }

    @Test
    void aKeymapTravelsAsAFileOfItsOwn() throws IOException {
        Keymap keymap = Keymap.NONE.with("annotate.box", List.of("Shortcut+B", "?")).with("annotate.pan", List.of());
        Path file = folder.resolve("keys.json");
        KeymapFile.write(file, keymap);
        assertEquals(keymap, KeymapFile.read(file));
        Files.writeString(file, "{\"theme\": \"dark\"}");
        IOException refused = assertThrows(IOException.class, () -> KeymapFile.read(file));
        assertTrue(refused.getMessage().contains("holds no shortcuts"), refused.getMessage());
    }

    @Test
    void recentWorkspacesAreNewestFirstWithoutRepeats() {
        Settings settings = Settings.defaults();
        for (int i = 0; i < Settings.MOST_RECENT + 3; i++) {
            settings = settings.withRecentWorkspace(folder.resolve("w" + i));
        }
        settings = settings.withRecentWorkspace(folder.resolve("x").resolve("..").resolve("w5"));
        assertEquals(folder.resolve("w5"), settings.recentWorkspaces().getFirst());
        assertEquals(Settings.MOST_RECENT, settings.recentWorkspaces().size());
        assertEquals(1, settings.recentWorkspaces().stream().filter(folder.resolve("w5")::equals).count());
        assertFalse(settings.withoutRecentWorkspace(folder.resolve("w5")).recentWorkspaces().contains(folder.resolve("w5")));
    }

    @Test
    void everySystemHasItsPlace() {
        Path home = Path.of("/home/kim");
        assertEquals(home.resolve(".config/labelwright"), SettingsFile.folder("Linux", home, Map.of()));
        assertEquals(Path.of("/conf/labelwright"), SettingsFile.folder("Linux", home, Map.of("XDG_CONFIG_HOME", "/conf")));
        assertEquals(home.resolve("Library/Application Support/Labelwright"), SettingsFile.folder("Mac OS X", home, Map.of()));
        assertEquals(Path.of("/roam/Labelwright"), SettingsFile.folder("Windows 11", home, Map.of("APPDATA", "/roam")));
    }

    @Test
    void theDesktopsLanguageIsUsedWhereItIsSpoken() {
        assertEquals(Locale.SIMPLIFIED_CHINESE, Language.SYSTEM.locale(Locale.of("zh", "TW")));
        assertEquals(Locale.ENGLISH, Language.SYSTEM.locale(Locale.GERMAN));
        assertEquals(Locale.ENGLISH, Language.ENGLISH.locale(Locale.SIMPLIFIED_CHINESE));
    }
}
