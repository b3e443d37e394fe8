package labelwright.media.tiff;

/// The samples of a rectangle, channel after channel of a pixel, pixels row by row. The arrays are handed out without a copy.
public sealed interface Samples {

    int width();

    int height();

    int channels();

    /// One sample as a number.
    ///
    /// @param index `(y * width + x) * channels + channel`
    double value(int index);

    /// Room for samples of the same kind.
    Samples ofSize(int newWidth, int newHeight);

    /// Copies a rectangle of the other samples, which must be of the same kind and number of channels, to this place.
    void paste(Samples from, Rect source, int x, int y);

    /// The array itself.
    Object array();

    /// Up to 8 bits, unsigned.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(int width, int height, int channels, byte[] array) implements Samples {
        @Override
        public double value(int index) {
            return array[index] & 0xff;
        }

        @Override
        public Samples ofSize(int newWidth, int newHeight) {
            return new Bytes(newWidth, newHeight, channels, new byte[newWidth * newHeight * channels]);
        }

        @Override
        public void paste(Samples from, Rect source, int x, int y) {
            copyRows(from, source, this, x, y);
        }
    }

    /// 16 bits, unsigned.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shorts(int width, int height, int channels, short[] array) implements Samples {
        @Override
        public double value(int index) {
            return array[index] & 0xffff;
        }

        @Override
        public Samples ofSize(int newWidth, int newHeight) {
            return new Shorts(newWidth, newHeight, channels, new short[newWidth * newHeight * channels]);
        }

        @Override
        public void paste(Samples from, Rect source, int x, int y) {
            copyRows(from, source, this, x, y);
        }
    }

    /// Everything else: signed, wider than 16 bits, or floating point (64 bits are rounded to 32).
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Floats(int width, int height, int channels, float[] array) implements Samples {
        @Override
        public double value(int index) {
            return array[index];
        }

        @Override
        public Samples ofSize(int newWidth, int newHeight) {
            return new Floats(newWidth, newHeight, channels, new float[newWidth * newHeight * channels]);
        }

        @Override
        public void paste(Samples from, Rect source, int x, int y) {
            copyRows(from, source, this, x, y);
        }
    }

    private static void copyRows(Samples from, Rect source, Samples to, int x, int y) {
        int channels = to.channels();
        for (int row = 0; row < source.height(); row++) {
            int at = ((source.y() + row) * from.width() + source.x()) * channels;
            System.arraycopy(from.array(), at, to.array(), ((y + row) * to.width() + x) * channels, source.width() * channels);
        }
    }
}
