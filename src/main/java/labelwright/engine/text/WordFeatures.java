package labelwright.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import labelwright.engine.text.WordSplitter.Unit;

/// What is seen of each unit without any pretrained network: the unit and its neighbours as words, their ends, their shape, and their place, hashed into buckets.
final class WordFeatures {

    private static final int REACH = 2;
    /// Some thirty of them make a vector of about length one.
    private static final float VALUE = 0.2f;
    private static final int LONGEST_END = 4;

    private WordFeatures() {}

    /// One vector for each unit, all its values the same.
    static List<SparseVector> of(int[] points, List<Unit> units) {
        long[] words = new long[units.size()];
        long[] shapes = new long[units.size()];
        for (int i = 0; i < units.size(); i++) {
            int[] word = Arrays.copyOfRange(points, units.get(i).start(), units.get(i).end());
            shapes[i] = HashedNgrams.hash(11, shape(word), 0, shape(word).length);
            for (int c = 0; c < word.length; c++) {
                word[c] = Character.toLowerCase(word[c]);
            }
            words[i] = HashedNgrams.hash(10, word, 0, word.length);
        }
        List<SparseVector> all = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            all.add(unit(points, units, i, words, shapes));
        }
        return all;
    }

    private static SparseVector unit(int[] points, List<Unit> units, int at, long[] words, long[] shapes) {
        long[] hashes = new long[40];
        int n = 0;
        hashes[n++] = 1;
        for (int off = -REACH; off <= REACH; off++) {
            hashes[n++] = name(20 + off, word(words, at + off));
            hashes[n++] = name(30 + off, word(shapes, at + off));
        }
        hashes[n++] = name(40, word(words, at - 1), words[at]);
        hashes[n++] = name(41, words[at], word(words, at + 1));
        hashes[n++] = name(42, word(shapes, at - 1), shapes[at]);
        hashes[n++] = name(43, shapes[at], word(shapes, at + 1));
        hashes[n++] = name(44, word(words, at - 1), shapes[at]);
        hashes[n++] = name(45, word(shapes, at - 1), shapes[at] * 31 + word(shapes, at + 1));
        hashes[n++] = name(46, word(words, at - 2), word(words, at - 1) * 31 + shapes[at]);
        Unit unit = units.get(at);
        int length = unit.end() - unit.start();
        for (int end = 1; end <= Math.min(LONGEST_END, length); end++) {
            hashes[n++] = name(50 + end, lower(points, unit.start(), unit.start() + end));
            hashes[n++] = name(60 + end, lower(points, unit.end() - end, unit.end()));
        }
        boolean joined = at > 0 && units.get(at - 1).end() == unit.start();
        boolean goesOn = at + 1 < units.size() && units.get(at + 1).start() == unit.end();
        hashes[n++] = name(70, (joined ? 1 : 0) + (goesOn ? 2 : 0), shapes[at]);
        hashes[n++] = name(71, joined ? words[at - 1] : 0);
        hashes[n++] = name(72, goesOn ? words[at + 1] : 0);
        return vector(hashes, n);
    }

    /// Capital, small letter, digit or the sign itself; runs of more than two are cut.
    private static int[] shape(int[] word) {
        int[] shape = new int[word.length];
        int n = 0;
        for (int point : word) {
            int kind = Character.isUpperCase(point) ? 'X' : Character.isDigit(point) ? 'd' : Character.isLetter(point) ? 'x' : point;
            if (n < 2 || shape[n - 1] != kind || shape[n - 2] != kind) {
                shape[n++] = kind;
            }
        }
        return Arrays.copyOf(shape, n);
    }

    private static long lower(int[] points, int from, int to) {
        int[] part = Arrays.copyOfRange(points, from, to);
        for (int i = 0; i < part.length; i++) {
            part[i] = Character.toLowerCase(part[i]);
        }
        return HashedNgrams.hash(12, part, 0, part.length);
    }

    private static long word(long[] words, int at) {
        return at < 0 ? -1 : at >= words.length ? -2 : words[at];
    }

    private static long name(int kind, long... parts) {
        long hash = kind;
        for (long part : parts) {
            hash = HashedNgrams.mix(hash * 0x9E3779B97F4A7C15L + part);
        }
        return hash;
    }

    private static SparseVector vector(long[] hashes, int n) {
        int[] buckets = new int[n];
        for (int i = 0; i < n; i++) {
            buckets[i] = (int) (hashes[i] & (HashedNgrams.BUCKETS - 1));
        }
        int[] distinct = Arrays.stream(buckets).sorted().distinct().toArray();
        float[] values = new float[distinct.length];
        Arrays.fill(values, VALUE);
        return new SparseVector(distinct, values);
    }
}
