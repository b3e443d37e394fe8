package labelwright.exchange.webanno;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

import labelwright.geometry.TextRange;

/// The rows of one text: tokens, each followed by those parts of it that some region covers without covering all of it. Goes through the tokens and
/// the regions side by side, so that each token is held against the regions at it only.
final class TsvRows {
    private final List<List<Row>> sentences = new ArrayList<>();
    /// In the order of their beginnings.
    private final List<Region> waiting;
    /// Those that begin before the end of the token at hand and end behind its beginning, in the order of their numbers.
    private final NavigableSet<Region> open = new TreeSet<>(Comparator.comparingInt(Region::number));
    private int next;

    /// A region with its number in the file.
    record Region(int number, TextRange range) {}

    /// A token or a part of one.
    ///
    /// @param regions the numbers of those that are written in it, rising
    record Row(TextRange range, String address, List<Integer> regions) {}

    /// @param tokens of each sentence
    TsvRows(List<List<TextRange>> tokens, List<Region> regions) {
        this.waiting = regions.stream().sorted(Comparator.comparingInt((Region region) -> region.range().start())).toList();
        for (int sentence = 0; sentence < tokens.size(); sentence++) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < tokens.get(sentence).size(); i++) {
                token(tokens.get(sentence).get(i), (sentence + 1) + "-" + (i + 1), rows);
            }
            sentences.add(rows);
        }
    }

    List<List<Row>> sentences() {
        return sentences;
    }

    private void token(TextRange token, String address, List<Row> rows) {
        while (next < waiting.size() && waiting.get(next).range().start() < token.end()) {
            open.add(waiting.get(next++));
        }
        open.removeIf(region -> region.range().end() <= token.start());
        rows.add(new Row(token, address, open.stream().filter(region -> region.range().contains(token)).map(Region::number).toList()));
        NavigableSet<TextRange> parts = new TreeSet<>();
        for (Region region : open) {
            if (!region.range().contains(token)) {
                parts.add(new TextRange(Math.max(token.start(), region.range().start()), Math.min(token.end(), region.range().end())));
            }
        }
        int part = 1;
        for (TextRange range : parts) {
            rows.add(new Row(range, address + "." + part++,
                    open.stream().filter(region -> isWritten(region.range(), range)).map(Region::number).toList()));
        }
    }

    /// A part of a token carries only the regions that begin or end with it.
    private static boolean isWritten(TextRange region, TextRange part) {
        return region.contains(part) && (region.start() == part.start() || region.end() == part.end());
    }
}
