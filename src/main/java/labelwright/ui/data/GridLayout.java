package labelwright.ui.data;

/// Where the cells of a grid lie, in pixels of the grid's content: the first row begins at 0.
///
/// @param count cells
/// @param width of the grid
/// @param wanted width that the field for the picture should have at least
/// @param rowHeight of rows that are as wide as the grid; 0 for cells with pictures
record GridLayout(int count, double width, double wanted, double rowHeight) {
    static final double GAP = 10;
    static final double MARGIN = 12;
    /// Room below the picture for its name and state.
    static final double CAPTION = 34;

    /// Cells with pictures.
    GridLayout(int count, double width, double wanted) {
        this(count, width, wanted, 0);
    }

    static GridLayout ofRows(int count, double width, double rowHeight) {
        return new GridLayout(count, width, width, rowHeight);
    }

    private boolean hasRows() {
        return rowHeight > 0;
    }

    /// The field's width: it grows until the columns fill the grid. A single row does not grow, for it would change with each item.
    double picture() {
        if (hasRows()) {
            return Math.max(1, width - 2 * MARGIN - 2 * INSET);
        }
        if (rows() < 2) {
            return wanted;
        }
        return Math.floor((width - 2 * MARGIN + GAP) / columns() - GAP - 2 * INSET);
    }

    double cellWidth() {
        return picture() + 2 * INSET;
    }

    double pictureHeight() {
        return pictureHeight(picture());
    }

    /// Most pictures are wider than high.
    static double pictureHeight(double width) {
        return Math.rint(width * 0.78);
    }

    double cellHeight() {
        return hasRows() ? rowHeight : pictureHeight() + 2 * INSET + CAPTION;
    }

    /// Room around the picture within its cell.
    static final double INSET = 6;

    int columns() {
        return hasRows() ? 1 : Math.max(1, (int) ((width - 2 * MARGIN + GAP) / (wanted + 2 * INSET + GAP)));
    }

    int rows() {
        return (count + columns() - 1) / columns();
    }

    double height() {
        return rows() == 0 ? 0 : 2 * MARGIN + rows() * (cellHeight() + GAP) - GAP;
    }

    private double stepX() {
        return cellWidth() + GAP;
    }

    double x(int index) {
        return MARGIN + index % columns() * stepX();
    }

    double y(int index) {
        int row = index / columns();
        return MARGIN + row * (cellHeight() + GAP);
    }

    /// The cell at the point, or -1 between cells.
    int indexAt(double x, double y) {
        int row = (int) Math.floor((y - MARGIN) / (cellHeight() + GAP));
        int column = (int) Math.floor((x - MARGIN) / stepX());
        int index = row * columns() + column;
        if (row < 0 || column < 0 || column >= columns() || index >= count) {
            return -1;
        }
        boolean inside = x - x(index) <= cellWidth() && y - y(index) <= cellHeight();
        return inside ? index : -1;
    }

    /// The first cell of the first row that lies, at least partly, below this height.
    int firstAt(double y) {
        int row = (int) Math.floor((y - MARGIN) / (cellHeight() + GAP));
        return (int) Math.clamp((long) row * columns(), 0L, (long) count);
    }

    /// One more than the last cell of the last row that begins above this height.
    int endAt(double y) {
        int row = (int) Math.ceil((y - MARGIN) / (cellHeight() + GAP));
        return (int) Math.clamp((long) row * columns(), 0L, (long) count);
    }
}
