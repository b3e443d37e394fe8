package labelwright.media;

import java.io.IOException;
import java.nio.file.Path;

import labelwright.media.tiff.Rect;
import labelwright.media.tiff.TiffFile;
import labelwright.media.tiff.TiffImage;

/// Rows of a TIFF page made of compressed strips.
///
/// @param page from 0
record StripRows(int page) implements RowSource {
    @Override
    public void read(Path path, BandSink sink) throws IOException {
        try (TiffFile file = TiffFile.open(path)) {
            TiffImage image = file.page(page).image();
            for (int y = 0; y < image.height(); y += BAND) {
                Rect rows = new Rect(0, y, image.width(), Math.min(BAND, image.height() - y));
                sink.band(y, TiffPixels.picture(image, file.read(image, rows), null));
            }
        }
    }
}
