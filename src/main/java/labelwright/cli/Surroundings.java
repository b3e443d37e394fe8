package labelwright.cli;

import java.io.PrintWriter;

import labelwright.settings.SettingsFile;
import labelwright.task.CancelToken;

/// What a command gets from outside.
///
/// @param out results and nothing else
/// @param err progress, warnings, failures
/// @param token set when the person presses Ctrl-C
record Surroundings(PrintWriter out, PrintWriter err, ErrorStream errorStream, SettingsFile settings, CancelToken token) {

    /// Whether a bar can be drawn on standard error.
    enum ErrorStream {
        TERMINAL, FILE
    }
}
