package labelwright.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.SpanPlacer.Stretch;

/// What a file says about one text, before any of it is checked. Filled by a reader and handed to [TextDelivery].
///
/// @param text as the file holds it; may begin with a byte order mark, which its offsets then count
/// @param classes of the whole text
/// @param answers to other questions about it
/// @param unit what its offsets count, where the file says so; null where they must be looked at
public record TextDraft(TextItems.Source source, String text, List<SpanDraft> spans, List<RelationDraft> relations, List<String> classes,
        Map<String, String> answers, @Nullable Unit unit) {

    /// Says nothing yet; the lists and the map are to be filled.
    public TextDraft(TextItems.Source source, String text, @Nullable Unit unit) {
        this(source, text, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), unit);
    }

    /// A span.
    ///
    /// @param key names it among the spans of its text
    /// @param covered what the file says that it covers; null when it does not say it
    public record SpanDraft(String key, String label, List<Stretch> stretches, @Nullable String covered, Map<String, String> attributes) {}

    /// @param from key of a span, which may not be there
    /// @param to key of a span, which may not be there
    public record RelationDraft(String type, String from, String to, Map<String, String> attributes) {}
}
