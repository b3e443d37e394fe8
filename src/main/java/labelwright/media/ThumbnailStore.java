package labelwright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Small versions of pictures, in memory and in a folder of JPEG files that may be deleted at any time.
///
/// A file in the folder is named after a hash of the picture's path, size and time of change, so that a changed picture gets a new
/// thumbnail by itself. A damaged file is made anew; a folder that cannot be written to costs only speed. The folder is
/// kept below half a gigabyte, and what was not used for three months goes. What shows through in a picture
/// is white in its thumbnail. Safe to use from any thread; blocks on the disk.
public final class ThumbnailStore {

    /// Pixels along the longer side that the screens use.
    public static final int DEFAULT_SIZE = 256;
    public static final long DEFAULT_BYTES = 96L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ThumbnailStore.class);
    private static final double QUALITY = 0.85;

    private static final long MOST_DISK_BYTES = 512L << 20;
    private static final Duration MOST_AGE = Duration.ofDays(90);
    private static final int PRUNE_EVERY = 5000;

    private final AtomicInteger written = new AtomicInteger();
    private final ImageDecoder decoder;
    private final Path folder;
    private final Object lock = new Object();
    private final WeightedLru<Key, Thumbnail> held;

    private record Key(PictureFile file, int size) {}

    /// A small picture with the name of its file in the folder, which tells the state of the large one it was made from.
    private record Thumbnail(PixelImage picture, String name) {}

    /// Thumbnails of one workspace.
    ///
    /// @param folder made when it is missing, whenever something is to be written
    /// @param maxBytes of pictures held in memory
    public ThumbnailStore(ImageDecoder decoder, Path folder, long maxBytes) {
        this.decoder = decoder;
        this.folder = folder;
        this.held = new WeightedLru<>(maxBytes, thumbnail -> thumbnail.picture.weightBytes());
    }

    /// The picture, upright, at most `size` pixels along either side; never larger than it is.
    public PixelImage thumbnail(PictureFile file, int size) throws MediaException {
        Key key = new Key(file.normalised(), size);
        String name = name(key);
        synchronized (lock) {
            Thumbnail known = held.get(key);
            if (known != null && known.name.equals(name)) {
                return known.picture;
            }
        }
        PixelImage picture = readOrMake(key, name);
        synchronized (lock) {
            held.put(key, new Thumbnail(picture, name));
        }
        return picture;
    }

    /// The thumbnail if it is in memory, without a look at the disk: for painting a list while it is scrolled.
    public Optional<PixelImage> find(PictureFile file, int size) {
        synchronized (lock) {
            return Optional.ofNullable(held.get(new Key(file.normalised(), size))).map(Thumbnail::picture);
        }
    }

    /// Lets go of the thumbnails in memory; those on disk stay.
    public void clear() {
        synchronized (lock) {
            held.clear();
        }
    }

    private PixelImage readOrMake(Key key, String name) throws MediaException {
        Path stored = folder.resolve(name.substring(0, 2)).resolve(name.substring(2) + ".jpg");
        Optional<PixelImage> cached = read(stored, key.size);
        if (cached.isPresent()) {
            ThumbnailPruning.used(stored);
            return cached.get();
        }
        PixelImage picture = ImageEncoder.flatten(decoder.preview(key.file, key.size, key.size));
        write(picture, stored);
        pruneNowAndThen();
        return picture;
    }

    private Optional<PixelImage> read(Path stored, int size) {
        try {
            PixelImage picture = decoder.decode(stored);
            return Optional.of(picture).filter(found -> Math.max(found.width(), found.height()) <= size);
        } catch (MediaException e) {
            if (e.reason() != MediaException.Reason.MISSING) {
                LOG.debug("The cached thumbnail {} is damaged and will be made anew", stored, e);
            }
            return Optional.empty();
        }
    }

    /// With the first thumbnail that is written, and then after every so many.
    private void pruneNowAndThen() {
        if (written.getAndIncrement() % PRUNE_EVERY == 0) {
            new ThumbnailPruning(folder, MOST_DISK_BYTES, MOST_AGE).run();
        }
    }

    private static void write(PixelImage picture, Path stored) {
        try {
            Files.createDirectories(stored.getParent());
            ImageEncoder.writeJpeg(picture, stored, QUALITY);
        } catch (IOException e) {
            LOG.debug("The thumbnail {} could not be kept on disk", stored, e);
        }
    }

    private static String name(Key key) throws MediaException {
        String page = key.file.page() == 0 ? "" : " of page " + key.file.page();
        return FileStamp.of(key.file.path(), key.size + page);
    }
}
