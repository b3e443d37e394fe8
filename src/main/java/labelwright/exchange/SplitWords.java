package labelwright.exchange;

import java.util.Locale;
import java.util.Optional;

import labelwright.model.Split;

/// The words that folders, lists and file names use for the parts of a data set.
public final class SplitWords {
    /// The folder and file word for items without a split, so that it is never mistaken for a folder of the data itself.
    public static final String UNSPLIT = "unsplit";

    private SplitWords() {}

    /// `train`, `val`, `valid`, `test` and their like, also with a year behind (`train2017`); `unsplit` is no split. Empty for other words.
    public static Optional<Split> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT).replaceFirst("[_-]?(19|20)\\d\\d$", "")) {
            case "train", "training", "trainval" -> Optional.of(Split.TRAIN);
            case "val", "valid", "validation", "dev" -> Optional.of(Split.VALIDATION);
            case "test", "testing", "test-dev" -> Optional.of(Split.TEST);
            case UNSPLIT -> Optional.of(Split.NONE);
            default -> Optional.empty();
        };
    }

    /// The folder or file word that [#of] reads back.
    public static String word(Split split) {
        return split == Split.NONE ? UNSPLIT : split.key();
    }
}
