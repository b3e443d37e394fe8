package labelwright.ui.annotate;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import labelwright.media.PixelImage;

/// Small pictures as the toolkit wants them.
final class FxPictures {
    private FxPictures() {}

    static WritableImage of(PixelImage pixels) {
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image.getPixelWriter().setPixels(0, 0, pixels.width(), pixels.height(), PixelFormat.getIntArgbInstance(), pixels.argb(), 0,
                pixels.width());
        return image;
    }
}
