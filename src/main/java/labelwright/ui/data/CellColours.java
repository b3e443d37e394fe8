package labelwright.ui.data;

import javafx.scene.paint.Paint;

/// The colours of cells, as the style sheet says.
///
/// @param ground of a cell
/// @param selected of a selected cell
/// @param accent of the ring around the cell with the cursor, and of suggestions
/// @param inset behind a picture that is not there yet
record CellColours(Paint ground, Paint selected, Paint accent, Paint inset, Paint text, Paint muted) {}
