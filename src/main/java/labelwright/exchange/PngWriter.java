package labelwright.exchange;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes label pictures as PNG: one byte for each pixel, with a palette or grey.
public final class PngWriter {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int DEPTH = 8;
    private static final int GREY = 0;
    private static final int PALETTE = 3;

    private PngWriter() {}

    /// Gives the values of a row.
    @FunctionalInterface
    public interface Rows {
        /// @param values to be filled, one for each pixel; holds the row before
        void fill(int y, byte[] values);
    }

    /// @param palette packed RGB, at most 256; empty for grey
    public static void write(OutputStream stream, int width, int height, int[] palette, Rows rows) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeLong(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {DEPTH, (byte) (palette.length > 0 ? PALETTE : GREY), 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        if (palette.length > 0) {
            byte[] colours = new byte[3 * palette.length];
            for (int i = 0; i < palette.length; i++) {
                colours[3 * i] = (byte) (palette[i] >> 16);
                colours[3 * i + 1] = (byte) (palette[i] >> 8);
                colours[3 * i + 2] = (byte) palette[i];
            }
            chunk(out, "PLTE", colours);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[width];
            for (int y = 0; y < height; y++) {
                rows.fill(y, row);
                deflater.write(0);
                deflater.write(row);
            }
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
