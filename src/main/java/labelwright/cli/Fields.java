package labelwright.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Builds a JSON object key by key, in order; what is null is left out.
final class Fields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    static Fields of(String key, @Nullable Object value) {
        return new Fields().with(key, value);
    }

    Fields with(String key, @Nullable Object value) {
        if (value != null) {
            fields.put(key, value);
        }
        return this;
    }

    Map<String, Object> toMap() {
        return fields;
    }
}
