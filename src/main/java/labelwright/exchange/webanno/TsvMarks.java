package labelwright.exchange.webanno;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.ReadProblems;
import labelwright.exchange.RelationTypes;
import labelwright.exchange.SafeName;
import labelwright.exchange.webanno.TsvSentences.Row;

/// Reads the cells of a file: first all annotations, then what relates them.
final class TsvMarks {
    static final String NONE = "_";
    static final String UNSET = "*";
    private static final Pattern NUMBERED = Pattern.compile("(.*?)\\[(\\d{1,9})]", Pattern.DOTALL);
    private static final Pattern ENDS = Pattern.compile("(\\d+-\\d+(?:\\.\\d+)?)(?:\\[(\\d{1,9})(?:_(\\d{1,9}))?])?");
    private static final Pattern LINK = Pattern.compile("(.*)->(\\d+)-(\\d+)", Pattern.DOTALL);

    private final String file;
    private final List<Layer> layers;
    private final List<Row> rows;
    private final ReadProblems problems;
    /// By layer and number, or by layer, row and place in the row.
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final Map<String, Row> byAddress = new HashMap<>();
    private final List<Tie> ties = new ArrayList<>();

    /// @param line where it was read
    record Tie(int line, String type, Mark from, Mark to, Map<String, String> attributes) {}

    /// A value and the number behind it; 0 when there is none.
    private record Value(String escaped, int number) {}

    TsvMarks(String file, List<Layer> layers, List<Row> rows, ReadProblems problems) {
        this.file = file;
        this.layers = layers;
        this.rows = rows;
        this.problems = problems;
        rows.forEach(row -> byAddress.put(row.address(), row));
    }

    void read() {
        for (Layer layer : layers) {
            switch (layer.kind()) {
                case SPAN -> rows.forEach(row -> spans(layer, row));
                case CHAIN -> chains(layer);
                case RELATION -> {
                }
            }
        }
        for (Layer layer : layers) {
            switch (layer.kind()) {
                case SPAN -> rows.forEach(row -> slots(layer, row));
                case RELATION -> rows.forEach(row -> relations(layer, row));
                case CHAIN -> {
                }
            }
        }
    }

    Collection<Mark> marks() {
        return marks.values();
    }

    List<Tie> ties() {
        return ties;
    }

    private static List<Value> values(String cell) {
        if (cell.equals(NONE)) {
            return List.of();
        }
        List<Value> values = new ArrayList<>();
        for (String part : TsvText.split(cell, '|')) {
            Matcher numbered = NUMBERED.matcher(part);
            values.add(numbered.matches() && !isEscaped(numbered.group(1))
                    ? new Value(numbered.group(1), Integer.parseInt(numbered.group(2)))
                    : new Value(part, 0));
        }
        return values;
    }

    /// The values of a cell of a span layer. Targets count only where a slot without a role says that the region is there.
    private static List<Value> values(Layer layer, Row row, int column) {
        boolean isFilled = layer.isTarget(column) && !row.cells().get(layer.first() + column - 1).equals(NONE);
        return isFilled ? List.of() : values(row.cells().get(layer.first() + column));
    }

    private static boolean isEscaped(String before) {
        return before.endsWith("\\") && !before.endsWith("\\\\");
    }

    private static String key(Layer layer, Row row, int number, int place) {
        return number > 0 ? layer.first() + "#" + number : layer.first() + "@" + row.address() + "/" + place;
    }

    private void spans(Layer layer, Row row) {
        int labelColumn = layer.labelColumn();
        List<List<Value>> cells = cells(layer, row);
        for (int column = 0; column < cells.size(); column++) {
            List<Value> values = cells.get(column);
            for (int place = 0; place < values.size(); place++) {
                Value value = values.get(place);
                Mark mark = mark(layer, row, number(cells, place), place);
                String said = value.escaped().equals(UNSET) || value.escaped().equals(NONE) ? "" : TsvText.plain(value.escaped());
                if (layer.isFeature(column) && !said.isEmpty() && column == labelColumn) {
                    mark.label = said;
                } else if (layer.isFeature(column) && !said.isEmpty() && !layer.columns().get(column).isBlank()) {
                    mark.attributes.put(layer.columns().get(column), said);
                }
            }
        }
    }

    private static List<List<Value>> cells(Layer layer, Row row) {
        return IntStream.range(0, layer.columns().size()).mapToObj(column -> values(layer, row, column)).toList();
    }

    /// The number of an annotation, which any of its cells may carry.
    private static int number(List<List<Value>> cells, int place) {
        return cells.stream().mapToInt(values -> place < values.size() ? values.get(place).number() : 0).max().orElse(0);
    }

    private Mark mark(Layer layer, Row row, int number, int place) {
        Mark mark = marks.computeIfAbsent(key(layer, row, number, place), _ -> new Mark(layer, number, row.line(), row.begin(), row.end()));
        mark.reach(row.begin(), row.end());
        return mark;
    }

    private void chains(Layer layer) {
        Map<String, String> types = new HashMap<>();
        int relation = Math.max(0, layer.columns().indexOf("referenceRelation"));
        int type = relation == 0 ? layer.columns().size() - 1 : 0;
        Map<String, Mark> links = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Value> places = values(row.cells().get(layer.first() + relation));
            List<Value> labels = values(row.cells().get(layer.first() + type));
            for (int i = 0; i < places.size(); i++) {
                Matcher link = LINK.matcher(places.get(i).escaped());
                if (!link.matches()) {
                    problems.refused(where(row.line()), "Expected a link of a chain such as *->1-2, but found %s."
                            .formatted(SafeName.shown(places.get(i).escaped())));
                    continue;
                }
                String key = link.group(2) + "-" + link.group(3);
                Mark mark = links.computeIfAbsent(key, _ -> new Mark(layer, 0, row.line(), row.begin(), row.end()));
                mark.reach(row.begin(), row.end());
                if (i < labels.size() && !labels.get(i).escaped().equals(UNSET)) {
                    mark.label = TsvText.plain(labels.get(i).escaped());
                }
                types.put(key, link.group(1).equals(UNSET) || link.group(1).isEmpty() ? layer.shortName() : TsvText.plain(link.group(1)));
            }
        }
        links.forEach((key, mark) -> {
            marks.put(layer.first() + "->" + key, mark);
            int dash = key.indexOf('-');
            Mark next = next(links, key.substring(0, dash), key.substring(dash + 1));
            if (next != null) {
                ties.add(new Tie(mark.line, types.getOrDefault(key, layer.shortName()), mark, next, Map.of()));
            }
        });
    }

    private static @Nullable Mark next(Map<String, Mark> links, String chain, String link) {
        return link.length() > 9 ? null : links.get(chain + "-" + (Integer.parseInt(link) + 1));
    }

    private void slots(Layer layer, Row row) {
        List<List<Value>> cells = cells(layer, row);
        for (int column = 0; column + 1 < layer.columns().size(); column++) {
            if (!layer.isRole(column)) {
                continue;
            }
            List<Value> roles = values(row.cells().get(layer.first() + column));
            List<String> targets = TsvText.split(row.cells().get(layer.first() + column + 1), '|');
            for (int place = 0; place < Math.min(roles.size(), targets.size()); place++) {
                Mark host = marks.get(key(layer, row, number(cells, place), place));
                List<String> names = TsvText.split(roles.get(place).escaped(), ';');
                List<String> ends = TsvText.split(targets.get(place), ';');
                for (int i = 0; host != null && i < Math.min(names.size(), ends.size()); i++) {
                    slot(layer, column, row, host, names.get(i), ends.get(i));
                }
            }
        }
    }

    private void slot(Layer layer, int column, Row row, Mark host, String role, String end) {
        Matcher matcher = ENDS.matcher(end);
        if (!matcher.matches()) {
            return;
        }
        String written = layer.columns().get(column).replaceFirst("_[^_]*$", "");
        String type = role.equals(UNSET) || role.isEmpty() ? Layer.shortName(written) : TsvText.plain(role);
        tie(row, type, Optional.of(host), find(layer.columns().get(column + 1), matcher.group(1), number(matcher.group(2))), end, Map.of());
    }

    private void relations(Layer layer, Row row) {
        int base = layer.columns().size() - 1;
        List<Value> stacked = new ArrayList<>();
        String cell = row.cells().get(layer.first() + base);
        if (cell.equals(NONE)) {
            return;
        }
        List<String> ends = TsvText.split(cell, '|');
        for (int place = 0; place < ends.size(); place++) {
            Matcher matcher = ENDS.matcher(ends.get(place));
            if (!matcher.matches()) {
                problems.refused(where(row.line()), "Expected where the relation comes from, such as 1-3 or 1-3[1_2], but found %s."
                        .formatted(SafeName.shown(ends.get(place))));
                continue;
            }
            String type = layer.shortName();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int column = 0; column < base; column++) {
                stacked.clear();
                stacked.addAll(values(row.cells().get(layer.first() + column)));
                String said = place < stacked.size() && !stacked.get(place).escaped().equals(UNSET)
                        ? TsvText.plain(stacked.get(place).escaped())
                        : "";
                if (column == layer.labelColumn()) {
                    type = said.isEmpty() ? type : said;
                } else if (!said.isEmpty()) {
                    attributes.put(layer.columns().get(column), said);
                }
            }
            tie(row, type, find(layer.baseOf(base), matcher.group(1), number(matcher.group(2))),
                    find(layer.baseOf(base), row.address(), number(matcher.group(3))), ends.get(place), attributes);
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private void tie(Row row, String type, Optional<Mark> from, Optional<Mark> to, String end, Map<String, String> attributes) {
        if (from.isEmpty() || to.isEmpty()) {
            problems.refused(where(row.line()),
                    "The relation speaks of %s, where there is no region of its layer.".formatted(SafeName.shown(end)));
        } else if (from.get() == to.get()) {
            problems.skipped(where(row.line()), "The region is related to itself; that was left out.");
        } else {
            ties.add(new Tie(row.line(), type.isBlank() ? RelationTypes.UNNAMED : type, from.get(), to.get(), attributes));
        }
    }

    /// A region of the layer at a row; tokens become regions when something speaks of them.
    private Optional<Mark> find(String layerName, String address, int number) {
        Row row = byAddress.get(address);
        if (row == null) {
            return Optional.empty();
        }
        boolean isAny = layerName.equals("uima.tcas.Annotation");
        for (Layer layer : layers) {
            if (layer.kind() == Layer.Kind.SPAN && (isAny || layer.name().equals(layerName))) {
                Mark mark = marks.get(key(layer, row, number, 0));
                mark = mark != null || number > 0 ? mark : anyAt(layer, row);
                if (mark != null) {
                    return Optional.of(mark);
                }
            }
        }
        if (layerName.endsWith(".Token")) {
            Layer tokens = new Layer(Layer.Kind.SPAN, layerName, List.of(""), -1);
            return Optional.of(marks.computeIfAbsent("-1@" + address, _ -> new Mark(tokens, 0, row.line(), row.begin(), row.end())));
        }
        return Optional.empty();
    }

    /// A region of the layer that begins at the row and has a number although none was named.
    private @Nullable Mark anyAt(Layer layer, Row row) {
        return marks.values().stream().filter(mark -> mark.layer.equals(layer) && mark.begin == row.begin() && mark.end >= row.end())
                .findFirst()
                .orElse(null);
    }

    private String where(int line) {
        return "%s, line %d".formatted(file, line);
    }
}
