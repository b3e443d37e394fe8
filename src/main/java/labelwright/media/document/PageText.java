package labelwright.media.document;

import java.io.Writer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

import org.apache.pdfbox.text.TextPosition;

import labelwright.text.PageLetters;

/// Gathers what is written of one page, and where each letter of it stands.
final class PageText extends Writer {
    private static final int SIDES = 4;
    private static final float[] NOWHERE = {Float.NaN, Float.NaN, Float.NaN, Float.NaN};

    private final StringBuilder text = new StringBuilder();
    private float[] boxes = new float[1 << 12];
    private int count;

    /// Words, as they stand in the text, with the letters that were drawn for them: as many as there are code points, or more, or fewer.
    void word(String word, List<TextPosition> letters) {
        String[] drawn = letters.stream().map(PageText::drawn).toArray(String[]::new);
        int[] order = new int[letters.size()];
        Arrays.setAll(order, i -> i);
        if (!String.join("", drawn).equals(word) && isTurned(word, drawn)) {
            Arrays.setAll(order, i -> letters.size() - 1 - i);
        }
        int points = word.codePointCount(0, word.length());
        int known = Arrays.stream(drawn).mapToInt(each -> each.codePointCount(0, each.length())).sum();
        if (known != points || letters.isEmpty()) {
            spread(word, points, letters);
            return;
        }
        int unit = 0;
        for (int i : order) {
            float[] box = LetterBox.of(letters.get(i));
            int own = drawn[i].codePointCount(0, drawn[i].length());
            for (int k = 0; k < own; k++) {
                int point = word.codePointAt(unit);
                unit += Character.charCount(point);
                add(point, LetterBox.part(box, k, own));
            }
        }
    }

    /// Words of which is not known which letter is which.
    private void spread(String word, int points, List<TextPosition> letters) {
        int unit = 0;
        for (int i = 0; i < points; i++) {
            int point = word.codePointAt(unit);
            unit += Character.charCount(point);
            add(point, letters.isEmpty() ? NOWHERE : LetterBox.of(letters.get((int) ((long) i * letters.size() / points))));
        }
    }

    /// Words that run from right to left are drawn from the left.
    private static boolean isTurned(String word, String[] drawn) {
        StringBuilder turned = new StringBuilder();
        for (int i = drawn.length - 1; i >= 0; i--) {
            turned.append(drawn[i]);
        }
        return word.contentEquals(turned);
    }

    /// As PDFBox writes it: joined letters are taken apart.
    private static String drawn(TextPosition letter) {
        String unicode = letter.getUnicode();
        if (unicode == null) {
            return "";
        }
        boolean isJoined = unicode.chars().anyMatch(c -> (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF));
        return isJoined ? Normalizer.normalize(unicode, Normalizer.Form.NFKC).strip() : unicode;
    }

    private void add(int point, float[] box) {
        int kept = DocumentText.kept(point);
        if (kept < 0) {
            return;
        }
        text.appendCodePoint(kept);
        if ((count + 1) * SIDES > boxes.length) {
            boxes = Arrays.copyOf(boxes, boxes.length * 2);
        }
        System.arraycopy(box, 0, boxes, count * SIDES, SIDES);
        count++;
    }

    /// What stands between words.
    @Override
    public void write(char[] buffer, int offset, int length) {
        new String(buffer, offset, length).codePoints().forEach(point -> add(point, NOWHERE));
    }

    /// Begins another page.
    void clear() {
        text.setLength(0);
        count = 0;
    }

    String text() {
        int start = DocumentText.start(text);
        return start >= text.length() ? "" : text.substring(start).stripTrailing();
    }

    /// Of the code points of [#text].
    PageLetters letters(double width, double height) {
        String shown = text();
        int start = text.codePointCount(0, Math.min(DocumentText.start(text), text.length()));
        int end = start + shown.codePointCount(0, shown.length());
        return PageLetters.of(width, height, Arrays.copyOfRange(boxes, start * SIDES, end * SIDES));
    }

    @Override
    public void flush() {
        // everything is here already
    }

    @Override
    public void close() {
        // is used for the next page
    }
}
