package labelwright.exchange.webanno;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One annotation while its rows are read; offsets are UTF-16 units of the text.
final class Mark {
    final Layer layer;
    /// Its number in the file; 0 when it has none.
    final int number;
    /// Line of its first row.
    final int line;
    int begin;
    int end;
    @Nullable
    String label;
    final Map<String, String> attributes = new LinkedHashMap<>();

    Mark(Layer layer, int number, int line, int begin, int end) {
        this.layer = layer;
        this.number = number;
        this.line = line;
        this.begin = begin;
        this.end = end;
    }

    void reach(int from, int to) {
        begin = Math.min(begin, from);
        end = Math.max(end, to);
    }

    String label() {
        String said = label;
        return said == null || said.isBlank() ? layer.shortName() : said;
    }
}
