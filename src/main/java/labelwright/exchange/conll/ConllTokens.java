package labelwright.exchange.conll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.text.CodePoints;

/// A text as sentences of tagged tokens, and what that changes.
final class ConllTokens {
    private static final String BEFORE = "([{\"“„«‘¿¡";
    private static final String BEHIND = ")]}\"”»’,;:!?…。，、；：！？";

    private final CodePoints text;
    private final List<Annotation> kept = new ArrayList<>();
    private final List<List<TextRange>> sentences = new ArrayList<>();
    private final TreeSet<Integer> cuts = new TreeSet<>();
    private final int inPieces;
    private int cutWords;

    ConllTokens(CodePoints text, List<Annotation> annotations) {
        this.text = text;
        List<Annotation> whole = annotations.stream().filter(each -> extent(each).length() == ((TextSpan) each.shape()).length()).toList();
        this.inPieces = annotations.size() - whole.size();
        TreeSet<TextRange> taken = new TreeSet<>();
        for (Annotation each : whole.stream().sorted(Comparator.comparingInt((Annotation a) -> -extent(a).length())).toList()) {
            TextRange range = extent(each);
            TextRange before = taken.floor(new TextRange(range.start(), Integer.MAX_VALUE));
            TextRange behind = taken.ceiling(new TextRange(range.start(), Integer.MAX_VALUE));
            boolean isFree = (before == null || !before.overlaps(range)) && (behind == null || !behind.overlaps(range))
                    && isWritable(range);
            if (isFree) {
                taken.add(range);
                kept.add(each);
                cuts.add(range.start());
                cuts.add(range.end());
            }
        }
        kept.sort(Comparator.comparing(ConllTokens::extent));
        for (int line = 0; line < text.lineCount(); line++) {
            List<TextRange> tokens = new ArrayList<>();
            line(text.lineStart(line), text.lineEnd(line), tokens);
            if (!tokens.isEmpty()) {
                sentences.add(tokens);
            }
        }
    }

    private static TextRange extent(Annotation annotation) {
        return ((TextSpan) annotation.shape()).extent();
    }

    /// Whether the span lies within one line and holds more than blanks.
    private boolean isWritable(TextRange range) {
        String covered = text.text(range);
        return text.lineAt(range.start()) == text.lineAt(range.end() - 1) && covered.codePoints().anyMatch(each -> !isBlank(each))
                && covered.codePoints().noneMatch(each -> each == '\n' || each == '\r');
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || Character.isISOControl(codePoint)
                || codePoint == 0xFEFF
                || codePoint == 0x2028 || codePoint == 0x2029;
    }

    private void line(int start, int end, List<TextRange> tokens) {
        int at = start;
        while (at < end) {
            while (at < end && isBlank(text.codePointAt(at))) {
                at++;
            }
            int to = at;
            while (to < end && !isBlank(text.codePointAt(to))) {
                to++;
            }
            if (to > at) {
                chunk(at, to, tokens);
            }
            at = to;
        }
    }

    private void chunk(int from, int to, List<TextRange> tokens) {
        TreeSet<Integer> edges = new TreeSet<>();
        int start = from;
        int end = to;
        while (start + 1 < end && BEFORE.indexOf(text.codePointAt(start)) >= 0) {
            edges.add(++start);
        }
        while (end - 1 > start && (BEHIND.indexOf(text.codePointAt(end - 1)) >= 0 || isFinalStop(start, end))) {
            edges.add(--end);
        }
        for (int i = start + 1; i < end; i++) {
            if (Character.isIdeographic(text.codePointAt(i)) || Character.isIdeographic(text.codePointAt(i - 1))) {
                edges.add(i);
            }
        }
        int before = edges.size();
        edges.addAll(cuts.subSet(from + 1, to));
        cutWords += edges.size() > before ? 1 : 0;
        int at = from;
        for (int edge : edges) {
            tokens.add(new TextRange(at, edge));
            at = edge;
        }
        tokens.add(new TextRange(at, to));
    }

    /// A full stop at the end of its line, unless the word has others (`U.S.`).
    private boolean isFinalStop(int start, int end) {
        return text.codePointAt(end - 1) == '.' && (end == text.length() || text.lineEnd(text.lineAt(end - 1)) == end)
                && text.text(start, end - 1).indexOf('.') < 0;
    }

    List<List<TextRange>> sentences() {
        return sentences;
    }

    /// In rising order; none overlaps another.
    List<Annotation> kept() {
        return kept;
    }

    int inPieces() {
        return inPieces;
    }

    /// How many words were cut in two by the beginning or end of a span.
    int cutWords() {
        return cutWords;
    }

    /// Whether a reader makes the same text from the tokens.
    boolean isSameText() {
        StringBuilder made = new StringBuilder();
        for (List<TextRange> sentence : sentences) {
            made.append(made.isEmpty() ? "" : "\n");
            for (int i = 0; i < sentence.size(); i++) {
                made.append(i == 0 ? "" : " ").append(text.text(sentence.get(i)));
            }
        }
        return made.toString().equals(text.text());
    }
}
