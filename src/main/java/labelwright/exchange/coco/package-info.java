/// COCO: one JSON file with `images`, `annotations` and `categories`, the pictures beside it or in a folder named after the split.
///
/// Reads boxes, polygons of several parts, masks (RLE, compressed or not) and keypoints. Captions, panoptic segments and labels of whole
/// pictures are skipped; their pictures are imported all the same.
///
/// Decision: a file is read in two passes with Jackson's streaming parser. The first keeps the images and categories, wherever in the file
/// they stand; the second hands over one annotation at a time. A file that is not sound JSON to its end is refused before anything of it
/// was handed over. Rejected: the tree model, which needs gigabytes for a million boxes.
/// Decision: ids are compared as text, so that 7, 7.0 and "7" are one id. Annotations of an image id that two images share are refused.
/// Decision: of several files about the same pictures (`instances_train`, `captions_train`, ...) the one with the most shapes is read.
/// Decision: numbers are written in their shortest exact form, so that a round trip gives the same bits.
/// Decision: a shape that COCO has no field for is written as the nearest standard form, with our own line beside it (`labelwright_shape`),
/// which counts on reading as long as it fits the annotation's box. Polygons with holes are masks for other tools. Rejected: joining holes
/// to their outline by a seam, which every other tool draws.
/// Decision: an annotation that has keypoints and an outline becomes two regions of one group. The box around the whole object stays with
/// the keypoints as an attribute.
/// Decision: a mask whose counts do not add up is refused, never guessed: its other pixels may be anywhere.
@NullMarked
package labelwright.exchange.coco;

import org.jspecify.annotations.NullMarked;
