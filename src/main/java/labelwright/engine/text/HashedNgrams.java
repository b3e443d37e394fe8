package labelwright.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Word and character n-grams of a text, hashed into buckets with a sign (Weinberger et al. 2009), so that no vocabulary is kept.
///
/// Words are runs of letters and digits, single Han, Kana or Thai characters, and single signs; all in small letters. Counted are single words, pairs of words, and the
/// runs of 3 to 5 characters of each word with its ends marked. A bucket's value is 1 + ln(count).
final class HashedNgrams {

    static final int BITS = 20;
    static final int BUCKETS = 1 << BITS;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int MOST_WORDS = 20_000;

    private HashedNgrams() {}

    static SparseVector of(String text) {
        List<int[]> words = words(text);
        Counter counter = new Counter();
        long before = hash(1, new int[] {'^'}, 0, 1);
        for (int[] word : words) {
            long hash = hash(2, word, 0, word.length);
            counter.add(hash);
            counter.add(mix(before * 31 + hash));
            before = hash;
            characters(word, counter);
        }
        return counter.vector();
    }

    private static void characters(int[] word, Counter counter) {
        int[] marked = new int[word.length + 2];
        marked[0] = ' ';
        System.arraycopy(word, 0, marked, 1, word.length);
        marked[marked.length - 1] = ' ';
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int from = 0; from + length <= marked.length; from++) {
                counter.add(hash(3, marked, from, from + length));
            }
        }
    }

    private static List<int[]> words(String text) {
        int[] points = text.codePoints().map(Character::toLowerCase).toArray();
        List<int[]> words = new ArrayList<>();
        int at = 0;
        while (at < points.length && words.size() < MOST_WORDS) {
            int end = WordSplitter.wordEnd(points, at);
            if (!WordSplitter.isBlank(points[at])) {
                words.add(Arrays.copyOfRange(points, at, end));
            }
            at = end;
        }
        return words;
    }

    static long hash(int kind, int[] points, int from, int to) {
        long hash = kind * 0x9E3779B97F4A7C15L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ points[i]) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    /// The finaliser of SplitMix64.
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static final class Counter {
        private long[] entries = new long[64];
        private int count;

        void add(long hash) {
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, count * 2);
            }
            entries[count++] = ((hash & (BUCKETS - 1)) << 1) | (hash >>> 63);
        }

        SparseVector vector() {
            Arrays.sort(entries, 0, count);
            int[] indices = new int[count];
            float[] values = new float[count];
            int size = 0;
            int i = 0;
            while (i < count) {
                int bucket = (int) (entries[i] >>> 1);
                int sum = 0;
                while (i < count && entries[i] >>> 1 == bucket) {
                    sum += (entries[i] & 1) == 0 ? 1 : -1;
                    i++;
                }
                if (sum != 0) {
                    indices[size] = bucket;
                    values[size++] = (float) (Math.signum(sum) * (1 + Math.log(Math.abs(sum))));
                }
            }
            return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
        }
    }
}
