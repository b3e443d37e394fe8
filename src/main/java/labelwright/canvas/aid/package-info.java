/// What helps a person to find the way on a picture: rulers, grids, a small map, the cursor of the keyboard. Lies over the canvas.
///
/// [AidLayer] is the whole of it; each aid is a node of its own that draws itself anew when the view moves. Knows the viewport and the picture
/// that is shown, no annotations, no tools and no canvas around it.
///
/// Decision: a handful of JavaFX paths and labels, because an aid has at most a few hundred lines in view. Rejected: drawing them into the
/// picture's raster, where each switch would have everything drawn again.
@NullMarked
package labelwright.canvas.aid;

import org.jspecify.annotations.NullMarked;
