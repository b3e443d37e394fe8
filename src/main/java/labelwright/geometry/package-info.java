/// Shapes on a picture, and what can be asked of them: hit test, handles, overlap, bounds.
///
/// Everything here is immutable and pure, and knows nothing of items, labels or screens. Coordinates are continuous picture
/// pixels after the EXIF turn: x to the right, y down, pixel (0,0) covers [0,1) x [0,1), a box over the whole picture is
/// `x=0, y=0, width=W, height=H`.
///
/// Decision: [Shape] is sealed. A new shape (such as a text span) is added by naming it in the
/// `permits` clause; every `switch` over shapes then fails to compile until it handles it. That is the list of places to visit.
/// Lines drawn for a shape come from [Contour], pixels covered by it from [MaskFill], so that drawing and comparing need no switch of their own.
/// Decision: a [Mask] is a list of runs in picture pixels, not a bitmap and not counts over the whole picture: an object costs what its
/// outline costs, whatever the size of the picture. It is worked on as a [MaskBitmap].
/// Rejected: an open `Shape` interface with a registry, because a forgotten writer would lose shapes in silence.
/// Rejected: JTS geometries as the model itself, because they are mutable and cannot carry a box as a box.
@NullMarked
package labelwright.geometry;

import org.jspecify.annotations.NullMarked;
