/// The window: the rail, the bar at the top with workspace and project, the status line, the list of jobs, the command palette, the
/// sheet of shortcuts, short notices, and the welcome page.
///
/// Knows screens only as [labelwright.ui.control.Screen]; which ones there are is decided where the app is put together. What is open is
/// held by one view model, [labelwright.ui.shell.WorkspaceModel]; the window follows it.
///
/// Decision: palette, shortcut sheet and notices are layers inside the window and not windows of their own, so that they follow it, look the
/// same everywhere and give the focus back to where it was. Jobs are a list that never stands in the way. Rejected: a menu bar; each action is
/// on its screen, in the palette and in the sheet, and a third place would have to be kept in step.
@NullMarked
package labelwright.ui.shell;

import org.jspecify.annotations.NullMarked;
