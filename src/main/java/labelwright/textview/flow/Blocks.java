package labelwright.textview.flow;

import java.util.Arrays;

import labelwright.geometry.TextRange;
import labelwright.text.CodePoints;
import labelwright.text.Granularity;
import labelwright.text.Segmentation;

/// The text cut into what is laid out at a time: a line of it or a sentence, or a part of one that is very long. In code points; immutable.
public final class Blocks {
    /// A block is no longer, except to keep a word whole.
    private static final int MOST = 1_200;
    /// A block of a long line is no shorter.
    private static final int LEAST = 600;

    private final int[] starts;
    private final int[] ends;
    private final int[] numbers;
    private final int textLength;

    private Blocks(int[] starts, int[] ends, int[] numbers, int textLength) {
        this.starts = starts;
        this.ends = ends;
        this.numbers = numbers;
        this.textLength = textLength;
    }

    /// One block for each line of the text.
    public static Blocks ofLines(Segmentation cut) {
        CodePoints text = cut.text();
        Builder made = new Builder(cut, text.lineCount());
        for (int line = 0; line < text.lineCount(); line++) {
            made.add(text.lineStart(line), text.lineEnd(line), line + 1);
        }
        return made.build();
    }

    /// One block for each sentence.
    public static Blocks ofSentences(Segmentation cut) {
        Builder made = new Builder(cut, cut.sentenceCount());
        for (int number = 0; number < cut.sentenceCount(); number++) {
            int start = cut.sentenceStart(number);
            int whole = cut.sentenceEnd(number);
            int end = whole > start ? cut.trim(new TextRange(start, whole)).map(TextRange::end).orElse(start) : whole;
            made.add(start, end, number + 1);
        }
        return made.build();
    }

    public int size() {
        return starts.length;
    }

    public int start(int block) {
        return starts[block];
    }

    /// Behind the last code point that is shown; what lies between here and the next block is a line break or spaces.
    public int end(int block) {
        return ends[block];
    }

    /// The number of the line or sentence, from 1.
    public int number(int block) {
        return numbers[block];
    }

    /// Whether the block is the first of its line or sentence.
    public boolean isFirst(int block) {
        return block == 0 || numbers[block - 1] != numbers[block];
    }

    /// Whether the line or sentence goes on in the next block.
    public boolean goesOn(int block) {
        return block + 1 < starts.length && numbers[block + 1] == numbers[block];
    }

    /// The block in which a code point lies; what stands between two blocks belongs to the first.
    public int at(int codePoint) {
        int found = Arrays.binarySearch(starts, codePoint);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    public int textLength() {
        return textLength;
    }

    private static final class Builder {
        private final Segmentation cut;
        private int[] starts;
        private int[] ends;
        private int[] numbers;
        private int size;

        Builder(Segmentation cut, int expected) {
            this.cut = cut;
            starts = new int[expected + 16];
            ends = new int[expected + 16];
            numbers = new int[expected + 16];
        }

        void add(int start, int end, int number) {
            int from = start;
            while (end - from > MOST) {
                int to = breakIn(from, Math.min(end, from + MOST));
                put(from, to, number);
                from = to;
            }
            put(from, end, number);
        }

        /// The last end of a sentence that leaves a block long enough, else the last end of a word, else any end of a character.
        private int breakIn(int from, int limit) {
            int sentence = cut.sentenceStart(cut.sentenceAt(limit));
            if (sentence - from >= LEAST) {
                return sentence;
            }
            TextRange word = cut.at(limit, Granularity.WORD).orElseThrow();
            if (word.start() - from >= LEAST) {
                return word.start();
            }
            return cut.isBoundary(limit, Granularity.CHARACTER) ? limit : cut.next(limit, Granularity.CHARACTER);
        }

        private void put(int start, int end, int number) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            starts[size] = start;
            ends[size] = end;
            numbers[size++] = number;
        }

        Blocks build() {
            return new Blocks(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), Arrays.copyOf(numbers, size), cut.text().length());
        }
    }
}
