package labelwright.exchange.webanno;

import java.util.ArrayList;
import java.util.List;

import labelwright.geometry.TextRange;
import labelwright.text.CodePoints;

/// Cuts a text into tokens: words, and single signs and ideographs. Blanks lie in no token.
final class TsvTokens {
    private TsvTokens() {}

    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || Character.isISOControl(codePoint);
    }

    private static boolean isWord(int codePoint) {
        int type = Character.getType(codePoint);
        boolean joins = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || codePoint == '\''
                || codePoint == '’';
        return joins || (Character.isLetterOrDigit(codePoint) && !Character.isIdeographic(codePoint));
    }

    /// Sentences are lines with their line breaks and the blanks behind them; each holds a token, unless the whole text has none.
    static List<List<TextRange>> sentences(CodePoints text) {
        List<List<TextRange>> sentences = new ArrayList<>();
        List<TextRange> tokens = new ArrayList<>();
        int line = 0;
        for (TextRange token : tokens(text)) {
            int at = text.lineAt(token.start());
            if (!tokens.isEmpty() && at != line) {
                sentences.add(tokens);
                tokens = new ArrayList<>();
            }
            line = at;
            tokens.add(token);
        }
        if (!tokens.isEmpty()) {
            sentences.add(tokens);
        }
        return sentences;
    }

    private static List<TextRange> tokens(CodePoints text) {
        List<TextRange> tokens = new ArrayList<>();
        int[] all = text.text().codePoints().toArray();
        int start = 0;
        while (start < all.length) {
            int end = start + 1;
            if (!isBlank(all[start])) {
                while (isWord(all[start]) && end < all.length && isWord(all[end])) {
                    end++;
                }
                tokens.add(new TextRange(start, end));
            }
            start = end;
        }
        return tokens;
    }
}
