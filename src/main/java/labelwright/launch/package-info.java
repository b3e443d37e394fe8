/// Where the process starts and the app is put together.
///
/// Floor 7; may know everything. [labelwright.launch.Main] sends words on the command line to `labelwright.cli`, which needs neither a
/// display nor JavaFX and therefore starts fast; without words it opens the window. [labelwright.launch.Composition] makes every part by
/// hand and hands each what it needs.
///
/// Decision: the main class is not a JavaFX `Application`, because Java refuses to start one from the class path.
/// Decision: the log of the window goes to a file of the account, five of five megabytes; the console gets warnings. Commands log to the
/// console only, because their output is read by scripts.
/// Decision: one workspace is open in one process at a time, which the workspace's own lock sees to; there is no other single-instance
/// mechanism. Rejected: a dependency injection framework; the whole graph is one constructor long.
@NullMarked
package labelwright.launch;

import org.jspecify.annotations.NullMarked;
