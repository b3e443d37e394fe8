package labelwright.media.tiff;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// An open TIFF file. Rectangles may be read by any number of threads at the same time; the file is closed by its owner when none reads.
public final class TiffFile implements Closeable {
    private static final int MOST_DIRECTORIES = 100_000;

    private final FileChannel channel;
    private final TiffDirectory.Variant variant;
    private final JpegBlocks jpegs = new JpegBlocks();
    private final BlockCache cache = new BlockCache();

    private TiffFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.variant = TiffDirectory.Variant.read(channel);
    }

    @SuppressWarnings("resource") // closed with this object
    public static TiffFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new TiffFile(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// How many pages there are, smaller copies and masks not counted; at least 1. Follows the whole chain of directories.
    public int pages() throws IOException {
        return walk(Integer.MAX_VALUE).pages;
    }

    /// What is known of a page of any kind.
    ///
    /// @param directory its place in the chain of directories, from 0
    /// @param width as stored
    /// @param height as stored
    /// @param orientation 1 where nothing is said
    public record PageInfo(int directory, int width, int height, int orientation) {}

    /// @param number from 0
    public PageInfo info(int number) throws IOException {
        Walk walk = walk(number);
        if (walk.pages <= number) {
            throw new EOFException("it has no page " + (number + 1));
        }
        return TiffImage.info(TiffDirectory.read(channel, variant, walk.lastPage), walk.lastIndex);
    }

    /// The page with the smaller copies that the file has of it: those marked as such behind it or below it, and those behind it that are
    /// tiled and have its proportions.
    ///
    /// @param number from 0
    /// @throws TiffUnsupported when it is of a kind that this reader does not know
    public TiffPage page(int number) throws IOException {
        Walk walk = walk(number);
        if (walk.pages <= number) {
            throw new EOFException("it has no page " + (number + 1));
        }
        TiffDirectory directory = TiffDirectory.read(channel, variant, walk.lastPage);
        TiffPage page = new TiffPage(walk.lastIndex, TiffImage.of(directory, variant.order()), walk.copies);
        for (long sub : directory.numbers(TiffImage.SUB_IMAGES)) {
            page = with(page, overview(TiffDirectory.read(channel, variant, sub), page.image()));
        }
        return page;
    }

    /// How far the chain of directories was followed.
    ///
    /// @param pages found so far
    /// @param lastPage where the directory of the last of them is
    /// @param lastIndex its place in the chain, from 0
    /// @param copies its smaller copies
    private record Walk(int pages, long lastPage, int lastIndex, List<TiffPage.Overview> copies) {}

    /// Follows the chain up to the end of page `number`.
    private Walk walk(int number) throws IOException {
        int pages = 0;
        int lastIndex = 0;
        long lastPage = variant.first();
        TiffPage page = null;
        Set<Long> seen = new HashSet<>();
        for (long at = variant.first(); at != 0 && seen.size() < MOST_DIRECTORIES && seen.add(at);) {
            TiffDirectory directory = TiffDirectory.read(channel, variant, at);
            TiffKind kind = TiffKind.of(directory);
            Optional<TiffPage.Overview> copy = page == null ? Optional.empty() : overview(directory, page.image());
            if (kind == TiffKind.PAGE && copy.filter(each -> each.image().isTiled()).isEmpty()) {
                if (pages > number) {
                    break;
                }
                pages++;
                lastPage = at;
                lastIndex = seen.size() - 1;
                page = known(directory, lastIndex);
            } else if (page != null) {
                page = with(page, copy);
            }
            at = directory.next();
        }
        return new Walk(Math.max(1, pages), lastPage, lastIndex, page == null ? List.of() : page.overviews());
    }

    private @Nullable TiffPage known(TiffDirectory directory, int index) {
        try {
            return new TiffPage(index, TiffImage.of(directory, variant.order()), List.of());
        } catch (IOException e) {
            // of an unknown kind: it counts as a page all the same
            return null;
        }
    }

    private static TiffPage with(TiffPage page, Optional<TiffPage.Overview> more) {
        List<TiffPage.Overview> all = new ArrayList<>(page.overviews());
        more.ifPresent(all::add);
        all.sort(Comparator.comparingDouble(TiffPage.Overview::shrink));
        return new TiffPage(page.directory(), page.image(), all);
    }

    /// A directory that is broken or of an unknown kind is no overview, but no reason to refuse the page either.
    private Optional<TiffPage.Overview> overview(TiffDirectory directory, TiffImage of) {
        try {
            TiffImage image = TiffImage.of(directory, variant.order());
            return image.isMask() ? Optional.empty() : image.shrinkOf(of).map(shrink -> new TiffPage.Overview(image, shrink));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The samples of a rectangle that lies inside the image.
    public Samples read(TiffImage image, Rect area) throws IOException {
        if (area.x() < 0 || area.y() < 0 || area.x() + area.width() > image.width() || area.y() + area.height() > image.height()) {
            throw new IllegalArgumentException(area + " is not inside " + image.width() + " x " + image.height());
        }
        return image.rowsLieOpen() ? readOpenRows(image, area) : readBlocks(image, area);
    }

    private Samples readOpenRows(TiffImage image, Rect area) throws IOException {
        TiffImage.Coding coding = image.coding();
        Unpacking unpacking = new Unpacking(coding);
        int pixelBytes = coding.inBlock() * coding.bits() / 8;
        List<Samples> planes = new ArrayList<>();
        for (int plane = 0; plane < (coding.planar() ? coding.perPixel() : 1); plane++) {
            ByteBuffer raw = ByteBuffer.allocate(area.width() * area.height() * pixelBytes);
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                int block = y / image.blockHeight();
                long start = image.blocks().offsets()[plane * image.rows() + block];
                long row = start + (long) (y - block * image.blockHeight()) * image.width() * pixelBytes + (long) area.x() * pixelBytes;
                read(raw.limit(raw.position() + area.width() * pixelBytes), row);
            }
            planes.add(unpacking.samples(raw.array(), area.width(), area.height()));
        }
        return Planes.join(planes);
    }

    private Samples readBlocks(TiffImage image, Rect area) throws IOException {
        int firstColumn = area.x() / image.blockWidth();
        int lastColumn = (area.x() + area.width() - 1) / image.blockWidth();
        int firstRow = area.y() / image.blockHeight();
        int lastRow = (area.y() + area.height() - 1) / image.blockHeight();
        @Nullable
        Samples all = null;
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                Samples block = block(image, column, row);
                if (all == null) {
                    all = block.ofSize(area.width(), area.height());
                }
                int left = Math.max(area.x(), column * image.blockWidth());
                int top = Math.max(area.y(), row * image.blockHeight());
                int right = Math.min(area.x() + area.width(), column * image.blockWidth() + block.width());
                int bottom = Math.min(area.y() + area.height(), row * image.blockHeight() + block.height());
                Rect part = new Rect(left - column * image.blockWidth(), top - row * image.blockHeight(), right - left, bottom - top);
                all.paste(block, part, left - area.x(), top - area.y());
            }
        }
        if (all == null) {
            throw new IllegalStateException("a rectangle without a block");
        }
        return all;
    }

    /// A whole block with all its channels, from the cache when it was read lately.
    private Samples block(TiffImage image, int column, int row) throws IOException {
        BlockCache.Key key = new BlockCache.Key(image, column, row);
        Samples known = cache.get(key);
        if (known != null) {
            return known;
        }
        Samples block = decode(image, column, row);
        cache.put(key, block);
        return block;
    }

    private Samples decode(TiffImage image, int column, int row) throws IOException {
        TiffImage.Coding coding = image.coding();
        TiffImage.Blocks blocks = image.blocks();
        int rows = image.rowsOfBlock(row);
        int perPlane = image.columns() * image.rows();
        List<Samples> planes = new ArrayList<>();
        for (int plane = 0; plane < (coding.planar() ? coding.perPixel() : 1); plane++) {
            int index = plane * perPlane + row * image.columns() + column;
            planes.add(decode(coding, blocks.offsets()[index], blocks.sizes()[index], blocks.width(), rows));
        }
        return Planes.join(planes);
    }

    private Samples decode(TiffImage.Coding coding, long offset, long size, int width, int rows) throws IOException {
        Unpacking unpacking = new Unpacking(coding);
        int expected = Unpacking.rowBytes(width, coding.inBlock(), coding.bits()) * rows;
        if (size == 0) {
            // a tile that was never written: GDAL calls such files sparse, and empty tiles are zero
            return unpacking.samples(new byte[expected], width, rows);
        }
        if (size < 0 || size > Integer.MAX_VALUE - 16 || offset + size > channel.size()) {
            throw new EOFException("a tile at " + offset + " of " + channel.size());
        }
        ByteBuffer stored = ByteBuffer.allocate((int) size);
        read(stored, offset);
        if (coding.compression() == TiffImage.Compression.JPEG) {
            Samples block = jpegs.decode(stored.array(), coding);
            if (block.width() < width || block.height() < rows) {
                throw new EOFException("a tile of %d x %d pixels".formatted(block.width(), block.height()));
            }
            return block;
        }
        return unpacking.samples(unpacking.decompress(stored.array(), expected), width, rows);
    }

    private void read(ByteBuffer to, long at) throws IOException {
        int start = to.position();
        while (to.hasRemaining()) {
            if (channel.read(to, at + to.position() - start) < 0) {
                throw new EOFException("position " + at + " of " + channel.size());
            }
        }
    }

    @Override
    public void close() throws IOException {
        jpegs.close();
        channel.close();
    }
}
