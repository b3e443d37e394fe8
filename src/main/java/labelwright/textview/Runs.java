package labelwright.textview;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a row into runs and puts them in the order in which they are seen (Unicode Standard Annex 9, by `java.text.Bidi` over the whole
/// block, so that a row knows of the letters before it).
final class Runs {
    private static final int ZWJ = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    private Runs() {}

    private record Piece(int start, int end, byte level, boolean whole) {}

    /// @param from index into the letters of the block
    /// @return from the left
    static List<Run> of(BlockText block, int from, int to, TextMetrics metrics) {
        List<Piece> pieces = new ArrayList<>();
        Bidi directions = block.directions();
        if (from == to) {
            return List.of();
        }
        if (directions == null) {
            split(block.shown(), from, to, (byte) 0, pieces);
        } else {
            Bidi line = directions.createLineBidi(from, to);
            for (int i = 0; i < line.getRunCount(); i++) {
                split(block.shown(), from + line.getRunStart(i), from + line.getRunLimit(i), (byte) line.getRunLevel(i), pieces);
            }
        }
        Piece[] seen = pieces.toArray(Piece[]::new);
        byte[] levels = new byte[seen.length];
        for (int i = 0; i < seen.length; i++) {
            levels[i] = seen[i].level();
        }
        Bidi.reorderVisually(levels, 0, seen, 0, seen.length);
        List<Run> runs = new ArrayList<>();
        for (Piece piece : seen) {
            runs.add(new Run(block.shown(), piece.start(), piece.end(), piece.level() % 2 == 1, piece.whole(), metrics));
        }
        return runs;
    }

    private static void split(String shown, int from, int to, byte level, List<Piece> pieces) {
        int start = from;
        if (isHard(shown, from, to)) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(shown.substring(from, to));
            int before = from;
            for (int at = characters.next(); at != BreakIterator.DONE; at = characters.next()) {
                int end = from + at;
                if (standsAlone(shown, before, end)) {
                    add(pieces, new Piece(start, before, level, false));
                    add(pieces, new Piece(before, end, level, true));
                    start = end;
                } else if (shown.charAt(before) == ' ') {
                    add(pieces, new Piece(start, end, level, false));
                    start = end;
                }
                before = end;
            }
        }
        add(pieces, new Piece(start, to, level, false));
    }

    private static void add(List<Piece> pieces, Piece piece) {
        if (piece.start() < piece.end()) {
            pieces.add(piece);
        }
    }

    private static boolean isHard(String shown, int from, int to) {
        for (int i = from; i < to; i++) {
            if (belongsToEmoji(shown.charAt(i)) || isMark(shown.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// A character of several code points whose neighbours do not change how it looks: an emoji, or a letter of a script that is not joined.
    private static boolean standsAlone(String shown, int from, int to) {
        if (shown.codePointCount(from, to) == 1) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(shown.codePointAt(from));
        return switch (script) {
            case LATIN, GREEK, CYRILLIC, COMMON, HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private static boolean isMark(char each) {
        return switch (Character.getType(each)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean belongsToEmoji(char each) {
        boolean pictures = each >= 0xD83C && each <= 0xD83E;
        return pictures || each == ZWJ || each == EMOJI_STYLE || each == KEYCAP;
    }
}
