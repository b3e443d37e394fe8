package labelwright.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import labelwright.media.tiff.Samples;

/// Tiles as bytes, without loss: differences along each row, channel after channel, deflated quickly. Of red and blue it is their difference to
/// green that is followed along the row: in most pictures that makes two channels of three small, in time as in bytes.
final class TileCodec {
    private static final int HEAD = 12;
    private static final int GREY = 1;
    private static final int RGB = 2;
    private static final int ARGB = 3;
    private static final int SHORTS = 4;
    private static final int FLOATS = 5;
    private static final int BYTES = 6;
    private static final int MOST_BYTES = 1 << 28;
    /// Where each channel is in a pixel, in the order of the file.
    private static final int[] SHIFTS = {8, 16, 0, 24};
    private static final int GREEN_SHIFT = 8;

    private TileCodec() {}

    static byte[] encode(Picture tile) {
        return switch (tile) {
            case PixelImage pixels -> encode(pixels);
            case DeepImage deep -> encode(deep.samples());
            case TiledPicture _ -> throw new IllegalArgumentException("a picture in tiles is no tile");
        };
    }

    private static byte[] encode(PixelImage tile) {
        int[] argb = tile.argb();
        int kind = GREY;
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xff) {
                kind = ARGB;
                break;
            }
            if ((pixel >> 16 & 0xff) != (pixel & 0xff) || (pixel >> 8 & 0xff) != (pixel & 0xff)) {
                kind = RGB;
            }
        }
        int channels = channels(kind);
        byte[] raw = new byte[argb.length * channels];
        for (int c = 0; c < channels; c++) {
            int shift = SHIFTS[c];
            boolean beside = c == 1 || c == 2;
            for (int y = 0, i = 0; y < tile.height(); y++) {
                int before = 0;
                for (int x = 0; x < tile.width(); x++, i++) {
                    int value = (argb[i] >> shift) - (beside ? argb[i] >> GREEN_SHIFT : 0);
                    raw[c * argb.length + i] = (byte) (value - before);
                    before = value;
                }
            }
        }
        return pack(kind, tile.width(), tile.height(), channels, raw);
    }

    private static byte[] encode(Samples samples) {
        int count = samples.width() * samples.height() * samples.channels();
        int step = samples.channels();
        return switch (samples) {
            case Samples.Bytes bytes -> pack(BYTES, samples.width(), samples.height(), step, bytes.array());
            case Samples.Shorts shorts -> {
                // low bytes behind the high ones: the high ones hardly change
                byte[] raw = new byte[2 * count];
                for (int i = 0; i < count; i++) {
                    int value = shorts.array()[i] - (i >= step ? shorts.array()[i - step] : 0);
                    raw[i] = (byte) (value >> 8);
                    raw[count + i] = (byte) value;
                }
                yield pack(SHORTS, samples.width(), samples.height(), step, raw);
            }
            case Samples.Floats floats -> {
                ByteBuffer raw = ByteBuffer.allocate(4 * count);
                raw.asFloatBuffer().put(floats.array());
                yield pack(FLOATS, samples.width(), samples.height(), step, raw.array());
            }
        };
    }

    private static int channels(int kind) {
        return kind == GREY ? 1 : kind == RGB ? 3 : 4;
    }

    private static byte[] pack(int kind, int width, int height, int channels, byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length / 2 + HEAD);
        out.writeBytes(ByteBuffer.allocate(HEAD).put((byte) kind).put((byte) channels).putShort((short) 0).putInt(width).putInt(height)
                .array());
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(raw);
            deflater.finish();
            byte[] piece = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
        }
        return out.toByteArray();
    }

    /// @param like gives channels and range to deep tiles
    static Picture decode(byte[] bytes, DeepTiles like) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        int kind = head.get();
        int channels = head.get();
        int width = head.getInt(4);
        int height = head.getInt(8);
        long pixels = (long) width * height;
        if (width < 1 || height < 1 || channels < 1 || pixels * channels * 4 > MOST_BYTES) {
            throw new IOException("a tile of %d x %d pixels".formatted(width, height));
        }
        int count = (int) pixels * channels;
        return switch (kind) {
            case GREY, RGB, ARGB -> pixels(width, height, channels, unpack(bytes, count));
            case BYTES -> like.of(new Samples.Bytes(width, height, channels, unpack(bytes, count)));
            case SHORTS -> like.of(new Samples.Shorts(width, height, channels, shorts(unpack(bytes, 2 * count), count, channels)));
            case FLOATS -> {
                float[] values = new float[count];
                ByteBuffer.wrap(unpack(bytes, 4 * count)).asFloatBuffer().get(values);
                yield like.of(new Samples.Floats(width, height, channels, values));
            }
            default -> throw new IOException("a tile of kind " + kind);
        };
    }

    private static PixelImage pixels(int width, int height, int channels, byte[] raw) {
        int count = width * height;
        int[] argb = new int[count];
        for (int y = 0, i = 0; y < height; y++) {
            int green = 0;
            int red = 0;
            int blue = 0;
            int alpha = 0;
            for (int x = 0; x < width; x++, i++) {
                green += raw[i];
                if (channels == 1) {
                    argb[i] = 0xff000000 | (green & 0xff) * 0x10101;
                } else {
                    red += raw[count + i];
                    blue += raw[2 * count + i];
                    alpha += channels == 4 ? raw[3 * count + i] : 0;
                    argb[i] = (channels == 4 ? alpha << 24 : 0xff000000) | (red + green & 0xff) << 16 | (green & 0xff) << 8
                            | (blue + green & 0xff);
                }
            }
        }
        return new PixelImage(width, height, argb);
    }

    private static short[] shorts(byte[] raw, int count, int step) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            int difference = raw[i] << 8 | (raw[count + i] & 0xff);
            values[i] = (short) (difference + (i >= step ? values[i - step] : 0));
        }
        return values;
    }

    private static byte[] unpack(byte[] bytes, int size) throws IOException {
        byte[] raw = new byte[size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, HEAD, bytes.length - HEAD);
            int at = 0;
            while (at < size) {
                int got = inflater.inflate(raw, at, size - at);
                if (got == 0) {
                    throw new IOException("a tile that ends early");
                }
                at += got;
            }
            return raw;
        } catch (DataFormatException e) {
            throw new IOException("a tile that cannot be unpacked", e);
        }
    }
}
