/// Pictures for the sample workspace: cells under a microscope, drawn by the program, with the true outline of every cell.
///
/// May know pixels and geometry, nothing of projects. Everything follows from a seed, so the same picture comes out every time.
///
/// Decision: stained cells in transmitted light, because a picture of overlapping see-through things needs only one rule to look right:
/// light is weakened by what it passes through (Beer-Lambert), so densities are added up and the light is worked out once at the end.
/// Shapes are star-shaped outlines with a known distance from the middle, which gives soft edges, boxes and polygons from one formula.
///
/// Rejected: photographs, because the project carries nobody else's pictures, and plain circles on white, because a network that learns them
/// says nothing about how the app works on real ones.
@NullMarked
package labelwright.media.sample;

import org.jspecify.annotations.NullMarked;
