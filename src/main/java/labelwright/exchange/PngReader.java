package labelwright.exchange;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

import labelwright.exchange.PictureSizes.Size;

/// Reads the values of a PNG picture row by row: palette places, grey values or packed colours, just as they stand in the file. Label pictures
/// need these values and not what they look like.
///
/// Rejected: the picture decoder of the media package, which gives the colours for the eye.
public final class PngReader {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int LONGEST_SIDE = 1_000_000;
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGBA = 6;

    private PngReader() {}

    /// Takes the picture.
    public interface Rows {
        /// Called once before the first row.
        ///
        /// @param palette packed RGB; empty when the values are no palette places
        /// @param isColour whether the values are packed RGB themselves
        void begin(int width, int height, int[] palette, boolean isColour) throws IOException;

        /// @param values one for each pixel; the array is used again for the next row
        void row(int y, int[] values) throws IOException;
    }

    /// @throws IOException when it is no PNG picture, damaged or interlaced; the message fits after a colon
    public static void read(InputStream stream, Rows rows) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        try {
            if (in.readLong() != SIGNATURE) {
                throw new IOException("it is no PNG picture");
            }
            read(in, rows);
        } catch (EOFException e) {
            throw new IOException("the PNG picture is cut off", e);
        }
    }

    /// How large the picture is, going by its header; empty when it cannot be read.
    public static Optional<Size> size(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readLong() != SIGNATURE || in.readInt() < 0 || in.readInt() != IHDR) {
                return Optional.empty();
            }
            Header header = Header.read(in);
            return Optional.of(new Size(header.width, header.height));
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    private static void read(DataInputStream in, Rows rows) throws IOException {
        Header header = null;
        int[] palette = {};
        while (true) {
            int length = in.readInt();
            int type = in.readInt();
            if (length < 0) {
                throw new IOException("the PNG picture is damaged");
            }
            if (type == IHDR) {
                header = Header.read(in);
                in.skipNBytes(length - 13L);
            } else if (type == PLTE) {
                byte[] colours = in.readNBytes(Math.min(length, 3 * 256));
                palette = new int[colours.length / 3];
                for (int i = 0; i < palette.length; i++) {
                    palette[i] = (colours[3 * i] & 0xFF) << 16 | (colours[3 * i + 1] & 0xFF) << 8 | (colours[3 * i + 2] & 0xFF);
                }
                in.skipNBytes(length - (long) colours.length);
            } else if (type == IDAT && header != null) {
                rows.begin(header.width, header.height, header.colour == PALETTE ? palette : new int[0],
                        header.colour == RGB || header.colour == RGBA);
                decode(new InflaterInputStream(new Chunks(in, length)), header, rows);
                return;
            } else if (type == IEND || type == IDAT) {
                throw new IOException("the PNG picture is damaged");
            } else {
                in.skipNBytes(length);
            }
            in.skipNBytes(Integer.BYTES);
        }
    }

    private record Header(int width, int height, int depth, int colour) {
        static Header read(DataInputStream in) throws IOException {
            Header header = new Header(in.readInt(), in.readInt(), in.readUnsignedByte(), in.readUnsignedByte());
            in.readUnsignedShort();
            if (in.readUnsignedByte() != 0) {
                throw new IOException("the PNG picture is interlaced, which is not supported for masks");
            }
            if (header.width <= 0 || header.height <= 0 || header.width > LONGEST_SIDE || header.height > LONGEST_SIDE) {
                throw new IOException("the PNG picture claims to have %d x %d pixels".formatted(header.width, header.height));
            }
            if (header.samples() == 0 || (header.depth != 1 && header.depth != 2 && header.depth != 4 && header.depth != 8
                    && header.depth != 16)) {
                throw new IOException("the PNG picture is damaged");
            }
            return header;
        }

        int samples() {
            return switch (colour) {
                case GREY, PALETTE -> 1;
                case GREY_ALPHA -> 2;
                case RGB -> 3;
                case RGBA -> 4;
                default -> 0;
            };
        }

        int rowBytes() {
            return Math.toIntExact(((long) width * samples() * depth + 7) / 8);
        }
    }

    private static void decode(InputStream in, Header header, Rows rows) throws IOException {
        int step = Math.max(1, header.samples() * header.depth / 8);
        byte[] above = new byte[header.rowBytes()];
        byte[] row = new byte[above.length];
        int[] values = new int[header.width];
        for (int y = 0; y < header.height; y++) {
            int filter = in.read();
            if (in.readNBytes(row, 0, row.length) < row.length) {
                throw new EOFException();
            }
            unfilter(filter, row, above, step);
            values(header, row, values);
            rows.row(y, values);
            byte[] swap = above;
            above = row;
            row = swap;
        }
    }

    private static void unfilter(int filter, byte[] row, byte[] above, int step) throws IOException {
        for (int i = 0; i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < step ? 0 : above[i - step] & 0xFF;
            row[i] += (byte) switch (filter) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                case 4 -> paeth(left, up, corner);
                default -> throw new IOException("the PNG picture is damaged");
            };
        }
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    /// Colours keep the upper eight bits of each sample; alpha is passed over.
    private static void values(Header header, byte[] row, int[] values) {
        boolean isColour = header.colour == RGB || header.colour == RGBA;
        int bytes = Math.max(1, header.depth / 8);
        Arrays.setAll(values, x -> {
            if (header.depth < 8) {
                int bit = x * header.depth;
                return (row[bit / 8] >>> (8 - header.depth - bit % 8)) & ((1 << header.depth) - 1);
            }
            int at = x * header.samples() * bytes;
            if (isColour) {
                return (row[at] & 0xFF) << 16 | (row[at + bytes] & 0xFF) << 8 | (row[at + 2 * bytes] & 0xFF);
            }
            return bytes == 1 ? row[at] & 0xFF : (row[at] & 0xFF) << 8 | (row[at + 1] & 0xFF);
        });
    }

    /// The data of chunk after chunk as one stream.
    private static final class Chunks extends InputStream {
        private final DataInputStream in;
        private int left;
        private boolean ended;

        Chunks(DataInputStream in, int left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            while (left == 0 && !ended) {
                in.skipNBytes(Integer.BYTES);
                left = in.readInt();
                ended = in.readInt() != IDAT || left < 0;
            }
            if (ended) {
                return -1;
            }
            int count = in.read(buffer, from, Math.min(length, left));
            if (count < 0) {
                throw new EOFException();
            }
            left -= count;
            return count;
        }
    }
}
