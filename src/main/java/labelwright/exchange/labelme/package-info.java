/// labelme: one JSON file beside each picture. Also reads the dialect of X-AnyLabeling (rectangles of four points, rotations, attributes).
///
/// Decision: coordinates are those of the picture after its EXIF turn, as labelme shows and stores them.
/// Decision: the picture inside the JSON (`imageData`) is passed over unread; pictures are files. Rejected: unpacking it beside the JSON, since an
/// import must not write into the folder that it reads.
/// Decision: shapes that labelme has no type for are written as the nearest one, with our own line beside it (`labelwright_shape`), which
/// labelme keeps and which counts on reading as long as it fits.
@NullMarked
package labelwright.exchange.labelme;

import org.jspecify.annotations.NullMarked;
