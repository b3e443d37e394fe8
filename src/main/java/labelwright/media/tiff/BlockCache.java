package labelwright.media.tiff;

import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;

/// The blocks read last, for neighbouring rectangles that cut the same block. Thread-safe.
final class BlockCache {
    private static final long MOST_BYTES = 24L << 20;
    private static final int FIRST_CAPACITY = 64;
    private static final float LOAD = 0.75f;

    record Key(TiffImage image, int column, int row) {}

    private final LinkedHashMap<Key, Samples> blocks = new LinkedHashMap<>(FIRST_CAPACITY, LOAD, true);
    private long bytes;

    synchronized @Nullable Samples get(Key key) {
        return blocks.get(key);
    }

    synchronized void put(Key key, Samples block) {
        if (weight(block) > MOST_BYTES / 2) {
            return;
        }
        Samples before = blocks.put(key, block);
        bytes += weight(block) - (before == null ? 0 : weight(before));
        while (bytes > MOST_BYTES) {
            bytes -= weight(blocks.pollFirstEntry().getValue());
        }
    }

    private static long weight(Samples block) {
        long samples = (long) block.width() * block.height() * block.channels();
        return switch (block) {
            case Samples.Bytes _ -> samples;
            case Samples.Shorts _ -> 2 * samples;
            case Samples.Floats _ -> 4 * samples;
        };
    }
}
