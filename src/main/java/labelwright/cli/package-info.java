/// The use cases as commands, for scripts, CI and people without a display.
///
/// Floor 6. Sees the workbench and what it hands out; never a screen, so that a command starts fast and runs without a display. One small
/// class per command; [labelwright.cli.CommandLineApp] puts them together by hand.
///
/// Results go to standard output, log and progress to standard error. With `--json` standard output holds exactly one JSON object, also
/// when the command fails (`error` then holds the sentence). Exit codes: 0 done, 1 failed, 2 wrong usage, 130 cancelled. Names of
/// commands and JSON keys are fixed: scripts depend on them.
///
/// Decision: a command returns an [labelwright.cli.Answer] and prints nothing itself, so that text and JSON cannot drift apart.
/// Rejected: asking questions on a terminal; a script that hangs at a question is worse than one that fails with a sentence.
@NullMarked
package labelwright.cli;

import org.jspecify.annotations.NullMarked;
