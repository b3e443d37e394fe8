/// What a person chose for this machine: theme, language, the name to label under, recent workspaces, the window's place, memory.
///
/// Floor 1. Knows nothing of workspaces or screens. [labelwright.settings.Settings] is an immutable record;
/// [labelwright.settings.SettingsFile] keeps it as JSON that a person may read and change.
///
/// Decision: the file is written beside its place and moved there in one step, so a crash leaves the old file or the new one. A file that
/// cannot be read is moved aside as `.broken` and the defaults are used: wrong settings must never keep the app from opening, and what
/// somebody wrote by hand is not thrown away. Words and keys that are not known are ignored, so that an older app can read a newer file.
/// Rejected: `java.util.prefs` (a registry on one system, hidden files on another, and no way to look at it).
@NullMarked
package labelwright.settings;

import org.jspecify.annotations.NullMarked;
