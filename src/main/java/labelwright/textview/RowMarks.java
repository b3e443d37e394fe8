package labelwright.textview;

import java.util.List;

/// What is drawn at one row: spans below it, arcs above it.
///
/// @param lanes how many lanes the spans need
/// @param arcLevels how many levels the arcs need
record RowMarks(List<Mark> marks, int lanes, List<ArcPiece> arcs, int arcLevels) {
    RowMarks {
        marks = List.copyOf(marks);
        arcs = List.copyOf(arcs);
    }
}
