package labelwright.text;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.geometry.TextRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class CodePointsTest {

    @Test
    void codePointsUnitsAndBytesAgreeWithJavaEverywhere() {
        String[] pieces = {"a", "ß", "中", "👩‍💻", "é", "\r\n", "\n", "\r", "\t", "😀", " "};
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = 0; i < random.nextInt(600); i++) {
                made.append(pieces[random.nextInt(round % 2 == 0 ? pieces.length : 1)]);
            }
            String text = made.toString();
            CodePoints index = CodePoints.of(text);
            assertEquals(text.codePointCount(0, text.length()), index.length());
            for (int i = 0; i <= index.length(); i++) {
                int unit = text.offsetByCodePoints(0, i);
                int bytes = text.substring(0, unit).getBytes(StandardCharsets.UTF_8).length;
                assertEquals(unit, index.toUtf16(i));
                assertEquals(i, index.ofUtf16(unit));
                assertEquals(bytes, index.toUtf8(i));
                assertEquals(i, index.ofUtf8(bytes));
            }
            assertEquals(text.getBytes(StandardCharsets.UTF_8).length, index.utf8Length());
        }
    }

    @Test
    void aPlaceInsideACodePointGivesThatCodePoint() {
        CodePoints index = CodePoints.of("a😀b");

        assertEquals(1, index.ofUtf16(2));
        assertEquals(1, index.ofUtf8(3));
        assertFalse(index.isWhole(2));
    }

    @Test
    void placesBeyondTheTextAreRefused() {
        CodePoints index = CodePoints.of("😀");

        assertEquals(2, index.toUtf16(1));
        assertThrows(IndexOutOfBoundsException.class, () -> index.toUtf16(2));
        assertThrows(IndexOutOfBoundsException.class, () -> index.ofUtf16(3));
        assertThrows(IndexOutOfBoundsException.class, () -> index.toUtf8(2));
        assertThrows(IndexOutOfBoundsException.class, () -> index.text(new TextRange(0, 2)));
    }

    @Test
    void linesEndWithAnyLineBreak() {
        CodePoints index = CodePoints.of("a\r\nb\rc\n\n😀\n");

        assertEquals(6, index.lineCount());
        assertEquals("a", index.text(index.lineStart(0), index.lineEnd(0)));
        assertEquals("b", index.text(index.lineStart(1), index.lineEnd(1)));
        assertEquals("c", index.text(index.lineStart(2), index.lineEnd(2)));
        assertEquals("", index.text(index.lineStart(3), index.lineEnd(3)));
        assertEquals("😀", index.text(index.lineStart(4), index.lineEnd(4)));
        assertEquals("", index.text(index.lineStart(5), index.lineEnd(5)));
        assertEquals(0, index.lineAt(2));
        assertEquals(1, index.lineAt(3));
        assertEquals(5, index.lineAt(index.length()));
    }

    @Test
    void theEmptyTextHasOneLine() {
        CodePoints index = CodePoints.of("");

        assertEquals(1, index.lineCount());
        assertEquals(0, index.lineEnd(0));
        assertEquals(0, index.toUtf16(0));
        assertEquals(0, index.ofUtf8(0));
    }
}
