package labelwright.ui.control;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import labelwright.media.PixelImage;

/// Small pictures as the toolkit wants them.
public final class FxPictures {
    private FxPictures() {}

    public static WritableImage of(PixelImage pixels) {
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image.getPixelWriter().setPixels(0, 0, pixels.width(), pixels.height(), PixelFormat.getIntArgbInstance(), pixels.argb(), 0,
                pixels.width());
        return image;
    }
}
