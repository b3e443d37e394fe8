/// YOLO: one text file for each picture, one line for each object, coordinates as shares of the picture's sides.
///
/// Reads the layouts of darknet (`obj.data`, `obj.names`, lists of pictures), Ultralytics (`data.yaml`, `labels` beside `images`), Roboflow
/// (`train/images` and `train/labels`) and Label Studio (`classes.txt`, `notes.json`): boxes (5 columns, 6 with a score) and polygons (an odd
/// number of columns from 7). Pose lines are kept as their box, with a note. Oriented boxes in Ultralytics' form have nine columns and cannot
/// be told from polygons of four points: they come as such, with a note; in DOTA's form, with class names, they are skipped.
///
/// Decision: label files, lists and `data.yaml` are matched against the files that are there. A path that leaves the folder, be it absolute
/// or through `..`, is looked up by its last parts inside the folder and never opened outside.
/// Decision: a box whose centre lies outside the picture is refused, since no labelling tool writes that on purpose; one that reaches beyond
/// the edge is cut.
/// Decision: shares are written with ten decimals. A corner that comes within a millionth of a pixel of a whole number is that number.
/// Decision: as soon as one polygon is exported, all lines are written as polygons, boxes with four points (a named loss), because trainers
/// take a file of mixed lines for the one or the other. Rejected: mixed files, which read back exactly here and train wrongly elsewhere.
@NullMarked
package labelwright.exchange.yolo;

import org.jspecify.annotations.NullMarked;
