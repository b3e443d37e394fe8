package labelwright.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What a person chose for this machine.
///
/// @param annotator the name that this person labels under; never blank
/// @param recentWorkspaces newest first, absolute, without repeats, at most [#MOST_RECENT]
/// @param window null until the window was closed once
/// @param pictureMemoryMegabytes how much of the heap decoded pictures may take; 0 lets the app choose
/// @param keymap the shortcuts that differ from those that the app declares
/// @param preferences small choices of the screens
public record Settings(Theme theme, Language language, String annotator, List<Path> recentWorkspaces, @Nullable WindowBounds window,
        int pictureMemoryMegabytes, Keymap keymap, Preferences preferences) {

    public static final int MOST_RECENT = 12;

    private static final String NAMELESS = "me";

    public Settings {
        annotator = annotator.isBlank() ? NAMELESS : annotator.strip();
        recentWorkspaces = recentWorkspaces.stream().map(Settings::tidy).distinct().limit(MOST_RECENT).toList();
        pictureMemoryMegabytes = Math.max(0, pictureMemoryMegabytes);
    }

    /// What holds before anybody chose anything; the annotator is called as the account is.
    public static Settings defaults() {
        return new Settings(Theme.SYSTEM, Language.SYSTEM, System.getProperty("user.name", NAMELESS), List.of(), null, 0, Keymap.NONE,
                Preferences.NONE);
    }

    public Optional<WindowBounds> findWindow() {
        return Optional.ofNullable(window);
    }

    public Settings withTheme(Theme changed) {
        return new Settings(changed, language, annotator, recentWorkspaces, window, pictureMemoryMegabytes, keymap, preferences);
    }

    public Settings withLanguage(Language changed) {
        return new Settings(theme, changed, annotator, recentWorkspaces, window, pictureMemoryMegabytes, keymap, preferences);
    }

    public Settings withAnnotator(String changed) {
        return new Settings(theme, language, changed, recentWorkspaces, window, pictureMemoryMegabytes, keymap, preferences);
    }

    public Settings withWindow(WindowBounds changed) {
        return new Settings(theme, language, annotator, recentWorkspaces, changed, pictureMemoryMegabytes, keymap, preferences);
    }

    public Settings withPictureMemoryMegabytes(int changed) {
        return new Settings(theme, language, annotator, recentWorkspaces, window, changed, keymap, preferences);
    }

    public Settings withKeymap(Keymap changed) {
        return new Settings(theme, language, annotator, recentWorkspaces, window, pictureMemoryMegabytes, changed, preferences);
    }

    public Settings withPreference(String key, String value) {
        return new Settings(theme, language, annotator, recentWorkspaces, window, pictureMemoryMegabytes, keymap,
                preferences.with(key, value));
    }

    /// With the workspace as the newest of the recent ones.
    public Settings withRecentWorkspace(Path workspace) {
        List<Path> changed = new ArrayList<>(recentWorkspaces);
        changed.remove(tidy(workspace));
        changed.addFirst(workspace);
        return new Settings(theme, language, annotator, changed, window, pictureMemoryMegabytes, keymap, preferences);
    }

    public Settings withoutRecentWorkspace(Path workspace) {
        List<Path> changed = new ArrayList<>(recentWorkspaces);
        changed.remove(tidy(workspace));
        return new Settings(theme, language, annotator, changed, window, pictureMemoryMegabytes, keymap, preferences);
    }

    private static Path tidy(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
