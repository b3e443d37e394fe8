package labelwright.exchange.masks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.PngReader;
import labelwright.geometry.Spans;

/// The values of one label picture.
///
/// @param isColour whether the values are packed RGB
/// @param isGrey whether the values are brightnesses
/// @param pixels by value, without 0
record MaskPicture(boolean isColour, boolean isGrey, Map<Integer, Spans> pixels) {
    static final int BORDER = 255;
    private static final int MOST_VALUES = 4096;

    /// @param size that the label picture must have; unknown for any
    static MaskPicture read(Path file, Size size) throws IOException {
        Rows rows = new Rows(size);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            PngReader.read(in, rows);
        }
        Map<Integer, Spans> pixels = new TreeMap<>();
        rows.spans.forEach((value, spans) -> pixels.put(value, spans.build()));
        return new MaskPicture(rows.isColour, rows.isGrey, pixels);
    }

    /// Whether there is nothing but 0 and 255, so that white is the object.
    boolean isBlackAndWhite() {
        return isGrey && pixels.size() == 1 && pixels.containsKey(BORDER);
    }

    private static final class Rows implements PngReader.Rows {
        private final Size size;
        private final Map<Integer, Spans.Builder> spans = new TreeMap<>();
        private boolean isColour;
        private boolean isGrey;

        Rows(Size size) {
            this.size = size;
        }

        @Override
        public void begin(int width, int height, int[] palette, boolean colours) throws IOException {
            if (size.isKnown() && !size.equals(new Size(width, height))) {
                throw new IOException("it has %d x %d pixels, but its picture has %s".formatted(width, height, size));
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
                if (values[from] != 0) {
                    spans.computeIfAbsent(values[from], _ -> new Spans.Builder()).add(y, from, to);
                    if (spans.size() > MOST_VALUES) {
                        throw new IOException("it has more than %,d different values, so it is no label picture".formatted(MOST_VALUES));
                    }
                }
                from = to;
            }
        }
    }
}
