/// The Data screen: what a project holds, as a grid of small pictures with their shapes; found by facets and a query line, changed in bulk,
/// brought in and out by import and export.
///
/// View models ([labelwright.ui.data.DataModel], the dialogs' models) hold the decisions and know no nodes. The query line is the one truth
/// about what is shown: a click on a facet edits it, so whatever can be clicked can also be typed, kept and sent to a colleague.
///
/// Decision: the grid is one canvas that draws the cells in sight. It needs no node for each picture, so a jump to any of a million rows
/// costs the same as the next one, and selecting is arithmetic. Rejected: ControlsFX GridView, which has no selection, no keyboard, and a
/// dozen nodes for each cell that change on every step of the wheel.
@NullMarked
package labelwright.ui.data;

import org.jspecify.annotations.NullMarked;
