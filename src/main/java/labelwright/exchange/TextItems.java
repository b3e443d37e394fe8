package labelwright.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import labelwright.model.Split;
import labelwright.model.TextContent;

/// Hands texts that are parts of larger files to the sink, each with a name of its own.
public final class TextItems {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_ID = 200;

    private final RecordSink sink;
    private final ReadProblems problems;
    private final ItemNames names = new ItemNames();

    public TextItems(RecordSink sink) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
    }

    /// What a record says about itself.
    ///
    /// @param file the path of the file that holds it, relative to the data set
    /// @param number of the record in the file, from 1
    /// @param name what it is called in a project, in files that we wrote; else empty
    /// @param id what other programs call it; else empty
    /// @param split the word for its part of the data; empty when it says nothing
    public record Source(String file, long number, String name, String id, String split) {
        public Source(String file, long number) {
            this(file, number, "", "", "");
        }
    }

    /// An item that was handed over.
    ///
    /// @param text without a byte order mark
    /// @param shift how many code points were cut from its beginning: 1 for a mark, else 0
    public record Placed(String key, String text, int shift) {}

    /// @param place where the record is, for people
    /// @return empty for an empty text that was no item before, which is reported
    public Optional<Placed> add(Source source, String place, String raw) {
        boolean isMarked = !raw.isEmpty() && raw.charAt(0) == BYTE_ORDER_MARK;
        String text = whole(isMarked ? raw.substring(1) : raw, place);
        if (text.isEmpty() && source.name().isEmpty()) {
            problems.skipped(place, "The text is empty; there is nothing to label in it.");
            return Optional.empty();
        }
        TextContent content = isMarked
                ? TextContent.of((BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                : TextContent.of(text);
        String name = name(source, place);
        sink.text(new TextRecord(name, name, content, split(source, place)));
        return Optional.of(new Placed(name, content.text(), isMarked ? 1 : 0));
    }

    /// Halves of pairs, which no encoding can hold, become the sign for unknown characters; lengths stay as they are.
    private String whole(String text, String place) {
        boolean isWhole = true;
        StringBuilder repaired = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pairs = Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(unit) && !pairs && isWhole) {
                isWhole = false;
                repaired.append(text, 0, i);
            }
            if (!isWhole) {
                repaired.append(Character.isSurrogate(unit) && !pairs ? "\uFFFD" : pairs ? text.substring(i, i + 2) : String.valueOf(unit));
            }
            i += pairs ? 1 : 0;
        }
        if (isWhole) {
            return text;
        }
        problems.repaired(place, "The text holds a half of a character, as from a text that was cut in two; it was replaced by \uFFFD.");
        return repaired.toString();
    }

    private String name(Source source, String place) {
        String stem = FileNames.stem(source.file());
        String numbered = "%s/%06d".formatted(stem, source.number());
        String id = source.id().strip();
        String wanted = !source.name().isEmpty() ? source.name() : id.isEmpty() || id.length() > LONGEST_ID ? numbered : stem + "/" + id;
        Optional<String> danger = SafeName.danger(wanted);
        String name = names.claim(danger.isEmpty() ? SafeName.normalise(wanted) : numbered, numbered);
        danger.ifPresent(why -> problems.renamed(place, source.name().isEmpty() ? id : source.name(), why, name));
        return name;
    }

    private Split split(Source source, String place) {
        String word = source.split().strip();
        if (word.isEmpty()) {
            return ofFile(source.file());
        }
        try {
            return SplitWords.of(word).orElseGet(() -> Split.ofKey(word));
        } catch (IllegalArgumentException _) {
            problems.repaired(place, "%s is no part of the data that is known here (train, val, test); the text is in none."
                    .formatted(SafeName.shown(word)));
            return Split.NONE;
        }
    }

    /// What the name of the file says (`train.csv`, `emerging.dev.conll`), else its folder.
    private static Split ofFile(String file) {
        for (String part : FileNames.stem(FileNames.last(file)).toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            Optional<Split> split = SplitWords.of(part);
            if (split.isPresent()) {
                return split.get();
            }
        }
        for (String folder : FileNames.folder(file).split("/")) {
            Optional<Split> split = SplitWords.of(folder);
            if (split.isPresent()) {
                return split.get();
            }
        }
        return Split.NONE;
    }
}
