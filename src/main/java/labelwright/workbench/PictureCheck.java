package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.exchange.PictureSizes;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageInfo;
import labelwright.media.MediaException;
import labelwright.media.PictureFile;

/// Looks at picture files ahead of the reader that asks for them one by one: readers go through a folder roughly in order, so the files that
/// come next by name are checked in the background meanwhile. One thread asks.
final class PictureCheck implements PictureSizes {
    private static final Logger LOG = LoggerFactory.getLogger(PictureCheck.class);
    private static final int AHEAD = 256;

    private final ImageDecoder decoder;
    private final Executor background;
    private final Map<Path, CompletableFuture<Checked>> looks = new HashMap<>();
    private final Map<Path, Folder> folders = new HashMap<>();

    /// Exactly one of the two is there.
    record Checked(@Nullable ImageInfo info, @Nullable MediaException fault) {}

    /// The pictures of a folder by name.
    ///
    /// @param begun which of them somebody has looked at or is looking at
    private record Folder(List<Path> pictures, Map<Path, Integer> places, BitSet begun) {}

    PictureCheck(ImageDecoder decoder, Executor background) {
        this.decoder = decoder;
        this.background = background;
    }

    @Override
    public Optional<Size> of(Path file) {
        ImageInfo info = look(file).join().info();
        return info == null ? Optional.empty() : Optional.of(new Size(info.width(), info.height()));
    }

    @Override
    public int orientation(Path file) {
        ImageInfo info = look(file).join().info();
        return info == null ? 1 : info.orientation();
    }

    /// What the file is; forgotten afterwards.
    Checked take(Path file) {
        Checked checked = look(file).join();
        looks.remove(file);
        return checked;
    }

    /// What a further page of a file is; looked at now.
    Checked page(PictureFile page) {
        return check(page);
    }

    private CompletableFuture<Checked> look(Path file) {
        CompletableFuture<Checked> look = start(file);
        Path parent = file.getParent();
        if (parent != null) {
            Folder folder = folders.computeIfAbsent(parent, PictureCheck::list);
            Integer place = folder.places.get(file);
            if (place != null) {
                folder.begun.set(place);
                int end = Math.min(folder.pictures.size(), place + AHEAD);
                for (int i = folder.begun.nextClearBit(place); i < end; i = folder.begun.nextClearBit(i)) {
                    folder.begun.set(i);
                    var _ = start(folder.pictures.get(i));
                }
            }
        }
        return look;
    }

    private CompletableFuture<Checked> start(Path file) {
        return looks.computeIfAbsent(file, path -> CompletableFuture.supplyAsync(() -> check(PictureFile.of(path)), background));
    }

    private Checked check(PictureFile file) {
        try {
            return new Checked(decoder.check(file), null);
        } catch (MediaException e) {
            return new Checked(null, e);
        }
    }

    private static Folder list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pictures = files.filter(ImageInfo::looksLikeAPicture).sorted().toList();
            Map<Path, Integer> places = new HashMap<>();
            for (int i = 0; i < pictures.size(); i++) {
                places.put(pictures.get(i), i);
            }
            return new Folder(pictures, places, new BitSet(pictures.size()));
        } catch (IOException e) {
            LOG.debug("Cannot look ahead in {}", folder, e);
            return new Folder(List.of(), Map.of(), new BitSet());
        }
    }
}
