package labelwright.exchange.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import labelwright.exchange.ColumnChoice;

/// Which column of a table is what; places count from 0.
///
/// @param text where the text is
/// @param label where the classes are; -1 when there are none
/// @param id -1 when there is none, as for the others
/// @param name of the item, in files that we wrote
/// @param others the names of all columns; empty for those that are something else
record CsvColumns(int text, int label, int id, int name, int split, List<String> others) {
    private static final List<String> TEXTS = List.of("text", "sentence", "content", "utterance", "review", "body", "message", "comment",
            "document", "tweet", "question", "query", "reviewtext", "textcontent", "rawtext", "messagetext", "data");
    private static final List<String> LABELS = List.of("label", "labels", "category", "class", "intent", "classname", "labelname",
            "sentiment",
            "target", "topic", "tag", "categories", "classes", "columnlabel");
    private static final List<String> IDS = List.of("id", "uid", "uuid", "key", "textid", "docid", "documentid", "sentenceid");
    private static final List<String> SPLITS = List.of("split", "subset", "partition", "fold");

    /// What a column can be.
    static final Set<String> WORDS = Set.of("text", "label", "id", "name", "split");

    /// A table that needs a person to say which column is what.
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;

        Unclear(String sentence) {
            super(sentence);
        }
    }

    /// @throws Unclear when no column is known to hold the texts, or a column that was asked for is not there
    static CsvColumns find(List<String> header, ColumnChoice wish) throws Unclear {
        Set<Integer> taken = new HashSet<>();
        int text = column(header, wish, "text", TEXTS, taken);
        if (text < 0) {
            throw new Unclear(
                    "No column is called text, sentence or the like. Its columns are: %s. Say which is which: text=COLUMN,label=COLUMN."
                            .formatted(shown(header)));
        }
        int label = column(header, wish, "label", LABELS, taken);
        int id = column(header, wish, "id", IDS, taken);
        int name = column(header, wish, "name", List.of("name"), taken);
        int split = column(header, wish, "split", SPLITS, taken);
        List<String> others = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String other = taken.contains(i) ? "" : header.get(i).strip();
            others.add(other.isEmpty() || used.add(other) ? other : other + " (" + (i + 1) + ")");
        }
        return new CsvColumns(text, label, id, name, split, List.copyOf(others));
    }

    /// Whether the first line of a file names a column of texts and one of classes.
    static boolean looksLikeTexts(List<String> header) {
        return header.stream().map(CsvColumns::normal).anyMatch(TEXTS::contains)
                && header.stream().map(CsvColumns::normal).anyMatch(LABELS::contains);
    }

    private static int column(List<String> header, ColumnChoice wish, String what, List<String> usual, Set<Integer> taken) throws Unclear {
        Optional<String> said = wish.name(what);
        if (said.equals(Optional.of(""))) {
            return -1;
        }
        int found = said.map(wanted -> named(header, wanted))
                .orElseGet(() -> usual.stream().flatMap(word -> places(header, taken, word)).findFirst().orElse(-1));
        if (said.isPresent() && found < 0) {
            throw new Unclear("There is no column %s. The columns are: %s.".formatted(said.get(), shown(header)));
        }
        if (found >= 0) {
            taken.add(found);
        }
        return found;
    }

    private static Stream<Integer> places(List<String> header, Set<Integer> taken, String word) {
        return IntStream.range(0, header.size()).filter(i -> !taken.contains(i) && normal(header.get(i)).equals(word)).boxed();
    }

    private static int named(List<String> header, String wanted) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equals(wanted)) {
                return i;
            }
        }
        int number = wanted.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(wanted) - 1 : -1;
        return number < header.size() ? number : -1;
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String shown(List<String> header) {
        String joined = String.join(", ", header.stream().limit(30).map(name -> name.strip().replaceAll("\\p{Cntrl}", " ")).toList());
        return joined.length() > 200 ? joined.substring(0, 200) + "…" : joined;
    }
}
