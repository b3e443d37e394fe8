/// Background work: a [Job] has a title, progress, a cancel token and a result; a [JobRunner] runs it.
///
/// This is the only package that makes threads. Everything else is handed a runner or an executor.
///
/// Decision: plain listeners, no JavaFX properties, so that the command line and the tests use the same jobs. The screens hop
/// threads in one class of their own. [DirectJobRunner] runs a job on the calling thread: tests and the command line need no waiting.
/// Rejected: `javafx.concurrent.Task` (ties use cases to the toolkit) and bare futures (no title, progress or cancel).
@NullMarked
package labelwright.task;

import org.jspecify.annotations.NullMarked;
