package labelwright.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/// TIFF 6.0 and BigTIFF: sides and orientation from the first directory, pages by following the chain of directories.
final class TiffHeader implements HeaderFormat {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int BIG_MAGIC = 43;
    private static final int MOST_PAGES = 100_000;

    /// How wide the fields of the two variants are.
    private record Variant(boolean big, long firstDirectory) {

        long count(HeaderBytes in) throws IOException {
            return big ? in.u64() : in.u16();
        }

        long pointer(HeaderBytes in) throws IOException {
            return big ? in.u64() : in.u32();
        }

        int countBytes() {
            return big ? 8 : 2;
        }

        int entryBytes() {
            return big ? 20 : 12;
        }

        int inlineBytes() {
            return big ? 8 : 4;
        }
    }

    /// One entry of a directory: `at` is where its values are.
    private record Entry(int tag, int type, long count, long at) {

        int valueBytes() {
            return switch (type) {
                case 3 -> 2;
                case 4, 13 -> 4;
                case 16, 18 -> 8;
                default -> 1;
            };
        }

        long value(HeaderBytes in, long index) throws IOException {
            in.seek(at + index * valueBytes());
            return switch (valueBytes()) {
                case 2 -> in.u16();
                case 4 -> in.u32();
                case 8 -> in.u64();
                default -> in.u8();
            };
        }
    }

    @Override
    public Header read(HeaderBytes in) throws IOException {
        Variant variant = variant(in);
        long width = 0;
        long height = 0;
        Orientation orientation = Orientation.UPRIGHT;
        long entries = entries(in, variant, variant.firstDirectory);
        for (long i = 0; i < entries; i++) {
            Entry entry = entry(in, variant, variant.firstDirectory, i);
            switch (entry.tag) {
                case WIDTH -> width = entry.value(in, 0);
                case HEIGHT -> height = entry.value(in, 0);
                case ExifOrientation.TAG -> orientation = Orientation.of((int) entry.value(in, 0));
                default -> {
                    // another property of the picture
                }
            }
        }
        Header sides = HeaderFormat.header(ImageFormat.TIFF, width, height);
        return new Header(ImageFormat.TIFF, sides.width(), sides.height(), orientation, pages(in, variant));
    }

    /// Every strip or tile of the first picture must lie inside the file.
    @Override
    public boolean isComplete(HeaderBytes in) throws IOException {
        Variant variant = variant(in);
        Entry offsets = new Entry(0, 0, 0, 0);
        Entry sizes = offsets;
        try {
            long entries = entries(in, variant, variant.firstDirectory);
            for (long i = 0; i < entries; i++) {
                Entry entry = entry(in, variant, variant.firstDirectory, i);
                switch (entry.tag) {
                    case STRIP_OFFSETS, TILE_OFFSETS -> offsets = entry;
                    case STRIP_BYTES, TILE_BYTES -> sizes = entry;
                    default -> {
                        // another property of the picture
                    }
                }
            }
            for (long i = 0; i < Math.min(offsets.count, sizes.count); i++) {
                if (offsets.value(in, i) + sizes.value(in, i) > in.length()) {
                    return false;
                }
            }
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    private static Variant variant(HeaderBytes in) throws IOException {
        in.seek(0);
        in.order(in.u16() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = in.u16() == BIG_MAGIC;
        if (big) {
            in.skip(4);
        }
        return new Variant(big, big ? in.u64() : in.u32());
    }

    private static long entries(HeaderBytes in, Variant variant, long directory) throws IOException {
        in.seek(directory);
        long entries = variant.count(in);
        if (entries < 0 || entries * variant.entryBytes() > in.length() - in.position()) {
            throw new EOFException("directory at " + directory);
        }
        return entries;
    }

    private static Entry entry(HeaderBytes in, Variant variant, long directory, long index) throws IOException {
        in.seek(directory + variant.countBytes() + index * variant.entryBytes());
        int tag = in.u16();
        int type = in.u16();
        long count = variant.pointer(in);
        Entry inline = new Entry(tag, type, count, in.position());
        return count * inline.valueBytes() <= variant.inlineBytes() ? inline : new Entry(tag, type, count, variant.pointer(in));
    }

    private static int pages(HeaderBytes in, Variant variant) throws IOException {
        Set<Long> seen = new HashSet<>();
        try {
            long directory = variant.firstDirectory;
            while (directory != 0 && seen.size() < MOST_PAGES && seen.add(directory)) {
                long entries = entries(in, variant, directory);
                in.seek(directory + variant.countBytes() + entries * variant.entryBytes());
                directory = variant.pointer(in);
            }
        } catch (EOFException e) {
            // the chain leads out of the file: the pages seen so far are those that count
            return Math.max(1, seen.size());
        }
        return Math.max(1, seen.size());
    }
}
