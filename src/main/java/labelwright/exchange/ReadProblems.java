package labelwright.exchange;

import java.io.IOException;

import labelwright.model.Problem;
import labelwright.model.Problem.Action;

/// Writes problems in one voice.
public final class ReadProblems {
    private final RecordSink sink;

    public ReadProblems(RecordSink sink) {
        this.sink = sink;
    }

    public void repaired(String where, String what) {
        sink.problem(new Problem(where, what, Action.REPAIRED));
    }

    public void skipped(String where, String what) {
        sink.problem(new Problem(where, what, Action.SKIPPED));
    }

    public void refused(String where, String what) {
        sink.problem(new Problem(where, what, Action.REFUSED));
    }

    /// The file cannot be opened or read to its end, or is in an encoding that is not known.
    public void unreadable(String where, IOException cause) {
        refused(where, cause instanceof UnreadableText
                ? String.valueOf(cause.getMessage())
                : "The file cannot be read: %s.".formatted(ExchangeException.reason(cause)));
    }
}
