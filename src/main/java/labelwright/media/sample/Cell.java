package labelwright.media.sample;

import labelwright.geometry.Box;
import labelwright.geometry.Polygon;

/// One cell that can be seen in a sample picture, cut off where the picture ends.
///
/// @param box as tight as the outline allows
/// @param outline where the cell has half its density; 16 to 48 points, more where the picture cuts it
public record Cell(CellKind kind, Box box, Polygon outline) {}
