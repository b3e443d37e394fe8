package labelwright.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import labelwright.exchange.PictureSizes.Size;
import labelwright.geometry.Spans;

/// The values of one label picture. What a small file unpacks to is bounded: a picture has few values, and they lie in areas.
///
/// @param isColour whether the values were packed RGB
/// @param isGrey whether the values are brightnesses
/// @param pixels by value, without 0
public record LabelPicture(boolean isColour, boolean isGrey, Map<Integer, Spans> pixels) {
    /// In most formats the border that belongs to nothing, or white.
    public static final int BORDER = 255;
    private static final int MOST_VALUES = 4096;
    private static final int MOST_RUNS = 16_000_000;
    private static final long MOST_PIXELS = 4_000_000_000L;

    /// @param size that the label picture must have; unknown for any
    /// @throws IOException when it cannot be read; the message fits after a colon
    public static LabelPicture read(Path file, Size size) throws IOException {
        return read(file, size, (value, _) -> value);
    }

    /// @throws IOException when it cannot be read; the message fits after a colon
    public static LabelPicture read(Path file, Size size, Meaning meaning) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, size, meaning);
        }
    }

    /// What the values of a label picture stand for.
    @FunctionalInterface
    public interface Meaning {
        /// @param isColour whether the value is packed RGB
        int of(int value, boolean isColour);
    }

    /// @throws IOException when it cannot be read; the message fits after a colon
    public static LabelPicture read(InputStream in, Size size, Meaning meaning) throws IOException {
        Rows rows = new Rows(size, meaning);
        PngReader.read(in, rows);
        Map<Integer, Spans> pixels = new TreeMap<>();
        rows.spans.forEach((value, spans) -> pixels.put(value, spans.build()));
        return new LabelPicture(rows.isColour, rows.isGrey, pixels);
    }

    /// The colour that a number has in label pictures since those of the Pascal VOC challenge, packed RGB; no two from 0 to 255 are the same.
    public static int colour(int number) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int rest = number;
        for (int bit = 7; rest > 0; bit--) {
            red |= (rest & 1) << bit;
            green |= (rest >> 1 & 1) << bit;
            blue |= (rest >> 2 & 1) << bit;
            rest >>= 3;
        }
        return red << 16 | green << 8 | blue;
    }

    /// Whether there is nothing but 0 and 255, so that white is the object.
    public boolean isBlackAndWhite() {
        return isGrey && pixels.size() == 1 && pixels.containsKey(BORDER);
    }

    private static final class Rows implements PngReader.Rows {
        private final Size size;
        private final Meaning meaning;
        private final Map<Integer, Spans.Builder> spans = new TreeMap<>();
        private boolean isColour;
        private boolean isGrey;
        private int runs;

        Rows(Size size, Meaning meaning) {
            this.size = size;
            this.meaning = meaning;
        }

        @Override
        public void begin(int width, int height, int[] palette, boolean colours) throws IOException {
            if (size.isKnown() && !size.equals(new Size(width, height))) {
                throw new IOException("it has %d x %d pixels, but its picture has %s".formatted(width, height, size));
            }
            if ((long) width * height > MOST_PIXELS) {
                throw new IOException("it has %d x %d pixels, which is too large for a label picture".formatted(width, height));
            }
            isColour = colours;
            isGrey = !colours && palette.length == 0;
        }

        @Override
        public void row(int y, int[] values) throws IOException {
            int from = 0;
            while (from < values.length) {
                int to = from + 1;
                while (to < values.length && values[to] == values[from]) {
                    to++;
                }
                int value = meaning.of(values[from], isColour);
                if (value != 0) {
                    spans.computeIfAbsent(value, _ -> new Spans.Builder()).add(y, from, to);
                    count();
                }
                from = to;
            }
        }

        private void count() throws IOException {
            runs++;
            if (spans.size() > MOST_VALUES) {
                throw new IOException("it has more than %,d different values, so it is no label picture".formatted(MOST_VALUES));
            }
            if (runs > MOST_RUNS) {
                throw new IOException("its values change more than %,d times, so it is no label picture".formatted(MOST_RUNS));
            }
        }
    }
}
