package labelwright.media;

import org.jspecify.annotations.Nullable;

import labelwright.media.tiff.Samples;

/// What all deep tiles of one picture have in common.
///
/// @param range null where the picture is not deep
record DeepTiles(DeepImage.Channels channels, @Nullable SampleRange range) {
    static final DeepTiles NONE = new DeepTiles(new DeepImage.Channels(1, false, 0), null);

    DeepImage of(Samples samples) {
        return range == null ? new DeepImage(samples, channels) : new DeepImage(samples, channels, range);
    }
}
