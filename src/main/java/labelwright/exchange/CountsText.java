package labelwright.exchange;

import java.util.Arrays;

/// Run lengths as the short text of pycocotools (`rleToString` and `rleFrString` of the COCO API): from the third count on the difference to
/// the one before the last, in groups of five bits, lowest first, each group one character from `0` to `o`.
public final class CountsText {
    private static final int FIRST = 48;
    private static final int GROUP = 5;
    private static final int MORE = 0x20;
    private static final int SIGN = 0x10;
    private static final int LOW = 0x1f;
    private static final int MOST_GROUPS = 12;

    private CountsText() {}

    public static String encode(long[] counts) {
        StringBuilder text = new StringBuilder(2 * counts.length);
        for (int i = 0; i < counts.length; i++) {
            long rest = i > 2 ? counts[i] - counts[i - 2] : counts[i];
            boolean more = true;
            while (more) {
                int group = (int) (rest & LOW);
                rest >>= GROUP;
                more = (group & SIGN) != 0 ? rest != -1 : rest != 0;
                text.append((char) (FIRST + (more ? group | MORE : group)));
            }
        }
        return text.toString();
    }

    /// @throws DamagedMask for text that no counts give
    public static long[] decode(String text) throws DamagedMask {
        long[] counts = new long[text.length()];
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            long value = 0;
            int groups = 0;
            int group = MORE;
            while ((group & MORE) != 0) {
                if (at == text.length() || groups == MOST_GROUPS) {
                    throw new DamagedMask(at == text.length()
                            ? "The mask's counts end in the middle of a number."
                            : "The mask's counts hold a number that is too large (at character %d).".formatted(at + 1));
                }
                group = text.charAt(at++) - FIRST;
                if (group < 0 || group > (LOW | MORE)) {
                    throw new DamagedMask("The mask's counts hold a character that cannot be there (character %d).".formatted(at));
                }
                value |= (long) (group & LOW) << (GROUP * groups);
                groups++;
            }
            if ((group & SIGN) != 0) {
                value |= -1L << (GROUP * groups);
            }
            counts[used] = used > 2 ? value + counts[used - 2] : value;
            used++;
        }
        return Arrays.copyOf(counts, used);
    }
}
