package labelwright.workbench;

import labelwright.task.CancelToken;
import labelwright.task.Progress;

/// How long work is watched and stopped.
record Watch(Progress progress, CancelToken token) {}
