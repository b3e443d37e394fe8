/// DOTA: one text file for each picture, under `labelTxt`, one line for each oriented box: eight coordinates in pixels, the class by name, the
/// difficulty.
///
/// Decision: four corners with right angles are a rotated box, others a polygon. Corners beyond the picture stay: the object is cut by the
/// edge, the box around it is not.
/// Decision: a class name runs up to the last column, so that names with blanks come back; other tools read their first word only (a named loss).
@NullMarked
package labelwright.exchange.dota;

import org.jspecify.annotations.NullMarked;
