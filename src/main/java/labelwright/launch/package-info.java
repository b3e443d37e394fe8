/// Where the process starts.
///
/// Floor 7. [labelwright.launch.Main] sends words on the command line to `labelwright.cli`, which needs neither a display nor JavaFX and
/// therefore starts fast.
///
/// Decision: the main class is not a JavaFX `Application`, because Java refuses to start one from the class path.
@NullMarked
package labelwright.launch;

import org.jspecify.annotations.NullMarked;
