package labelwright.media.document;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// The area of a letter on the page: x, y, width and height in points from the top left corner of the page as it is looked at, turned as the
/// file says. PDFBox tells the way of the letter's base line, and how high its font is.
final class LetterBox {
    private static final float ABOVE = 0.8f;
    private static final float BELOW = 0.22f;
    /// Fonts made of drawings may say any height; then that of the letters themselves counts.
    private static final float MOST_TIMES = 3;
    private static final int QUARTER = 90;

    private LetterBox() {}

    static float[] of(TextPosition letter) {
        Matrix matrix = letter.getTextMatrix();
        float startX = matrix.getTranslateX();
        float startY = matrix.getTranslateY();
        float endX = letter.getEndX();
        float endY = letter.getEndY();
        float em = em(letter, matrix);
        float upX = matrix.getShearX();
        float upY = matrix.getScaleY();
        float length = (float) Math.hypot(upX, upY);
        upX = length == 0 ? 0 : upX / length;
        upY = length == 0 ? 1 : upY / length;
        float above = ABOVE * em;
        float below = BELOW * em;
        if (isDownwards(letter.getFont())) {
            // the line runs through the middle of the letters
            upX = 1;
            upY = 0;
            above = em / 2;
            below = em / 2;
        }
        float[] xs = {startX + upX * above, startX - upX * below, endX + upX * above, endX - upX * below};
        float[] ys = {startY + upY * above, startY - upY * below, endY + upY * above, endY - upY * below};
        return seen(xs, ys, letter);
    }

    private static float em(TextPosition letter, Matrix matrix) {
        float em = (float) Math.hypot(matrix.getShearX(), matrix.getScaleY());
        float seen = letter.getHeightDir();
        return seen > 0 && em > MOST_TIMES * seen ? seen * 1.4f : em;
    }

    private static boolean isDownwards(PDFont font) {
        return font != null && font.isVertical();
    }

    private static float[] seen(float[] xs, float[] ys, TextPosition letter) {
        float[] box = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        float pageWidth = letter.getPageWidth();
        float pageHeight = letter.getPageHeight();
        for (int i = 0; i < xs.length; i++) {
            float down = pageHeight - ys[i];
            int turns = Math.floorMod(letter.getRotation() / QUARTER, 4);
            float x = switch (turns) {
                case 1 -> pageHeight - down;
                case 2 -> pageWidth - xs[i];
                case 3 -> down;
                default -> xs[i];
            };
            float y = switch (turns) {
                case 1 -> xs[i];
                case 2 -> pageHeight - down;
                case 3 -> pageWidth - xs[i];
                default -> down;
            };
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        }
        box[2] -= box[0];
        box[3] -= box[1];
        for (float side : box) {
            if (!Float.isFinite(side)) {
                return new float[] {Float.NaN, Float.NaN, Float.NaN, Float.NaN};
            }
        }
        return box;
    }

    /// One of several letters that were drawn as one.
    static float[] part(float[] box, int number, int of) {
        return of == 1 ? box : new float[] {box[0] + box[2] * number / of, box[1], box[2] / of, box[3]};
    }
}
