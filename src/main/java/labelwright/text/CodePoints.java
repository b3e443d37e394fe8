package labelwright.text;

import java.util.Arrays;
import java.util.Objects;

import labelwright.geometry.TextRange;

/// Index of one text: converts between code points, UTF-16 units and UTF-8 bytes, and knows its lines.
///
/// A lone surrogate counts as one code point and as the one byte that Java writes for it. Lines end with LF, CRLF or CR; a text that ends
/// with a line break has an empty line behind it, as in editors. Takes a few milliseconds for a megabyte to make; every question costs the
/// same wherever it is asked.
public final class CodePoints {
    /// Code points between two samples.
    private static final int STEP = 128;
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    private final String text;
    private final int length;
    private final int bytes;
    /// UTF-16 index of every code point whose number is a multiple of [#STEP].
    private final int[] units;
    /// Byte offset of the same.
    private final int[] offsets;
    /// Code point at which each line starts.
    private final int[] lines;

    private CodePoints(String text, int length, int bytes, int[] units, int[] offsets, int[] lines) {
        this.text = text;
        this.length = length;
        this.bytes = bytes;
        this.units = units;
        this.offsets = offsets;
        this.lines = lines;
    }

    public static CodePoints of(String text) {
        int[] units = new int[text.length() / STEP + 1];
        int[] offsets = new int[units.length];
        int[] lines = new int[16];
        int lineCount = 1;
        int count = 0;
        int bytes = 0;
        for (int unit = 0; unit < text.length(); count++) {
            if (count % STEP == 0) {
                units[count / STEP] = unit;
                offsets[count / STEP] = bytes;
            }
            int codePoint = text.codePointAt(unit);
            unit += Character.charCount(codePoint);
            bytes += utf8Length(codePoint);
            boolean breaks = codePoint == '\n' || (codePoint == '\r' && (unit == text.length() || text.charAt(unit) != '\n'));
            if (breaks) {
                if (lineCount == lines.length) {
                    lines = Arrays.copyOf(lines, lineCount * 2);
                }
                lines[lineCount++] = count + 1;
            }
        }
        if (count % STEP == 0 && count / STEP < units.length) {
            units[count / STEP] = text.length();
            offsets[count / STEP] = bytes;
        }
        int samples = Math.min(units.length, count / STEP + 1);
        return new CodePoints(text, count, bytes, Arrays.copyOf(units, samples), Arrays.copyOf(offsets, samples),
                Arrays.copyOf(lines, lineCount));
    }

    public String text() {
        return text;
    }

    /// In code points.
    public int length() {
        return length;
    }

    /// In UTF-8 bytes.
    public int utf8Length() {
        return bytes;
    }

    /// Whether no code point needs two UTF-16 units.
    public boolean isPlain() {
        return length == text.length();
    }

    /// Index into [#text] of a code point; that of the end for [#length].
    ///
    /// @throws IndexOutOfBoundsException beyond the text
    public int toUtf16(int codePoint) {
        Objects.checkIndex(codePoint, length + 1);
        if (isPlain()) {
            return codePoint;
        }
        int sample = codePoint / STEP;
        return text.offsetByCodePoints(units[sample], codePoint % STEP);
    }

    /// The code point at an index into [#text]; an index between the halves of a pair gives the code point that the pair is.
    ///
    /// @throws IndexOutOfBoundsException beyond the text
    public int ofUtf16(int unit) {
        Objects.checkIndex(unit, text.length() + 1);
        if (isPlain()) {
            return unit;
        }
        int whole = isWhole(unit) ? unit : unit - 1;
        int sample = sampleAt(units, whole);
        return sample * STEP + text.codePointCount(units[sample], whole);
    }

    /// Whether an index into [#text] does not lie between the halves of a pair.
    public boolean isWhole(int unit) {
        return unit == 0 || unit >= text.length() || !Character.isLowSurrogate(text.charAt(unit))
                || !Character.isHighSurrogate(text.charAt(unit - 1));
    }

    /// Byte offset of a code point in the text written as UTF-8 without a mark at its beginning.
    ///
    /// @throws IndexOutOfBoundsException beyond the text
    public int toUtf8(int codePoint) {
        Objects.checkIndex(codePoint, length + 1);
        if (bytes == length) {
            return codePoint;
        }
        int sample = codePoint / STEP;
        int offset = offsets[sample];
        int unit = units[sample];
        for (int i = sample * STEP; i < codePoint; i++) {
            int each = text.codePointAt(unit);
            unit += Character.charCount(each);
            offset += utf8Length(each);
        }
        return offset;
    }

    /// The code point to which the byte at this offset belongs.
    ///
    /// @throws IndexOutOfBoundsException beyond the text
    public int ofUtf8(int offset) {
        Objects.checkIndex(offset, bytes + 1);
        if (bytes == length || offset == bytes) {
            return bytes == length ? offset : length;
        }
        int sample = sampleAt(offsets, offset);
        int at = offsets[sample];
        int unit = units[sample];
        int count = sample * STEP;
        while (true) {
            int each = text.codePointAt(unit);
            at += utf8Length(each);
            if (at > offset) {
                return count;
            }
            unit += Character.charCount(each);
            count++;
        }
    }

    public int codePointAt(int codePoint) {
        return text.codePointAt(toUtf16(codePoint));
    }

    public boolean holds(TextRange range) {
        return range.end() <= length;
    }

    /// @throws IndexOutOfBoundsException beyond the text
    public String text(TextRange range) {
        return text(range.start(), range.end());
    }

    /// @throws IndexOutOfBoundsException beyond the text
    public String text(int start, int end) {
        return text.substring(toUtf16(start), toUtf16(end));
    }

    public int lineCount() {
        return lines.length;
    }

    /// The first code point of a line, counted from 0.
    public int lineStart(int line) {
        return lines[line];
    }

    /// The code point at which the line break of a line begins, or the end of the text.
    public int lineEnd(int line) {
        int end = nextLineStart(line);
        int unit = toUtf16(end);
        int start = toUtf16(lines[line]);
        if (line + 1 < lines.length && unit > start) {
            boolean pair = unit - 2 >= start && text.charAt(unit - 1) == '\n' && text.charAt(unit - 2) == '\r';
            return end - (pair ? 2 : 1);
        }
        return end;
    }

    /// The code point behind the line break of a line.
    public int nextLineStart(int line) {
        return line + 1 < lines.length ? lines[line + 1] : length;
    }

    /// The line, counted from 0, in which a code point lies.
    public int lineAt(int codePoint) {
        return sampleAt(lines, codePoint);
    }

    /// The last place whose value is not larger.
    private static int sampleAt(int[] values, int wanted) {
        int found = Arrays.binarySearch(values, wanted);
        return found >= 0 ? found : -found - 2;
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < ONE_BYTE) {
            return 1;
        }
        if (codePoint < TWO_BYTES) {
            return 2;
        }
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return 1;
        }
        return codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
    }
}
