package labelwright.model;

import java.util.Locale;

/// The part of the data that an item belongs to. The code is stored and never changes.
public enum Split {
    NONE(0, "none"), TRAIN(1, "train"), VALIDATION(2, "val"), TEST(3, "test");

    private final int code;
    private final String key;

    Split(int code, String key) {
        this.code = code;
        this.key = key;
    }

    public int code() {
        return code;
    }

    /// The word for queries, files and the command line.
    public String key() {
        return key;
    }

    /// @throws IllegalArgumentException for a code that no split has
    public static Split ofCode(int code) {
        for (Split split : values()) {
            if (split.code == code) {
                return split;
            }
        }
        throw new IllegalArgumentException("No split has the code " + code);
    }

    /// Reads `train`, `val`, `valid`, `validation`, `test` or `none`, in any case.
    /// @throws IllegalArgumentException for another word
    public static Split ofKey(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "train", "training" -> TRAIN;
            case "val", "valid", "validation" -> VALIDATION;
            case "test", "testing" -> TEST;
            case "none", "" -> NONE;
            default -> throw new IllegalArgumentException("There is no split called \"" + word + "\"; use train, val, test or none");
        };
    }
}
