package labelwright.ui.text;

import java.util.List;

import javafx.scene.paint.Color;

import labelwright.geometry.Bounds;

/// Something that is marked on a page.
///
/// @param areas in points
record PageMark(List<Bounds> areas, Color colour, Kind kind) {

    /// How it is drawn.
    enum Kind {
        SPAN, SELECTED, SUGGESTION, MARKED, FOUND
    }
}
