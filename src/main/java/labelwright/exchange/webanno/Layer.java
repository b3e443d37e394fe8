package labelwright.exchange.webanno;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One layer of a file, as its head declares it.
///
/// @param columns one each: the names of features; `ROLE_...` is followed by the column of its targets
/// @param first its first column, counted behind the token
record Layer(Kind kind, String name, List<String> columns, int first) {
    static final String ROLE = "ROLE_";
    static final String BASE = "BT_";
    private static final Set<String> LEXICAL = Set.of("Lemma", "Stem", "SurfaceForm", "MorphologicalFeatures");
    private static final List<String> LABELS = List.of("label", "value", "type", "PosValue", "DependencyType");

    Layer {
        columns = List.copyOf(columns);
    }

    enum Kind {
        SPAN, RELATION, CHAIN
    }

    /// Empty for lines that declare no layer.
    static Optional<Layer> parse(String line, int first) {
        Kind kind = line.startsWith("#T_SP=")
                ? Kind.SPAN
                : line.startsWith("#T_RL=") ? Kind.RELATION : line.startsWith("#T_CH=") ? Kind.CHAIN : null;
        if (kind == null) {
            return Optional.empty();
        }
        List<String> parts = List.of(line.substring("#T_SP=".length()).split("\\|", -1));
        List<String> columns = new ArrayList<>(parts.subList(1, parts.size()));
        if (columns.isEmpty()) {
            columns.add("");
        }
        return Optional.of(new Layer(kind, parts.getFirst(), columns, first));
    }

    /// Without its package.
    String shortName() {
        return shortName(name);
    }

    static String shortName(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
    }

    /// Whether its values are no labels.
    boolean isLexical() {
        return LEXICAL.contains(shortName());
    }

    boolean isRole(int column) {
        return columns.get(column).startsWith(ROLE);
    }

    boolean isTarget(int column) {
        return column > 0 && isRole(column - 1);
    }

    boolean isFeature(int column) {
        return !isRole(column) && !isTarget(column) && !columns.get(column).startsWith(BASE);
    }

    /// The column whose value is the label or the type; -1 when none is.
    int labelColumn() {
        for (String wanted : LABELS) {
            int found = columns.indexOf(wanted);
            if (found >= 0 && !isLexical()) {
                return found;
            }
        }
        for (int i = 0; i < columns.size() && !isLexical(); i++) {
            if (isFeature(i)) {
                return i;
            }
        }
        return -1;
    }

    /// The layer that a relation or slot speaks of.
    String baseOf(int column) {
        String written = columns.get(column);
        return written.startsWith(BASE) ? written.substring(BASE.length()) : written;
    }
}
