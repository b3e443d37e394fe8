package labelwright.textview.flow;

/// A text that a text engine can draw, unit for unit as long as the real one: line breaks become spaces, tabs stay, control characters their pictures,
/// halves of pairs the replacement sign.
public final class DisplayText {
    private static final char CONTROL_PICTURES = 0x2400;
    private static final char REPLACEMENT = 0xFFFD;
    private static final char DELETE = 0x7F;

    private DisplayText() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (shown(text, i) != text.charAt(i)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        char[] shown = text.toCharArray();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown(text, i);
        }
        return new String(shown);
    }

    private static char shown(String text, int i) {
        char each = text.charAt(i);
        if (each >= ' ' && each < DELETE) {
            return each;
        }
        if (each < ' ') {
            boolean space = each == '\n' || each == '\r';
            return space ? ' ' : each == '\t' ? each : (char) (CONTROL_PICTURES + each);
        }
        if (each == DELETE) {
            return 0x2421;
        }
        boolean separator = each == 0x85 || each == 0x2028 || each == 0x2029;
        boolean control = each < 0xA0;
        if (separator || control) {
            return separator ? ' ' : REPLACEMENT;
        }
        if (Character.isHighSurrogate(each)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)) ? each : REPLACEMENT;
        }
        if (Character.isLowSurrogate(each)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1)) ? each : REPLACEMENT;
        }
        return each;
    }

    /// Whether a text reads from right to left: what its first letter with a direction says.
    public static boolean isRightToLeft(String text) {
        for (int i = 0; i < text.length();) {
            int each = text.codePointAt(i);
            byte direction = Character.getDirectionality(each);
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                return true;
            }
            if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return false;
            }
            i += Character.charCount(each);
        }
        return false;
    }
}
