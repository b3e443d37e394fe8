package labelwright.geometry;

import java.util.Arrays;
import java.util.Optional;

/// Pixels of a rectangle that can be switched on and off; what a mask is while it is being worked on. Not thread-safe.
public final class MaskBitmap {
    private static final int WORD = 64;
    /// A larger bitmap gets this part of its longer side more on each side.
    private static final int ROOM = 4;

    private int left;
    private int top;
    private int width;
    private int height;
    private int wordsPerRow;
    private long[] words;

    /// All pixels are off.
    ///
    /// @param left picture column of the first pixel
    /// @param top picture row of the first pixel
    public MaskBitmap(int left, int top, int width, int height) {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("A rectangle of pixels has no negative side: " + width + " x " + height);
        }
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.wordsPerRow = (width + WORD - 1) / WORD;
        this.words = new long[Math.multiplyExact(wordsPerRow, height)];
    }

    /// Grows until it covers the area too; the pixels stay as they are. It gets some room around, so that a stroke does not have to ask for
    /// more at every step.
    ///
    /// @param picture it does not grow beyond it
    public void cover(Bounds area, Bounds picture) {
        Bounds now = new Bounds(left, top, width, height);
        Bounds wanted = area.intersection(picture).orElse(now);
        if (now.contains(wanted)) {
            return;
        }
        Bounds both = width == 0 || height == 0 ? wanted : now.union(wanted);
        Bounds roomy = both.grow(Math.max(both.width(), both.height()) / ROOM + WORD).intersection(picture).orElse(both);
        int column = Math.floorDiv((int) Math.floor(roomy.x()), WORD) * WORD;
        int row = (int) Math.floor(roomy.y());
        MaskBitmap larger = new MaskBitmap(column, row, (int) Math.ceil(roomy.maxX()) - column, (int) Math.ceil(roomy.maxY()) - row);
        if (Math.floorMod(left, WORD) != 0) {
            larger.fill(spans());
            take(larger);
            return;
        }
        for (int i = 0; i < height; i++) {
            System.arraycopy(words, i * wordsPerRow, larger.words, (i + top - row) * larger.wordsPerRow + (left - column) / WORD,
                    wordsPerRow);
        }
        take(larger);
    }

    private void take(MaskBitmap other) {
        left = other.left;
        top = other.top;
        width = other.width;
        height = other.height;
        wordsPerRow = other.wordsPerRow;
        words = other.words;
    }

    public int left() {
        return left;
    }

    public int top() {
        return top;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// @param x picture column; pixels outside the rectangle are off
    /// @param y picture row
    public boolean get(int x, int y) {
        int column = x - left;
        int row = y - top;
        return column >= 0 && column < width && row >= 0 && row < height
                && ((words[row * wordsPerRow + column / WORD] >>> column) & 1) != 0;
    }

    /// Switches the pixels `from <= x < to` of row `y` on; those outside the rectangle are left out.
    public void fill(int y, int from, int to) {
        change(y, from, to, Change.ON);
    }

    /// Switches the pixels `from <= x < to` of row `y` off.
    public void clear(int y, int from, int to) {
        change(y, from, to, Change.OFF);
    }

    private enum Change {
        ON, OFF
    }

    private void change(int y, int from, int to, Change change) {
        int row = y - top;
        int first = Math.max(from - left, 0);
        int last = Math.min(to - left, width) - 1;
        if (row < 0 || row >= height || first > last) {
            return;
        }
        int start = row * wordsPerRow;
        for (int word = first / WORD; word <= last / WORD; word++) {
            int low = Math.max(first - word * WORD, 0);
            int high = Math.min(last - word * WORD, WORD - 1);
            long bits = (-1L >>> (WORD - 1 - high + low)) << low;
            switch (change) {
                case ON -> words[start + word] |= bits;
                case OFF -> words[start + word] &= ~bits;
            }
        }
    }

    public void fill(Spans spans) {
        spans.forEach(this::fill);
    }

    public void clear(Spans spans) {
        spans.forEach(this::clear);
    }

    /// Switches everything off.
    public void clear() {
        Arrays.fill(words, 0);
    }

    /// The pixels that are on, in picture pixels.
    public Spans spans() {
        Spans.Builder spans = new Spans.Builder();
        for (int row = 0; row < height; row++) {
            int from = next(row, 0, Change.ON);
            while (from < width) {
                int to = next(row, from, Change.OFF);
                spans.add(top + row, left + from, left + to);
                from = next(row, to, Change.ON);
            }
        }
        return spans.build();
    }

    /// Empty when no pixel is on.
    public Optional<Mask> toMask() {
        Spans spans = spans();
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Mask(spans));
    }

    /// The first column from `column` on that is on, or off; the width when there is none.
    private int next(int row, int column, Change wanted) {
        int word = column / WORD;
        while (word < wordsPerRow) {
            long bits = words[row * wordsPerRow + word];
            long found = wanted == Change.ON ? bits : ~bits;
            if (word == column / WORD) {
                found &= -1L << column;
            }
            if (found != 0) {
                return Math.min(word * WORD + Long.numberOfTrailingZeros(found), width);
            }
            word++;
        }
        return width;
    }
}
