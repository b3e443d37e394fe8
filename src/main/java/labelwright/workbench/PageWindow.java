package labelwright.workbench;

/// A part of a page that is drawn.
///
/// @param scale pixels for each point
/// @param x left edge in pixels of the whole page at that scale; y, width and height alike
public record PageWindow(double scale, int x, int y, int width, int height) {}
