package labelwright.media;

/// A picture that can be shown, upright: whole in memory, whole with its 16-bit or floating-point samples, or in tiles because it is big.
public sealed interface Picture permits PixelImage, DeepImage, TiledPicture {

    /// Pixels across.
    int width();

    /// Pixels down.
    int height();
}
