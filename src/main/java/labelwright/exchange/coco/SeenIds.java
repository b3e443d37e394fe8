package labelwright.exchange.coco;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// A set of ids as text that takes one bit for each of the usual small whole numbers.
final class SeenIds {
    private static final long DENSE = 1L << 26;

    private final BitSet numbers = new BitSet();
    private final Set<String> others = new HashSet<>();

    /// Whether the id is new.
    boolean add(String id) {
        int number = smallNumber(id);
        if (number < 0) {
            return others.add(id);
        }
        boolean isNew = !numbers.get(number);
        numbers.set(number);
        return isNew;
    }

    private static int smallNumber(String id) {
        if (id.isEmpty() || id.length() > 8 || (id.charAt(0) == '0' && id.length() > 1)) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < id.length(); i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number < DENSE ? number : -1;
    }
}
