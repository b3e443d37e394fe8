/// The software painter of the canvas: pictures and shapes into an `int[]`, with no toolkit.
///
/// A [Raster] is a pixel buffer with a clip; [PicturePainter] samples the picture into it, [AnnotationPainter] draws shapes, labels and
/// scores. Everything is in device pixels of the buffer; a [Viewport] maps picture pixels to them. Knows geometry, model and decoded
/// pictures only, so that what is drawn is tested pixel by pixel without a window.
///
/// Decision: our own rasteriser. It draws only the damaged part of the view, and a pan moves the pixels that are there and draws the strip
/// that comes in. Shapes are stroked with anti-aliasing by column coverage, which is enough for outlines of one to three pixels.
/// Pictures are sampled from halved copies straight into the view, so no texture limit exists and no second copy of a picture is made.
/// Decision: where pixels come from is a [PictureSource]: whole pictures hand out their arrays as they are, pictures in tiles put together
/// the part that is drawn, with coarser pixels where a tile has not come yet. The painter does not know which it is.
/// Rejected: the JavaFX canvas (see `CanvasBench`: with software rendering 10,000 polygons take far longer than a frame), one node per
/// shape (tens of thousands of nodes), tiles of JavaFX images (uploads and seams).
@NullMarked
package labelwright.canvas.raster;

import org.jspecify.annotations.NullMarked;
