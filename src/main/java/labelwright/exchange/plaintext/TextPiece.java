package labelwright.exchange.plaintext;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.ReadOption;
import labelwright.exchange.ReadRequest;
import labelwright.model.TextContent;

/// What part of a file is one item. Blank lines are no items; a piece is numbered by the line that it starts on.
enum TextPiece {
    FILE, LINE, PARAGRAPH;

    /// A paragraph of a large file is at most so long; a longer one goes on as the next item.
    static final int MOST_UNITS = 32 << 20;
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

    /// Takes one piece after the other.
    @FunctionalInterface
    interface Taker {
        /// @param line from 1; 0 for a whole file
        void take(long line, TextContent piece);
    }

    /// @param usual without a word
    /// @throws ExchangeException for a word that is no piece
    static TextPiece asked(ReadRequest request, TextPiece usual) {
        Optional<String> word = request.option(ReadOption.BY).filter(by -> !by.isBlank());
        if (word.isEmpty()) {
            return usual;
        }
        for (TextPiece piece : values()) {
            if (piece.name().toLowerCase(Locale.ROOT).equals(word.get().strip())) {
                return piece;
            }
        }
        throw new ExchangeException("Texts cannot be cut by \"%s\"; use file, line or paragraph.".formatted(word.get()));
    }

    void forEach(TextContent content, Taker taker) {
        switch (this) {
            case FILE -> taker.take(0, content);
            case LINE -> lines(content, taker);
            case PARAGRAPH -> paragraphs(content, taker);
        }
    }

    private static void lines(TextContent content, Taker taker) {
        String text = content.text();
        Matcher ends = LINE_END.matcher(text);
        int start = 0;
        int line = 1;
        while (start <= text.length()) {
            boolean more = ends.find();
            take(content, start, more ? ends.start() : text.length(), line++, taker);
            start = more ? ends.end() : text.length() + 1;
        }
    }

    private static void paragraphs(TextContent content, Taker taker) {
        String text = content.text();
        Matcher ends = LINE_END.matcher(text);
        int start = 0;
        int line = 1;
        int first = -1;
        int firstLine = 0;
        int last = 0;
        while (start <= text.length()) {
            boolean more = ends.find();
            int end = more ? ends.start() : text.length();
            if (!text.substring(start, end).isBlank()) {
                if (first < 0) {
                    first = start;
                    firstLine = line;
                }
                last = end;
            } else if (first >= 0) {
                take(content, first, last, firstLine, taker);
                first = -1;
            }
            line++;
            start = more ? ends.end() : text.length() + 1;
        }
        if (first >= 0) {
            take(content, first, last, firstLine, taker);
        }
    }

    private static void take(TextContent content, int from, int to, int line, Taker taker) {
        String piece = content.text().substring(from, to);
        if (!piece.isBlank()) {
            taker.take(line, TextContent.of(piece.getBytes(content.charset()), content.charset()));
        }
    }
}
