package labelwright.textview;

import labelwright.model.Relation;

/// What is drawn of one relation over one row: a line from one place to another, at a level. In pixels from the left of the row.
///
/// @param layer of the spans that the relation joins
/// @param level from 0, counted upwards from the text
/// @param at where it goes down to the span, or the first span when both ends are here
/// @param to where it goes down to the other span; the margin when that one is in another row
record ArcPiece(Relation relation, Mark.Layer layer, int level, double at, double to, End end) {

    /// Which ends of the relation stand in the row.
    enum End {
        FROM, TO, BOTH
    }
}
