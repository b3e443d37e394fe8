package labelwright.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Opens pictures as they are best shown: whole, whole with their deep samples, or in tiles when they are big. Any thread; blocks on the
/// disk.
public final class PictureOpener {
    /// Pictures of more pixels than this are opened in tiles, however much memory there is.
    private static final long MOST_WHOLE = 100_000_000;
    /// TIFF tiles are on the screen sooner than a whole picture of this many pixels.
    private static final long MOST_WHOLE_TILED = 30_000_000;
    /// A whole picture takes about 10 bytes a pixel while it is decoded and shown, and must not take more than half of the heap.
    private static final long BYTES_PER_PIXEL = 20;

    private final ImageDecoder decoder;
    private final Path tileFolder;
    private final Executor executor;
    private final long tileBytes;

    /// @param tileFolder where prepared tiles are kept; may be deleted at any time when no picture is open
    /// @param executor where tiles are read; its threads belong to the caller
    /// @param tileBytes how much heap the tiles of one big picture may take
    public PictureOpener(ImageDecoder decoder, Path tileFolder, Executor executor, long tileBytes) {
        this.decoder = decoder;
        this.tileFolder = tileFolder;
        this.executor = executor;
        this.tileBytes = tileBytes;
    }

    /// Whether a picture of this many pixels is opened in tiles, whatever its format.
    public static boolean isBig(long pixels) {
        return pixels > mostWhole();
    }

    /// Whether a picture of this many pixels may be opened in tiles, depending on its format.
    public static boolean isInTiles(long pixels) {
        return pixels > Math.min(MOST_WHOLE_TILED, mostWhole());
    }

    private static long mostWhole() {
        return Math.min(MOST_WHOLE, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL);
    }

    /// The picture, upright; a whole one with its halved copies. One in tiles has to be closed by the caller.
    public Picture open(PictureFile file) throws MediaException {
        ImageInfo info = decoder.check(file);
        boolean big = isBig(info.pixels());
        boolean quick = info.format() == ImageFormat.TIFF && info.pixels() > MOST_WHOLE_TILED;
        if (big || quick) {
            Optional<String> whyNot = BigPictures.whyNot(file, info);
            if (whyNot.isEmpty()) {
                return openTiled(file, info);
            }
        }
        Optional<DeepImage> deep = decoder.decodeDeep(file);
        return deep.isPresent() ? deep.get() : decoder.decode(file).withHalves();
    }

    /// The picture in tiles, whatever its size.
    TiledPicture openTiled(PictureFile file) throws MediaException {
        return openTiled(file, decoder.check(file));
    }

    private TiledPicture openTiled(PictureFile file, ImageInfo info) throws MediaException {
        PictureFile known = file.normalised();
        String name = FileStamp.of(known.path(), "tiles of page " + known.page());
        Path cache = tileFolder.resolve(name + ".tiles");
        try {
            TileFolder.makeRoom(tileFolder, cache);
            return new TiledPicture(known.path(), BigPictures.open(known, info, cache), executor, tileBytes);
        } catch (IOException | RuntimeException e) {
            throw MediaException.notPrepared(file.path(), e);
        } catch (OutOfMemoryError e) {
            throw MediaException.notEnoughMemory(file.path(), e);
        }
    }
}
