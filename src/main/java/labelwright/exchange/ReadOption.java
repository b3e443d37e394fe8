package labelwright.exchange;

import java.util.Locale;

/// What a person can say about how files are to be read, where looking at them does not tell.
public enum ReadOption {
    /// Which column is what: `text=a,label=b`; columns by their header or their number from 1.
    COLUMNS,
    /// What one item is: `file`, `line` or `paragraph` in plain text files, `sentence` or `document` in files of tokens.
    BY,
    /// What offsets count: `code-points` or `utf-16`, where files do not tell.
    OFFSETS,
    /// The name of the character encoding of all files.
    ENCODING,
    /// Which pictures labels were made on, where these have an EXIF turn: `upright` or `stored`; without it [UprightSink] finds out.
    ORIENTATION;

    /// The word on the command line.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for a word that no option has
    public static ReadOption ofKey(String word) {
        for (ReadOption option : values()) {
            if (option.key().equals(word)) {
                return option;
            }
        }
        throw new IllegalArgumentException("There is no option for reading called \"" + word + "\"");
    }
}
