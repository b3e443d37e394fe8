/// YOLO: one text file for each picture, one line for each object, coordinates as shares of the picture's sides.
///
/// Reads the layouts of darknet (`obj.data`, `obj.names`, lists of pictures), Ultralytics (`data.yaml`, `labels` beside `images`), Roboflow
/// (`train/images` and `train/labels`) and Label Studio (`classes.txt`, `notes.json`): boxes (5 columns, 6 with a score), polygons (an odd
/// number of columns from 7), poses (`kpt_shape` in `data.yaml`) and oriented boxes (nine columns).
///
/// Decision: nine columns are an oriented box when `data.yaml` says `task: obb` (our exports do), or when all lines have nine columns; the
/// latter is a guess and is reported. Points that have no right angles stay a polygon. Rejected: asking, since scripts import too.
/// Decision: label files, lists and `data.yaml` are matched against the files that are there. A path that leaves the folder, be it absolute
/// or through `..`, is looked up by its last parts inside the folder and never opened outside.
/// Decision: a box whose centre lies outside the picture is refused, since no labelling tool writes that on purpose; one that reaches beyond
/// the edge is cut.
/// Decision: shares are written with ten decimals. A corner that comes within a millionth of a pixel of a whole number is that number.
/// Decision: an export is for one task, chosen or by what is there; shapes of other kinds are written in the nearest form of that task, each
/// a named loss, because trainers take a file of mixed lines for the one or the other. Rejected: mixed files, which read back exactly here
/// and train wrongly elsewhere.
@NullMarked
package labelwright.exchange.yolo;

import org.jspecify.annotations.NullMarked;
