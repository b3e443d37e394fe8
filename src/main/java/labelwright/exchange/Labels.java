package labelwright.exchange;

import java.util.HashSet;
import java.util.Set;

/// Hands each label name to the sink once.
public final class Labels {
    private final RecordSink sink;
    private final Set<String> known = new HashSet<>();

    public Labels(RecordSink sink) {
        this.sink = sink;
    }

    public void declare(String name) {
        if (known.add(name)) {
            sink.label(name);
        }
    }
}
