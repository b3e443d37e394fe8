/// What a person or a script can do: import, label, split, train, suggest, rank, evaluate, export, check, back up.
///
/// Floor 5. Glues store, exchange, media and engine together, which do not know each other; the screens and the command line see only
/// this package and the words of the lower floors. [labelwright.workbench.Workbench] is one open workspace and hands out the services.
/// Long work is a plain blocking method with a progress to report to and a token to ask; who calls it decides on which thread.
///
/// Decision: each use case is one small class and no screen or command holds rules of its own, so that both give the same answers.
/// Decision: faults of the lower floors become one [labelwright.workbench.WorkbenchException] whose message is a sentence for people. It
/// is unchecked, because most callers can only show it.
/// Decision: where several people answered one item, the answer that counts (for training, evaluation and export) is gold first, then the
/// newest complete one. Rejected: mixing the boxes of several authors, which trains on duplicates.
/// Decision: edits are applied in memory at once and written in order by one thread of the workbench, so that no stroke waits for the disk
/// and nothing is lost when a workspace is closed. Rejected: writing on the thread of the screen; an fsync can take longer than a frame.
/// Rejected: one class with all use cases, and events on a bus; results are returned, progress is a parameter.
@NullMarked
package labelwright.workbench;

import org.jspecify.annotations.NullMarked;
