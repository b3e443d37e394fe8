/// The settings screen: how the app looks and speaks, who labels, how much memory pictures may take, what the machine can train on, and the
/// care of the open workspace (check, backup).
///
/// Changes hold at once and are written in the background; there is no button to save them. Reachable without a project, so that language
/// and theme can be changed before anything is open.
///
/// Decision: the few settings that there are stand on one page; the shortcuts, a list of a hundred rows with a search of its own, on a second.
/// Rejected: a tree of pages; nobody finds anything in it.
@NullMarked
package labelwright.ui.settings;

import org.jspecify.annotations.NullMarked;
