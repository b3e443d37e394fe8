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

    /// @param said the name in the file
    /// @param danger why it must not be used, as [SafeName#danger] says
    /// @param name which the item got
    public void renamed(String where, String said, String danger, String name) {
        repaired(where, "The name %s %s; the item is called %s.".formatted(SafeName.shown(said), danger, SafeName.shown(name)));
    }

    /// The file cannot be opened or read to its end, or is in an encoding that is not known.
    public void unreadable(String where, IOException cause) {
        refused(where, cause instanceof UnreadableText
                ? String.valueOf(cause.getMessage())
                : "The file cannot be read: %s.".formatted(ExchangeException.reason(cause)));
    }
}
