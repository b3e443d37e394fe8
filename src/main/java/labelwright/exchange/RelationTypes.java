package labelwright.exchange;

import java.util.HashSet;
import java.util.Set;

/// Hands the name of each type of relation to the sink once.
public final class RelationTypes {
    /// What a relation without a name is called.
    public static final String UNNAMED = "related";

    private final RecordSink sink;
    private final Set<String> known = new HashSet<>();

    public RelationTypes(RecordSink sink) {
        this.sink = sink;
    }

    public void declare(String name) {
        if (known.add(name)) {
            sink.relationType(name);
        }
    }
}
