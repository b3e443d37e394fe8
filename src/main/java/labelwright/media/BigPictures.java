package labelwright.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import labelwright.media.tiff.TiffFile;
import labelwright.media.tiff.TiffImage;
import labelwright.media.tiff.TiffUnsupported;

/// Which pictures can be read in parts, and how. Stateless.
final class BigPictures {
    private static final long MOST_PIXELS_BY_ROWS = Integer.MAX_VALUE - 8L;
    private static final long MOST_STRIP_BYTES = 128L << 20;
    private static final int PNG_INTERLACE = 28;
    private static final int BMP_COMPRESSION = 30;

    private BigPictures() {}

    /// Why the picture cannot be read in parts, as the middle of a sentence; nothing when it can.
    static Optional<String> whyNot(PictureFile file, ImageInfo info) {
        if (info.format() != ImageFormat.TIFF && info.pixels() > MOST_PIXELS_BY_ROWS) {
            return Optional.of("a %s of more than %,d pixels cannot be read in parts".formatted(info.format().displayName(),
                    MOST_PIXELS_BY_ROWS));
        }
        try (HeaderBytes in = HeaderBytes.open(file.path())) {
            return switch (info.format()) {
                case JPEG -> JpegHeader.whyNotByRows(in);
                case PNG -> byteAt(in, PNG_INTERLACE) == 0 ? Optional.empty() : Optional.of("an interlaced PNG is stored in seven passes");
                case BMP -> byteAt(in, BMP_COMPRESSION) % 3 == 0 ? Optional.empty() : Optional.of("a compressed BMP is read whole");
                case TIFF -> whyNot(file);
                case GIF, WEBP -> Optional.of("a %s is read whole".formatted(info.format().displayName()));
            };
        } catch (IOException e) {
            return Optional.of("its header cannot be read");
        }
    }

    private static int byteAt(HeaderBytes in, int at) throws IOException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        in.seek(at);
        return in.u8();
    }

    private static Optional<String> whyNot(PictureFile file) throws IOException {
        try (TiffFile tiff = TiffFile.open(file.path())) {
            TiffImage image = tiff.page(file.page()).image();
            long strip = (long) image.blockWidth() * image.blockHeight() * image.channels() * 4;
            return image.isRandomAccess() || strip <= MOST_STRIP_BYTES
                    ? Optional.empty()
                    : Optional.of("its %,d rows are compressed in one piece".formatted(image.blockHeight()));
        } catch (TiffUnsupported e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// The tiles of a picture for which [#whyNot] has no reason.
    ///
    /// @param cache the file in which prepared tiles are kept
    static TileSource open(PictureFile file, ImageInfo info, Path cache) throws IOException {
        if (info.format() != ImageFormat.TIFF) {
            DeepImage.@Nullable Channels channels = ReaderRows.channels(file.path(), info.format());
            return spooled(file.path(), new ReaderRows(info.format()), info, channels, cache);
        }
        TiffImage image;
        try (TiffFile tiff = TiffFile.open(file.path())) {
            image = tiff.page(file.page()).image();
        }
        if (image.isRandomAccess()) {
            return TiffTiles.open(file.path(), file.page(), cache);
        }
        return spooled(file.path(), new StripRows(file.page()), info, image.isDeep() ? TiffPixels.channels(image) : null, cache);
    }

    private static TileSource spooled(Path file, RowSource rows, ImageInfo info, DeepImage.@Nullable Channels channels, Path cache)
            throws IOException {
        Orientation orientation = Orientation.of(info.orientation());
        boolean swap = orientation.swapsSides();
        SpooledTiles.Layout layout = new SpooledTiles.Layout(swap ? info.height() : info.width(), swap ? info.width() : info.height(),
                channels);
        return SpooledTiles.open(file, rows, orientation, layout, cache);
    }
}
