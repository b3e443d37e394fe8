/// A folder of pictures without labels, and everything below it.
///
/// Decision: an item is named by its whole path below the chosen folder, so that names are unique and say where the file is. When the
/// first folder is called train, val or test, that is the item's split.
/// Decision: a picture is known by its file name's ending here; whether it can be opened is for the media package to say.
@NullMarked
package labelwright.exchange.pictures;

import org.jspecify.annotations.NullMarked;
