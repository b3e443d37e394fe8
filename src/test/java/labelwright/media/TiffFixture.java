package labelwright.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/// Writes TIFF files of every kind for tests and benchmarks, tile by tile, so that files larger than memory can be made.
public final class TiffFixture implements Closeable {
    private static final int NONE = 1;
    private static final int LZW = 5;
    private static final int JPEG = 7;
    private static final int DEFLATE = 8;
    private static final int PACK_BITS = 32773;

    public enum Packing {
        NONE(TiffFixture.NONE), LZW(TiffFixture.LZW), JPEG(TiffFixture.JPEG), DEFLATE(TiffFixture.DEFLATE), PACK_BITS(
                TiffFixture.PACK_BITS);

        private final int tag;

        Packing(int tag) {
            this.tag = tag;
        }
    }

    /// A sample as a number, in the range of its kind.
    @FunctionalInterface
    public interface Scene {
        double at(int x, int y, int channel);
    }

    /// How a page is laid out. Change what matters with the `with` methods.
    ///
    /// @param block side of a tile, or rows of a strip
    /// @param format of the samples: 1 unsigned, 2 signed, 3 floating point
    /// @param subfile 1 for a smaller copy
    public record Page(int width, int height, int channels, int bits, int format, int block, boolean tiled, Packing packing, int predictor,
            boolean planar, int orientation, int photometric, int subfile) {

        public static Page of(int width, int height, int channels, int bits) {
            return new Page(width, height, channels, bits, 1, 64, true, Packing.NONE, 1, false, 1, channels >= 3 ? 2 : 1, 0);
        }

        public Page with(Packing changed) {
            return new Page(width, height, channels, bits, format, block, tiled, changed, predictor, planar, orientation, photometric,
                    subfile);
        }

        public Page withPredictor(int changed) {
            return new Page(width, height, channels, bits, format, block, tiled, packing, changed, planar, orientation, photometric,
                    subfile);
        }

        public Page withFormat(int changed) {
            return new Page(width, height, channels, bits, changed, block, tiled, packing, predictor, planar, orientation, photometric,
                    subfile);
        }

        public Page strips(int rows) {
            return new Page(width, height, channels, bits, format, rows, false, packing, predictor, planar, orientation, photometric,
                    subfile);
        }

        public Page tiles(int side) {
            return new Page(width, height, channels, bits, format, side, true, packing, predictor, planar, orientation, photometric,
                    subfile);
        }

        public Page inPlanes() {
            return new Page(width, height, channels, bits, format, block, tiled, packing, predictor, true, orientation, photometric,
                    subfile);
        }

        public Page turned(int changed) {
            return new Page(width, height, channels, bits, format, block, tiled, packing, predictor, planar, changed, photometric, subfile);
        }

        public Page whiteIsZero() {
            return new Page(width, height, channels, bits, format, block, tiled, packing, predictor, planar, orientation, 0, subfile);
        }

        public Page copyOfThePageBefore() {
            return new Page(width, height, channels, bits, format, block, tiled, packing, predictor, planar, orientation, photometric, 1);
        }

        int columns() {
            return tiled ? Math.ceilDiv(width, block) : 1;
        }

        int rows() {
            return Math.ceilDiv(height, block);
        }
    }

    private final FileChannel channel;
    private final boolean big;
    private final ByteOrder order;
    private long pointerToNext;

    private TiffFixture(FileChannel channel, boolean big, ByteOrder order) throws IOException {
        this.channel = channel;
        this.big = big;
        this.order = order;
        ByteBuffer head = ByteBuffer.allocate(big ? 16 : 8).order(order);
        head.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        head.putShort((short) (big ? 43 : 42));
        if (big) {
            head.putShort((short) 8).putShort((short) 0);
        }
        pointerToNext = head.position();
        append(head.array());
    }

    public static TiffFixture create(Path file) throws IOException {
        return create(file, ByteOrder.LITTLE_ENDIAN);
    }

    public static TiffFixture create(Path file, ByteOrder order) throws IOException {
        return new TiffFixture(open(file), false, order);
    }

    public static TiffFixture createBig(Path file) throws IOException {
        return new TiffFixture(open(file), true, ByteOrder.LITTLE_ENDIAN);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    /// One file with one page.
    public static Path write(Path file, Page page, Scene scene) throws IOException {
        try (TiffFixture out = create(file)) {
            out.page(page, scene);
        }
        return file;
    }

    public void page(Page page, Scene scene) throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        for (int plane = 0; plane < (page.planar ? page.channels : 1); plane++) {
            for (int row = 0; row < page.rows(); row++) {
                for (int column = 0; column < page.columns(); column++) {
                    blocks.add(block(page, scene, column, row, plane));
                }
            }
        }
        page(page, blocks::get);
    }

    /// @param blocks gives the stored bytes of each tile, row by row
    public void page(Page page, IntFunction<byte[]> blocks) throws IOException {
        int count = page.columns() * page.rows() * (page.planar ? page.channels : 1);
        long[] offsets = new long[count];
        long[] sizes = new long[count];
        for (int i = 0; i < count; i++) {
            byte[] stored = blocks.apply(i);
            offsets[i] = append(stored);
            sizes[i] = stored.length;
        }
        directory(page, offsets, sizes);
    }

    private void directory(Page page, long[] offsets, long[] sizes) throws IOException {
        Map<Integer, long[]> tags = new TreeMap<>();
        long[] bits = new long[page.channels];
        long[] formats = new long[page.channels];
        Arrays.fill(bits, page.bits);
        Arrays.fill(formats, page.format);
        tags.put(254, new long[] {page.subfile});
        tags.put(256, new long[] {page.width});
        tags.put(257, new long[] {page.height});
        tags.put(258, bits);
        tags.put(259, new long[] {page.packing.tag});
        tags.put(262, new long[] {page.packing == Packing.JPEG && page.channels == 3 ? 6 : page.photometric});
        tags.put(274, new long[] {page.orientation});
        tags.put(277, new long[] {page.channels});
        tags.put(284, new long[] {page.planar ? 2 : 1});
        tags.put(317, new long[] {page.predictor});
        tags.put(339, formats);
        if (page.channels == 2 || page.channels == 4) {
            tags.put(338, new long[] {2});
        }
        if (page.tiled) {
            tags.put(322, new long[] {page.block});
            tags.put(323, new long[] {page.block});
            tags.put(324, offsets);
            tags.put(325, sizes);
        } else {
            tags.put(273, offsets);
            tags.put(278, new long[] {page.block});
            tags.put(279, sizes);
        }
        int word = big ? 8 : 4;
        ByteBuffer body = ByteBuffer.allocate((big ? 8 : 2) + tags.size() * (big ? 20 : 12) + word).order(order);
        if (big) {
            body.putLong(tags.size());
        } else {
            body.putShort((short) tags.size());
        }
        for (Map.Entry<Integer, long[]> tag : tags.entrySet()) {
            long[] values = tag.getValue();
            // longs throughout, or their wide kin: readers take any whole number
            body.putShort((short) (int) tag.getKey()).putShort((short) (big ? 16 : 4));
            word(body, values.length);
            if (values.length == 1) {
                word(body, values[0]);
            } else {
                ByteBuffer away = ByteBuffer.allocate(values.length * word).order(order);
                for (long value : values) {
                    word(away, value);
                }
                word(body, append(away.array()));
            }
        }
        word(body, 0);
        long at = append(body.array());
        ByteBuffer pointer = ByteBuffer.allocate(word).order(order);
        word(pointer, at);
        channel.write(pointer.flip(), pointerToNext);
        pointerToNext = at + body.capacity() - word;
    }

    private void word(ByteBuffer to, long value) {
        if (big) {
            to.putLong(value);
        } else {
            to.putInt((int) value);
        }
    }

    private long append(byte[] bytes) throws IOException {
        long at = channel.size() + (channel.size() & 1);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        while (from.hasRemaining()) {
            channel.write(from, at + from.position());
        }
        return at;
    }

    private byte[] block(Page page, Scene scene, int column, int row, int plane) throws IOException {
        int width = page.tiled ? page.block : page.width;
        int height = page.tiled ? page.block : Math.min(page.block, page.height - row * page.block);
        if (page.packing == Packing.JPEG) {
            return jpeg(page, scene, column * width, row * page.block);
        }
        int channels = page.planar ? 1 : page.channels;
        int rowBytes = (width * channels * page.bits + 7) / 8;
        ByteBuffer raw = ByteBuffer.allocate(rowBytes * height).order(page.predictor == 3 ? ByteOrder.BIG_ENDIAN : order);
        for (int y = 0; y < height; y++) {
            long[] before = new long[channels];
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    int sceneX = Math.min(page.width - 1, column * width + x);
                    int sceneY = Math.min(page.height - 1, row * page.block + y);
                    double value = scene.at(sceneX, sceneY, page.planar ? plane : c);
                    put(raw, page, y * rowBytes, x * channels + c, value, before, c);
                }
            }
        }
        byte[] bytes = raw.array();
        return pack(page.predictor == 3 ? shuffled(bytes, page, rowBytes, channels) : bytes, page.packing);
    }

    private static void put(ByteBuffer raw, Page page, int rowStart, int index, double value, long[] before, int channel) {
        if (page.format == 3) {
            switch (page.bits) {
                case 16 -> raw.putShort(rowStart + 2 * index, Float.floatToFloat16((float) value));
                case 32 -> raw.putFloat(rowStart + 4 * index, (float) value);
                default -> raw.putDouble(rowStart + 8 * index, value);
            }
            return;
        }
        long whole = (long) value;
        long stored = page.predictor == 2 ? whole - before[channel] : whole;
        before[channel] = whole;
        switch (page.bits) {
            case 8 -> raw.put(rowStart + index, (byte) stored);
            case 16 -> raw.putShort(rowStart + 2 * index, (short) stored);
            case 32 -> raw.putInt(rowStart + 4 * index, (int) stored);
            default -> {
                int at = rowStart + index * page.bits / 8;
                int shift = 8 - page.bits - index * page.bits % 8;
                raw.put(at, (byte) (raw.get(at) | stored << shift));
            }
        }
    }

    private static byte[] shuffled(byte[] raw, Page page, int rowBytes, int channels) {
        byte[] out = new byte[raw.length];
        int width = page.bits / 8;
        int count = rowBytes / width;
        for (int start = 0; start < raw.length; start += rowBytes) {
            for (int i = 0; i < count; i++) {
                for (int b = 0; b < width; b++) {
                    out[start + b * count + i] = raw[start + i * width + b];
                }
            }
            for (int i = start + rowBytes - 1; i >= start + channels; i--) {
                out[i] -= out[i - channels];
            }
        }
        return out;
    }

    private static byte[] jpeg(Page page, Scene scene, int left, int top) throws IOException {
        boolean grey = page.channels == 1;
        BufferedImage tile = new BufferedImage(page.block, page.block, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < page.block; y++) {
            for (int x = 0; x < page.block; x++) {
                for (int c = 0; c < page.channels; c++) {
                    tile.getRaster().setSample(x, y, c, (int) scene.at(left + x, top + y, c));
                }
            }
        }
        return jpeg(tile);
    }

    public static byte[] jpeg(BufferedImage tile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(tile, "jpeg", out);
        return out.toByteArray();
    }

    public static byte[] pack(byte[] raw, Packing packing) {
        return switch (packing) {
            case NONE -> raw;
            case DEFLATE -> deflate(raw);
            case PACK_BITS -> packBits(raw);
            case LZW -> lzw(raw);
            case JPEG -> throw new IllegalArgumentException("JPEG tiles are made of pictures");
        };
    }

    private static byte[] deflate(byte[] raw) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(raw);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        }
    }

    private static byte[] packBits(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < raw.length;) {
            int run = 1;
            while (at + run < raw.length && run < 128 && raw[at + run] == raw[at]) {
                run++;
            }
            if (run > 1) {
                out.write(257 - run);
                out.write(raw[at]);
            } else {
                out.write(0);
                out.write(raw[at]);
            }
            at += run;
        }
        return out.toByteArray();
    }

    private static byte[] lzw(byte[] raw) {
        Bits out = new Bits();
        Map<String, Integer> codes = new HashMap<>();
        int next = 258;
        int width = 9;
        out.put(256, width);
        String known = "";
        for (byte b : raw) {
            char c = (char) (b & 0xff);
            String longer = known + c;
            if (longer.length() == 1 || codes.containsKey(longer)) {
                known = longer;
                continue;
            }
            out.put(known.length() == 1 ? known.charAt(0) : codes.get(known), width);
            codes.put(longer, next++);
            if (next == 4094) {
                out.put(256, width);
                codes.clear();
                next = 258;
                width = 9;
            } else if (next == 1 << width) {
                width++;
            }
            known = String.valueOf(c);
        }
        if (!known.isEmpty()) {
            out.put(known.length() == 1 ? known.charAt(0) : codes.get(known), width);
            next++;
            width = next == 1 << width ? width + 1 : width;
        }
        out.put(257, width);
        return out.bytes();
    }

    /// Codes of any width, highest bit first.
    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int held;
        private int count;

        void put(int code, int width) {
            for (int bit = width - 1; bit >= 0; bit--) {
                held = held << 1 | code >> bit & 1;
                if (++count == 8) {
                    out.write(held);
                    held = 0;
                    count = 0;
                }
            }
        }

        byte[] bytes() {
            if (count > 0) {
                out.write(held << 8 - count);
            }
            return out.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
