package labelwright.geometry;

/// A place on a shape that can be dragged; see [Handles].
public sealed interface Handle {

    /// Where it is, in picture pixels.
    Point at();

    /// One of the eight grips of a box, of a rotated box before its turn, or of the box around an ellipse.
    record Grip(BoxGrip side, Point at) implements Handle {}

    /// A point of a polygon, a line, a set of points or a skeleton.
    ///
    /// @param ring counted as in [Polygon#rings()]; 0 for other shapes
    record Vertex(int ring, int index, Point at) implements Handle {}

    /// The middle of the edge that starts at point `index` of the ring; dragging it puts a new point there.
    record Edge(int ring, int index, Point at) implements Handle {}

    /// Turns a rotated box or an ellipse around its centre.
    record Turner(Point at) implements Handle {}

    /// The corners and sides of a box: which edges each one moves.
    enum BoxGrip {
        NORTH_WEST(-1, -1), NORTH(0, -1), NORTH_EAST(1, -1), EAST(1, 0), SOUTH_EAST(1, 1), SOUTH(0, 1), SOUTH_WEST(-1, 1), WEST(-1, 0);

        private final int horizontal;
        private final int vertical;

        BoxGrip(int horizontal, int vertical) {
            this.horizontal = horizontal;
            this.vertical = vertical;
        }

        /// -1 moves the left edge, 1 the right one, 0 neither.
        public int horizontal() {
            return horizontal;
        }

        /// -1 moves the top edge, 1 the bottom one, 0 neither.
        public int vertical() {
            return vertical;
        }

        public boolean isCorner() {
            return horizontal != 0 && vertical != 0;
        }
    }
}
