/// Changes to an annotation set, and their history.
///
/// [EditHistory#perform] is the one door: nothing else changes a set. An [Edit] is data; applying it gives the changed set and the
/// edit that takes it back. Each step goes to a [EditHistory.Sink] (the workbench writes it to disk) before anybody sees it.
///
/// Decision: an edit knows its inverse when it is applied, so undo costs what the edit cost and never a copy of the document.
/// A step keeps both directions as data, so undo works after a restart. Rejected: snapshots of the whole set per step.
/// Decision: editing a submitted answer makes it a draft again, inside the same step; undo restores the state too.
@NullMarked
package labelwright.edit;

import org.jspecify.annotations.NullMarked;
