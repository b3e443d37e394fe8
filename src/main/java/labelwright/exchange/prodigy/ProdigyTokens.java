package labelwright.exchange.prodigy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.node.ArrayNode;

import labelwright.geometry.TextRange;
import labelwright.text.CodePoints;
import labelwright.text.Segmentation;

/// The words of a text, cut wherever a span begins or ends, so that every span is a run of whole tokens.
final class ProdigyTokens {
    private final CodePoints text;
    private final List<TextRange> tokens = new ArrayList<>();

    ProdigyTokens(CodePoints text, List<TextRange> spans) {
        this.text = text;
        Set<Integer> starts = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        for (TextRange span : spans) {
            starts.add(span.start());
            ends.add(span.end());
        }
        NavigableSet<Integer> cuts = new TreeSet<>(starts);
        cuts.addAll(ends);
        if (text.length() == 0) {
            return;
        }
        List<TextRange> words = Segmentation.of(text).words(new TextRange(0, text.length()));
        List<TextRange> blanks = new ArrayList<>();
        int at = 0;
        for (TextRange word : words) {
            if (word.start() > at) {
                blanks.add(new TextRange(at, word.start()));
            }
            at = word.end();
            cut(word, cuts);
        }
        if (text.length() > at) {
            blanks.add(new TextRange(at, text.length()));
        }
        // a span may begin or end among blanks or signs that are no words
        for (TextRange blank : blanks) {
            boolean isCut = !cuts.subSet(blank.start(), false, blank.end(), false).isEmpty();
            if (isCut || starts.contains(blank.start()) || ends.contains(blank.end())) {
                cut(blank, cuts);
            }
        }
        tokens.sort(null);
    }

    private void cut(TextRange word, NavigableSet<Integer> cuts) {
        int from = word.start();
        for (int cut : cuts.subSet(word.start(), false, word.end(), false)) {
            tokens.add(new TextRange(from, cut));
            from = cut;
        }
        tokens.add(new TextRange(from, word.end()));
    }

    /// The number of the first token that ends behind the offset.
    int at(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void write(ArrayNode out) {
        for (int i = 0; i < tokens.size(); i++) {
            TextRange token = tokens.get(i);
            boolean isSpaced = token.end() < text.length() && text.codePointAt(token.end()) == ' ';
            out.addObject().put("text", text.text(token)).put("start", token.start()).put("end", token.end()).put("id", i).put("ws",
                    isSpaced);
        }
    }
}
