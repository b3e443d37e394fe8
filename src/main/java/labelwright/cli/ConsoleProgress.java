package labelwright.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import labelwright.cli.Surroundings.ErrorStream;
import labelwright.task.Progress;

/// Progress on standard error: a bar that redraws itself on a terminal, a line now and then in a file. Thread-safe.
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long NEW_LINE = TimeUnit.SECONDS.toNanos(10);
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final ErrorStream kind;
    private long last;
    private boolean drawn;

    ConsoleProgress(PrintWriter err, ErrorStream kind) {
        this.err = err;
        this.kind = kind;
        this.last = System.nanoTime();
    }

    @Override
    public synchronized void report(State state) {
        long now = System.nanoTime();
        boolean whole = state.total() > 0 && state.done() >= state.total();
        switch (kind) {
            case TERMINAL -> {
                if (whole || now - last >= REDRAW) {
                    last = now;
                    drawn = true;
                    err.print(CLEAR + bar(state));
                    err.flush();
                }
            }
            case FILE -> {
                if (now - last >= NEW_LINE) {
                    last = now;
                    err.println(line(state));
                    err.flush();
                }
            }
        }
    }

    /// A line of its own above the bar.
    synchronized void say(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    @Override
    public synchronized void close() {
        clear();
        err.flush();
    }

    private void clear() {
        if (drawn) {
            err.print(CLEAR);
            drawn = false;
        }
    }

    private static String bar(State state) {
        double fraction = state.fraction();
        if (fraction < 0) {
            return line(state);
        }
        int full = (int) Math.round(fraction * WIDTH);
        return "[%s%s] %s".formatted("#".repeat(full), ".".repeat(WIDTH - full), line(state));
    }

    private static String line(State state) {
        if (state.total() <= 0) {
            return state.done() == 0 ? state.message() : "%,d  %s".formatted(state.done(), state.message());
        }
        return String.format(Locale.ROOT, "%3.0f %%  %s", state.fraction() * 100, state.message());
    }
}
