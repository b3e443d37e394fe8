package labelwright.cli;

import java.util.List;
import java.util.Map;

/// What a command found or did: one object for scripts, some lines for people, and the exit code.
///
/// @param json keys in the order in which they are printed
record Answer(Map<String, Object> json, List<String> text, int exitCode) {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int CANCELLED = 130;

    Answer(Map<String, Object> json, List<String> text) {
        this(json, text, DONE);
    }
}
