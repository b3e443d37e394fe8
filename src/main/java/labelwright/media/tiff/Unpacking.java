package labelwright.media.tiff;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Turns the bytes of a block into samples: compression, prediction, byte order and depth.
final class Unpacking {
    private static final int DIFFERENCES = 2;
    private static final int FLOATING_DIFFERENCES = 3;

    private final TiffImage.Coding coding;

    Unpacking(TiffImage.Coding coding) {
        this.coding = coding;
    }

    /// Bytes of one row before compression.
    ///
    /// @param channels samples of a pixel in this block
    static int rowBytes(int width, int channels, int bits) {
        return Math.toIntExact(((long) width * channels * bits + 7) / 8);
    }

    /// Takes the compression away; a block that ends early is an error.
    byte[] decompress(byte[] stored, int size) throws IOException {
        if (coding.compression() == TiffImage.Compression.NONE && stored.length == size) {
            return stored;
        }
        if (coding.compression() == TiffImage.Compression.DEFLATE) {
            return inflate(stored, size);
        }
        try (InputStream in = stream(new ByteArrayInputStream(stored))) {
            byte[] raw = in.readNBytes(size);
            if (raw.length < size) {
                throw new EOFException("a tile of " + raw.length + " bytes instead of " + size);
            }
            return raw;
        }
    }

    /// Straight into the block: a stream would copy everything twice.
    private static byte[] inflate(byte[] stored, int size) throws IOException {
        byte[] raw = new byte[size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(stored);
            int at = 0;
            while (at < size) {
                int got = inflater.inflate(raw, at, size - at);
                if (got == 0) {
                    throw new EOFException("a tile of " + at + " bytes instead of " + size);
                }
                at += got;
            }
            return raw;
        } catch (DataFormatException e) {
            throw new IOException("a tile that cannot be inflated", e);
        }
    }

    InputStream stream(InputStream stored) {
        return switch (coding.compression()) {
            case NONE -> stored;
            case LZW -> new LzwStream(stored);
            case DEFLATE -> new InflaterInputStream(stored);
            case PACK_BITS -> new PackBitsStream(stored);
            case JPEG -> throw new IllegalStateException("JPEG tiles are decoded as pictures");
        };
    }

    /// The samples of rows without compression. May change the bytes.
    Samples samples(byte[] raw, int width, int height) {
        int channels = coding.inBlock();
        boolean floating = coding.numbers() == TiffImage.Numbers.FLOATING;
        int rowBytes = rowBytes(width, channels, coding.bits());
        ByteOrder order = coding.order();
        if (coding.predictor() == FLOATING_DIFFERENCES && floating) {
            undoFloating(raw, width * channels, height, rowBytes, channels);
            order = ByteOrder.BIG_ENDIAN;
        }
        int count = width * height * channels;
        int step = coding.predictor() == DIFFERENCES ? channels : 0;
        ByteBuffer in = ByteBuffer.wrap(raw).order(order);
        return switch (coding.bits()) {
            case 8 -> eights(raw, width, height, step);
            case 16 -> floating ? halves(in, width, height) : sixteens(in, width, height, step);
            case 32, 64 -> new Samples.Floats(width, height, channels, wide(in, count, width * channels, step));
            default -> new Samples.Bytes(width, height, channels, small(raw, width * channels, height, rowBytes));
        };
    }

    private Samples eights(byte[] raw, int width, int height, int step) {
        int row = width * coding.inBlock();
        if (step > 0) {
            for (int y = 0; y < height; y++) {
                for (int i = y * row + step; i < (y + 1) * row; i++) {
                    raw[i] += raw[i - step];
                }
            }
        }
        if (coding.numbers() == TiffImage.Numbers.UNSIGNED) {
            return new Samples.Bytes(width, height, coding.inBlock(), raw);
        }
        float[] values = new float[row * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = raw[i];
        }
        return new Samples.Floats(width, height, coding.inBlock(), values);
    }

    private Samples sixteens(ByteBuffer in, int width, int height, int step) {
        short[] values = new short[width * height * coding.inBlock()];
        in.asShortBuffer().get(values);
        int row = width * coding.inBlock();
        if (step > 0) {
            for (int y = 0; y < height; y++) {
                for (int i = y * row + step; i < (y + 1) * row; i++) {
                    values[i] += values[i - step];
                }
            }
        }
        if (coding.numbers() == TiffImage.Numbers.UNSIGNED) {
            return new Samples.Shorts(width, height, coding.inBlock(), values);
        }
        float[] wide = new float[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new Samples.Floats(width, height, coding.inBlock(), wide);
    }

    private Samples halves(ByteBuffer in, int width, int height) {
        float[] values = new float[width * height * coding.inBlock()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(in.getShort(2 * i));
        }
        return new Samples.Floats(width, height, coding.inBlock(), values);
    }

    private float[] wide(ByteBuffer in, int count, int row, int step) {
        float[] values = new float[count];
        boolean floating = coding.numbers() == TiffImage.Numbers.FLOATING;
        if (floating && coding.bits() == 64) {
            for (int i = 0; i < count; i++) {
                values[i] = (float) in.getDouble(8 * i);
            }
        } else if (floating) {
            in.asFloatBuffer().get(values);
        } else {
            int[] whole = new int[count];
            in.asIntBuffer().get(whole);
            for (int i = 0; i < count; i++) {
                if (step > 0 && i % row >= step) {
                    whole[i] += whole[i - step];
                }
                values[i] = coding.numbers() == TiffImage.Numbers.SIGNED ? whole[i] : whole[i] & 0xffffffffL;
            }
        }
        return values;
    }

    private byte[] small(byte[] raw, int row, int height, int rowBytes) {
        int bits = coding.bits();
        int mask = (1 << bits) - 1;
        byte[] values = new byte[row * height];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < row; i++) {
                int at = i * bits;
                values[y * row + i] = (byte) (raw[y * rowBytes + at / 8] >> (8 - bits - at % 8) & mask);
            }
        }
        return values;
    }

    /// Adobe's floating-point predictor (TIFF Technical Note 3): differences of bytes, the most significant bytes of a row first.
    private void undoFloating(byte[] raw, int count, int height, int rowBytes, int channels) {
        int width = coding.bits() / 8;
        byte[] row = new byte[rowBytes];
        for (int y = 0; y < height; y++) {
            int start = y * rowBytes;
            for (int i = start + channels; i < start + rowBytes; i++) {
                raw[i] += raw[i - channels];
            }
            System.arraycopy(raw, start, row, 0, rowBytes);
            for (int i = 0; i < count; i++) {
                for (int b = 0; b < width; b++) {
                    raw[start + i * width + b] = row[b * count + i];
                }
            }
        }
    }
}
