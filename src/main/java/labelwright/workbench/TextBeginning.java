package labelwright.workbench;

import java.util.List;

/// How the first file of texts would be decoded, for a person to see whether that is right.
///
/// @param file the first one whose encoding has to be named, else the first one
/// @param encoding in which the lines are decoded; empty for none
/// @param lines a few of the file's
public record TextBeginning(String file, State state, String encoding, List<String> lines) {
    public TextBeginning {
        lines = List.copyOf(lines);
    }

    /// How much is known about the encoding.
    public enum State {
        /// it was named and fits, or leaves no doubt
        SURE,
        /// the file only looks like it
        GUESSED,
        /// it was named, and the file is no text in it
        WRONG,
        /// the file is no text in any encoding
        NO_TEXT,
        /// there is no encoding of the name
        UNKNOWN
    }
}
