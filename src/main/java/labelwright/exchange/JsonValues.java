package labelwright.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;

/// Values of JSON trees as the texts and numbers that attributes and offsets are.
public final class JsonValues {

    private JsonValues() {}

    /// A scalar as it stands: whole numbers without a fraction, true as `1`, false as `0`; empty for null, nothing, and anything else.
    public static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "0";
        }
        if (value.isFloatingPointNumber() && Double.isFinite(value.doubleValue())) {
            return Decimals.exact(value.doubleValue());
        }
        return value.isNumber() ? value.asText() : "";
    }

    /// Also of a number that is written as text or with an empty fraction; empty for anything else.
    public static OptionalInt whole(JsonNode value) {
        if (value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue())
                && Math.abs(value.doubleValue()) <= Integer.MAX_VALUE) {
            return OptionalInt.of((int) value.doubleValue());
        }
        return value.isTextual() && value.textValue().matches("-?[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(value.textValue()))
                : OptionalInt.empty();
    }

    /// Adds the scalars of an object by their names, without empty ones; a list of scalars becomes one text of several lines.
    ///
    /// @return the names of what could not be taken
    public static List<String> scalars(JsonNode object, Map<String, String> into) {
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            JsonNode value = entry.getValue();
            String text = text(value);
            if (text.isEmpty() && value.isArray()) {
                List<String> lines = new ArrayList<>();
                value.forEach(member -> lines.add(text(member)));
                text = lines.contains("") ? "" : String.join("\n", lines);
            }
            if (!text.isEmpty() && !entry.getKey().isBlank()) {
                into.put(entry.getKey(), text);
            } else if (value.isContainerNode() && !value.isEmpty()) {
                others.add(entry.getKey());
            }
        }
        return others;
    }
}
