/// A folder of label pictures: for each picture a PNG of the same size in which the value of a pixel is its class.
///
/// Reads palette places, grey values of 8 and 16 bits and colours; the names from `dataset_meta.json` (Datumaro), `labelmap.txt` (CVAT),
/// `label_colors.txt` (CamVid) or a list of classes; the layouts `images` and `masks`, `train` and `trainannot` (CamVid), `leftImg8bit` and
/// `gtFine` (Cityscapes), and label pictures beside their pictures with `_mask` or the like at the end of their names.
///
/// Decision: all pixels of one class in one picture are one mask. Rejected: one mask for each connected piece, since a piece is not an object: a
/// car behind a pole is two. Cityscapes `instanceIds` name the objects, so there each is a mask of its own.
/// Decision: 0 and black are the background. 255 is the border that is left out, except in a grey picture that has nothing else beside 0: such a
/// picture is black and white, and white is the object.
/// Decision: a label picture lies in the sense in which its own size fits its picture, see [labelwright.exchange.UprightSink].
@NullMarked
package labelwright.exchange.masks;

import org.jspecify.annotations.NullMarked;
