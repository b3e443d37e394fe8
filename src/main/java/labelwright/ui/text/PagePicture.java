package labelwright.ui.text;

import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import labelwright.media.PixelImage;
import labelwright.ui.control.FxPictures;
import labelwright.workbench.PageWindow;

/// A part of a page as a picture.
///
/// @param image null when it could not be drawn
/// @param why it could not; empty when it could
record PagePicture(PageWindow window, @Nullable Image image, String why) {

    static PagePicture of(PageWindow window, PixelImage pixels) {
        return new PagePicture(window, FxPictures.of(pixels), "");
    }

    static PagePicture failed(PageWindow window, String why) {
        return new PagePicture(window, null, why);
    }
}
