/// COCO: one JSON file with `images`, `annotations` and `categories`, the pictures beside it or in a folder named after the split.
///
/// Reads instances (boxes, polygons of several parts). Masks (RLE) and keypoints are not supported yet: a record that has a box beside
/// them is kept as its box, with a note; one that has nothing else is skipped, as are captions, panoptic segments and labels of whole
/// pictures. Their pictures are imported all the same.
///
/// Decision: a file is read in two passes with Jackson's streaming parser. The first keeps the images and categories, wherever in the file
/// they stand; the second hands over one annotation at a time. A file that is not sound JSON to its end is refused before anything of it
/// was handed over. Rejected: the tree model, which needs gigabytes for a million boxes.
/// Decision: ids are compared as text, so that 7, 7.0 and "7" are one id. Annotations of an image id that two images share are refused.
/// Decision: of several files about the same pictures (`instances_train`, `captions_train`, ...) the one with the most shapes is read.
/// Decision: numbers are written in their shortest exact form, so that a round trip gives the same bits. Polygons with holes cannot be
/// written as COCO polygons: the holes are filled and named as a loss.
@NullMarked
package labelwright.exchange.coco;

import org.jspecify.annotations.NullMarked;
