/// What every data set format has in common: readers that stream records and problems, writers that stream items, and the rules that hold
/// for all of them: which names are safe, what happens to a shape beyond its picture, how an export becomes visible in one move.
///
/// May know geometry, model and text. A format is a package below this one; it knows this package and no other format.
///
/// Decision: a reader never repairs or drops in silence. Whatever is not taken as it stands becomes a `Problem` that names the file and the
/// line or id. A reader only throws when there is nothing to read at all, or when its sink throws (that is how an import is cancelled).
/// Decision: coordinates are clipped in one place, [RegionCheck]. Up to 0.02 pixels beyond the edge is the rounding of text files and is cut
/// without a word; up to a millionth of a pixel is the rounding of `double` and is kept as it is, so that numbers come back bit for bit.
/// Decision: the picture files decide how large a picture is, since the size inside label files is often wrong or missing; a difference is reported.
/// Decision: coordinates are those of the upright picture, in the model and in every file that is written: labelme (since 2019), labelImg and
/// with it VOC (since the autumn of 2020), CVAT (since 2022), Label Studio (the browser turns), Ultralytics, Detectron2 and OpenCV (hence COCO, YOLO and
/// DOTA) all turn a picture by its EXIF tag when they load it. Older versions, and readers on plain Pillow or darknet, mean the picture as it
/// is stored; the size in such a file is that of the stored picture, and [UprightSink] turns the labels when they are read. YOLO and DOTA state no
/// size and are upright. Where that is wrong a person says so, see [ReadOption#ORIENTATION]. Rejected: writing stored coordinates, which no labelling tool of today expects.
/// Decision: pictures are copied into an export. Rejected: hard links, because editing the exported picture would edit the original.
/// Decision: a file is only opened when it lies inside the chosen folder (or the chosen pictures folder), links followed; see [SafeName].
/// Decision: the label of a whole text is the answer to a question called `label`, see [Questions]: the class's name where a text has one
/// class, several names as [labelwright.model.Choices] writes them. All formats agree, so that a project may be filled from any of them and
/// written as any other. Rejected: labels of the schema with a shape that covers the whole text; a class is no region, and a training of spans
/// would learn it.
/// Decision: files of records (lines, JSON, tables) are read as a stream of any length; only one record must fit into memory, see [TextLines].
/// Decision: one place tells the encoding of every file of texts, [TextDecoding]. It is only assumed where the bytes leave no doubt (a mark, UTF-8,
/// the zeros of UTF-16); anything else is refused by the name of the encoding that it looks like, and read when that name is given. What a file says itself counts more than a name,
/// which may be given for a whole folder. A few broken
/// places in UTF-8 are damage: records without them are read. Rejected: reading a file as what it looks like, because Latin-1 accepts
/// everything and a wrong guess is found after the labelling.
/// Rejected: a `List` of records per data set: a million boxes must not have to fit into memory.
/// Rejected: `ServiceLoader` for the formats: there are few, and `exchange.formats` can simply name them.
@NullMarked
package labelwright.exchange;

import org.jspecify.annotations.NullMarked;
