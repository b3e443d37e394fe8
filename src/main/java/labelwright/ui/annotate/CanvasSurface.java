package labelwright.ui.annotate;

import labelwright.canvas.PictureCanvas;
import labelwright.model.AnnotationId;
import labelwright.ui.label.Surface;

/// The canvas as the lists and fields beside it know it.
record CanvasSurface(PictureCanvas canvas) implements Surface {
    @Override
    public void takeKeys() {
        canvas.requestFocus();
    }

    @Override
    public void reveal(AnnotationId region) {
        canvas.reveal(region);
    }
}
