package labelwright.canvas.raster;

/// Where the pixels of a picture come from: halved copies in memory, or tiles that come and go.
public sealed interface PictureSource permits PictureLevels, TiledLevels {

    /// Pixels across of the picture itself.
    int width();

    /// Pixels down of the picture itself.
    int height();

    /// How many levels there are; each is half as large as the one before.
    int count();

    /// Pixels of a level across the whole picture; not a whole number where the last pixel of a level is only partly covered.
    double across(int level);

    double down(int level);

    /// The pixels of a level that a part of the view needs. What is not there yet is replaced by coarser pixels.
    ///
    /// @param area in pixels of the level; cut to the picture
    Part part(int level, DeviceRect area);

    /// Pixels of a level, row by row.
    ///
    /// @param argb not premultiplied; read only
    /// @param stride from one row to the next in the array
    /// @param area which pixels of the level they are; the first one lies at index 0
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(int[] argb, int stride, DeviceRect area) {}

    /// The number of the smallest level that still has a pixel for every device pixel.
    ///
    /// @param scale device pixels per picture pixel
    default int levelFor(double scale) {
        int level = 0;
        while (level + 1 < count() && scale * (2L << level) <= 1) {
            level++;
        }
        return level;
    }
}
