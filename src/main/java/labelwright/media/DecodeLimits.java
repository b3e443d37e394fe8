package labelwright.media;

/// How large a picture may be before it is refused. Checked against the header, before any memory is taken.
///
/// @param maxPixels width times height at most
public record DecodeLimits(long maxPixels) {

    private static final long DEFAULT_PIXELS = 1L << 28;
    /// one int a pixel for the reader, one for the turned picture, one for the result, and as much for everything else that runs
    private static final long BYTES_PER_PIXEL = 16;

    public DecodeLimits {
        if (maxPixels < 1 || maxPixels > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The limit must be between 1 and 2,147,483,639 pixels, not " + maxPixels);
        }
    }

    /// 268 million pixels (16,384 x 16,384).
    public static DecodeLimits defaults() {
        return new DecodeLimits(DEFAULT_PIXELS);
    }

    /// The most pixels that both this limit and the heap of this process allow.
    long mostPixels() {
        return Math.min(maxPixels, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL);
    }
}
