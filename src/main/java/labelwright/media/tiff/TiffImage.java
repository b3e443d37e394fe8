package labelwright.media.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// How one image of a TIFF file is laid out: a page, or a smaller copy of one. Immutable.
public final class TiffImage {
    private static final int SUBFILE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int FILL_ORDER = 266;
    private static final int STRIP_OFFSETS = 273;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES = 277;
    private static final int STRIP_ROWS = 278;
    private static final int STRIP_BYTES = 279;
    private static final int PLANAR = 284;
    private static final int PREDICTOR = 317;
    private static final int COLOUR_MAP = 320;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    static final int SUB_IMAGES = 330;
    private static final int EXTRA_SAMPLES = 338;
    private static final int SAMPLE_FORMAT = 339;
    private static final int JPEG_TABLES = 347;
    private static final int MOST_BLOCK_BYTES = 1 << 30;

    /// What the samples are colours of.
    public enum Colours {
        /// the lowest value is white
        WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE
    }

    enum Compression {
        NONE, LZW, DEFLATE, PACK_BITS, JPEG
    }

    enum Numbers {
        UNSIGNED, SIGNED, FLOATING
    }

    /// Tiles, or strips, which are tiles as wide as the image.
    ///
    /// @param offsets in the file, plane after plane
    /// @param sizes in bytes as stored
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Blocks(int width, int height, boolean tiled, long[] offsets, long[] sizes) {}

    /// How the bytes of a block become samples.
    ///
    /// @param perPixel samples of a pixel
    /// @param planar each channel has blocks of its own
    /// @param luma JPEG blocks hold luma and chroma
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Coding(ByteOrder order, Compression compression, int predictor, int bits, Numbers numbers, int perPixel, boolean planar,
            boolean luma, byte[] jpegTables) {

        /// Samples of a pixel in one block.
        int inBlock() {
            return planar ? 1 : perPixel;
        }
    }

    private final int width;
    private final int height;
    private final int orientation;
    private final long subfile;
    private final Blocks blocks;
    private final Coding coding;
    private final Colours colours;
    private final boolean alpha;
    private final int[] palette;

    private TiffImage(TiffDirectory directory, ByteOrder order) throws IOException {
        width = side(directory, WIDTH);
        height = side(directory, HEIGHT);
        orientation = (int) directory.number(ORIENTATION, 1);
        subfile = directory.number(SUBFILE, 0);
        int photometric = (int) directory.number(PHOTOMETRIC, 1);
        blocks = blocks(directory);
        coding = coding(directory, order, photometric);
        colours = switch (photometric) {
            case 0 -> Colours.WHITE_IS_ZERO;
            case 1 -> Colours.BLACK_IS_ZERO;
            case 2 -> Colours.RGB;
            case 3 -> Colours.PALETTE;
            case 6 -> {
                if (coding.compression != Compression.JPEG) {
                    throw new TiffUnsupported("luma and chroma without JPEG compression");
                }
                yield Colours.RGB;
            }
            default -> throw new TiffUnsupported("colours of kind " + photometric);
        };
        int colourChannels = colours == Colours.RGB ? 3 : 1;
        if (coding.perPixel < colourChannels) {
            throw new IOException("it has too few channels");
        }
        long[] extra = directory.numbers(EXTRA_SAMPLES);
        alpha = coding.perPixel == colourChannels + 1 && extra.length > 0 && extra[0] != 0;
        palette = colours == Colours.PALETTE ? palette(directory.numbers(COLOUR_MAP)) : new int[0];
        checkBlocks();
    }

    static TiffImage of(TiffDirectory directory, ByteOrder order) throws IOException {
        return new TiffImage(directory, order);
    }

    static TiffFile.PageInfo info(TiffDirectory directory, int index) throws IOException {
        return new TiffFile.PageInfo(index, side(directory, WIDTH), side(directory, HEIGHT), (int) directory.number(ORIENTATION, 1));
    }

    private static int side(TiffDirectory directory, int tag) throws IOException {
        long side = directory.number(tag, 0);
        if (side < 1 || side > Integer.MAX_VALUE) {
            throw new IOException("its size is not given");
        }
        return (int) side;
    }

    private Blocks blocks(TiffDirectory directory) throws IOException {
        if (directory.has(TILE_OFFSETS)) {
            return new Blocks(side(directory, TILE_WIDTH), side(directory, TILE_HEIGHT), true, directory.numbers(TILE_OFFSETS),
                    directory.numbers(TILE_BYTES));
        }
        long rows = Math.clamp(directory.number(STRIP_ROWS, height), 1, height);
        return new Blocks(width, (int) rows, false, directory.numbers(STRIP_OFFSETS), directory.numbers(STRIP_BYTES));
    }

    private Coding coding(TiffDirectory directory, ByteOrder order, int photometric) throws IOException {
        Compression compression = switch ((int) directory.number(COMPRESSION, 1)) {
            case 1 -> Compression.NONE;
            case 5 -> Compression.LZW;
            case 7 -> Compression.JPEG;
            case 8, 32946 -> Compression.DEFLATE;
            case 32773 -> Compression.PACK_BITS;
            default -> throw new TiffUnsupported("compression of kind " + directory.number(COMPRESSION, 1));
        };
        int perPixel = (int) directory.number(SAMPLES, 1);
        long[] bits = directory.numbers(BITS);
        int depth = bits.length == 0 ? 1 : (int) bits[0];
        if (Arrays.stream(bits).anyMatch(each -> each != depth)) {
            throw new TiffUnsupported("channels of different depth");
        }
        Numbers numbers = switch ((int) directory.number(SAMPLE_FORMAT, 1)) {
            case 2 -> Numbers.SIGNED;
            case 3 -> Numbers.FLOATING;
            case 1, 4 -> Numbers.UNSIGNED;
            default -> throw new TiffUnsupported("complex numbers");
        };
        boolean known = switch (depth) {
            case 1, 2, 4 -> numbers == Numbers.UNSIGNED;
            case 8 -> numbers != Numbers.FLOATING;
            case 16, 32 -> true;
            case 64 -> numbers == Numbers.FLOATING;
            default -> false;
        };
        if (!known) {
            throw new TiffUnsupported(depth + " bits a sample");
        }
        if (directory.number(FILL_ORDER, 1) != 1) {
            throw new TiffUnsupported("bits in reverse order");
        }
        if (compression == Compression.JPEG && (depth != 8 || numbers != Numbers.UNSIGNED)) {
            throw new TiffUnsupported("JPEG compression with " + depth + " bits a sample");
        }
        boolean planar = directory.number(PLANAR, 1) == 2 && perPixel > 1;
        return new Coding(order, compression, (int) directory.number(PREDICTOR, 1), depth, numbers, perPixel, planar, photometric == 6,
                directory.bytes(JPEG_TABLES).orElseGet(() -> new byte[0]));
    }

    private void checkBlocks() throws IOException {
        long pixels = (long) blocks.width * blocks.height;
        boolean tiledSanely = !blocks.tiled || pixels * coding.perPixel * Math.max(8, coding.bits) / 8 <= MOST_BLOCK_BYTES;
        long needed = (long) columns() * rows() * (coding.planar ? coding.perPixel : 1);
        if (!tiledSanely || coding.perPixel < 1 || blocks.offsets.length < needed || blocks.sizes.length < needed) {
            throw new IOException("its list of tiles is not complete");
        }
    }

    private int[] palette(long[] map) throws IOException {
        int entries = 1 << coding.bits;
        if (coding.bits > 16 || map.length < 3 * entries) {
            throw new IOException("its palette is not complete");
        }
        // some writers give 8 bits where the specification asks for 16
        int shift = Arrays.stream(map).anyMatch(value -> value > 255) ? 8 : 0;
        int[] argb = new int[entries];
        for (int i = 0; i < entries; i++) {
            argb[i] = 0xff000000 | (int) (map[i] >> shift) << 16 | (int) (map[entries + i] >> shift) << 8
                    | (int) (map[2 * entries + i] >> shift);
        }
        return argb;
    }

    /// Pixels across, as stored.
    public int width() {
        return width;
    }

    /// Pixels down, as stored.
    public int height() {
        return height;
    }

    /// The orientation tag, 1 where there is none.
    public int orientation() {
        return orientation;
    }

    public Colours colours() {
        return colours;
    }

    /// Samples of a pixel, alpha and others included.
    public int channels() {
        return coding.perPixel;
    }

    /// Whether the channel after the colours is opacity.
    public boolean hasAlpha() {
        return alpha;
    }

    /// What each index stands for, 0xAARRGGBB; empty when the samples are no indexes.
    public int[] palette() {
        return palette;
    }

    /// The highest value that a sample can have; 0 for floating point and signed numbers, which know no such thing.
    public long highest() {
        return coding.numbers == Numbers.UNSIGNED ? (1L << coding.bits) - 1 : 0;
    }

    /// More than 8 bits a sample, or signed, or floating point: more than a screen can show at once.
    public boolean isDeep() {
        return colours != Colours.PALETTE && (coding.bits > 8 || coding.numbers != Numbers.UNSIGNED);
    }

    public boolean isTiled() {
        return blocks.tiled;
    }

    /// Pixels across of a tile; the image's width when it is made of strips.
    public int blockWidth() {
        return blocks.width;
    }

    public int blockHeight() {
        return blocks.height;
    }

    /// Whether any small rectangle can be read at little cost: tiles, or rows that lie in the file as they are.
    public boolean isRandomAccess() {
        return blocks.tiled || rowsLieOpen();
    }

    /// Whether pixels can be read straight from the file.
    boolean rowsLieOpen() {
        return !blocks.tiled && coding.compression == Compression.NONE && coding.bits % 8 == 0 && coding.predictor == 1;
    }

    /// Marked as a transparency mask.
    boolean isMask() {
        return (subfile & 4) != 0;
    }

    /// How many times smaller than the other image this one is, when it can be a copy of it: the same proportions and kind of samples.
    Optional<Double> shrinkOf(TiffImage other) {
        double across = (double) other.width / width;
        double down = (double) other.height / height;
        boolean alike = coding.perPixel == other.coding.perPixel && coding.bits == other.coding.bits && colours == other.colours
                && coding.numbers == other.coding.numbers;
        // the sides are rounded, so that the factors of a small copy differ a little
        boolean proportional = Math.abs(down / across - 1) <= 1.5 / Math.min(width, height) + 0.01;
        return alike && across >= 1.5 && proportional ? Optional.of(across) : Optional.empty();
    }

    Blocks blocks() {
        return blocks;
    }

    Coding coding() {
        return coding;
    }

    /// Blocks across.
    int columns() {
        return Math.ceilDiv(width, blocks.width);
    }

    /// Blocks down.
    int rows() {
        return Math.ceilDiv(height, blocks.height);
    }

    /// Rows in the blocks of this row of blocks: the last strip may be lower; tiles never are.
    int rowsOfBlock(int row) {
        return blocks.tiled ? blocks.height : Math.min(blocks.height, height - row * blocks.height);
    }
}
