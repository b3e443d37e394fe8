package labelwright.exchange.brat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What `annotation.conf` declares.
final class BratConfig {
    static final String FILE = "annotation.conf";
    /// Begins a comment that says which name a type stands for.
    static final String NAME = "#labelwright";
    static final String LABEL = "label";
    static final String RELATION = "relation";

    private final List<String> labels = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();
    private final Map<String, String> labelNames = new HashMap<>();
    private final Map<String, String> relationNames = new HashMap<>();

    /// The names of the types of regions, in order; those of events last.
    List<String> labels() {
        return labels;
    }

    List<String> relations() {
        return relations;
    }

    String label(String type) {
        return labelNames.getOrDefault(type, type);
    }

    String relation(String type) {
        return relationNames.getOrDefault(type, type);
    }

    /// Adds what one file says.
    void read(List<String> lines) {
        lines.stream().filter(line -> line.startsWith(NAME + " ")).forEach(this::readName);
        String section = "";
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                section = text.substring(1, text.length() - 1);
            } else if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith("-") && !text.startsWith("<")
                    && !text.startsWith("!")) {
                String type = text.split("[\\s|]+", 2)[0];
                switch (section) {
                    case "entities", "spans", "events" -> add(labels, label(type));
                    case "relations" -> add(relations, relation(type));
                    default -> {
                    }
                }
            }
        }
    }

    private void readName(String line) {
        String[] words = line.split(" ", 4);
        if (words.length == 4 && !words[3].isBlank()) {
            (words[1].equals(LABEL) ? labelNames : relationNames).put(words[2], BratEscapes.unescape(words[3]));
        }
    }

    private static void add(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
    }
}
