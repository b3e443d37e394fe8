/// Pascal VOC: one XML file for each picture, under `Annotations`, with the pictures under `JPEGImages` and name lists of the splits under
/// `ImageSets/Main`; or XML files that lie beside their pictures.
///
/// Decision: `xmin`, `ymin`, `xmax`, `ymax` are read and written as continuous corner coordinates, as labelImg, CVAT and nearly every data
/// set of today mean them: a box from 10 to 20 is 10 pixels wide. Rejected: the 1-based, inclusive pixel indices of the challenge of 2007
/// (11 pixels wide), because whole-pixel boxes would then move by one with each export and import.
/// Decision: a picture is found by its XML's own name first and by the `filename` element second, since that element is often stale;
/// `path` is never used.
/// Decision: `truncated`, `difficult`, `occluded` and `pose` become attributes only when they say something (not 0, not Unspecified), and
/// their usual values are written back. `part` and `actions` are not supported yet and are reported.
/// Decision: an object whose number is in its `SegmentationObject` picture is a mask, its box an attribute where it is not the mask's own.
/// A picture without objects takes its masks from `SegmentationClass`. On writing, areas are painted into both, and our own line in the XML
/// (`labelwright_shape`) gives every shape back exactly, as long as it fits the box.
/// Decision: XML is read with StAX, without DTDs and entities, so that nothing outside the file is ever opened.
@NullMarked
package labelwright.exchange.voc;

import org.jspecify.annotations.NullMarked;
