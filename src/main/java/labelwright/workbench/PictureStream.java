package labelwright.workbench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import labelwright.media.ImageDecoder;
import labelwright.media.MediaException;
import labelwright.media.PixelImage;
import labelwright.model.Item;

/// Pictures of items in their order, decoded ahead in the background while the caller is busy with earlier ones. One thread.
final class PictureStream {
    private final Iterator<Item> items;
    private final int ahead;
    private final Executor background;
    private final Decoding decoding;
    private final Deque<CompletableFuture<Decoded>> queue = new ArrayDeque<>();

    /// One picture, perhaps made smaller; or the reason why there is none.
    record Decoded(Item item, @Nullable PixelImage image, @Nullable MediaException fault) {

        /// From pixels of the image to pixels of the item, across.
        double scaleX() {
            return image == null ? 1 : (double) item.width() / image.width();
        }

        double scaleY() {
            return image == null ? 1 : (double) item.height() / image.height();
        }
    }

    /// @param side no picture is decoded larger than this many pixels along either side
    record Decoding(ImageDecoder decoder, Catalogue catalogue, int side) {
        Decoded decode(Item item) {
            try {
                return new Decoded(item, decoder.decode(catalogue.picture(item), side, side), null);
            } catch (MediaException e) {
                return new Decoded(item, null, e);
            }
        }
    }

    PictureStream(Iterator<Item> items, int ahead, Executor background, Decoding decoding) {
        this.items = items;
        this.ahead = ahead;
        this.background = background;
        this.decoding = decoding;
    }

    /// The next pictures, at most so many; empty at the end.
    List<Decoded> next(int count) {
        List<Decoded> next = new ArrayList<>();
        fill();
        while (next.size() < count && !queue.isEmpty()) {
            next.add(queue.remove().join());
            fill();
        }
        return next;
    }

    private void fill() {
        while (queue.size() < ahead && items.hasNext()) {
            Item item = items.next();
            queue.add(CompletableFuture.supplyAsync(() -> decoding.decode(item), background));
        }
    }
}
