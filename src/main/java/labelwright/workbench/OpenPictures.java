package labelwright.workbench;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

import labelwright.media.MediaException;
import labelwright.media.Picture;
import labelwright.media.PictureFile;
import labelwright.media.PictureOpener;
import labelwright.media.TiledPicture;

/// The big pictures that were opened last: they hold their files and tiles until others take their place. Thread-safe.
final class OpenPictures implements AutoCloseable {
    /// As many as are compared side by side.
    static final int MOST = 4;
    private static final float LOAD = 0.75f;

    private final Executor background;
    private final Map<PictureFile, TiledPicture> open = new LinkedHashMap<>(MOST * 2, LOAD, true);
    private boolean closed;

    OpenPictures(Executor background) {
        this.background = background;
    }

    synchronized Optional<Picture> find(PictureFile file) {
        return Optional.ofNullable(open.get(file.normalised()));
    }

    /// Opens the picture and remembers it when it is big.
    Picture keep(PictureFile file, PictureOpener opener) throws MediaException {
        Picture picture = opener.open(file);
        if (picture instanceof TiledPicture tiled) {
            remember(file.normalised(), tiled);
        }
        return picture;
    }

    private synchronized void remember(PictureFile file, TiledPicture picture) {
        if (closed) {
            picture.close();
            return;
        }
        TiledPicture before = open.put(file, picture);
        if (before != null) {
            background.execute(before::close);
        }
        if (open.size() > MOST) {
            Iterator<TiledPicture> oldest = open.values().iterator();
            TiledPicture dropped = oldest.next();
            oldest.remove();
            background.execute(dropped::close);
        }
    }

    @Override
    public void close() {
        List<TiledPicture> rest;
        synchronized (this) {
            closed = true;
            rest = List.copyOf(open.values());
            open.clear();
        }
        rest.forEach(TiledPicture::close);
    }
}
