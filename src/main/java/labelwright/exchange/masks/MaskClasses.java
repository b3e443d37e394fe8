package labelwright.exchange.masks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.JsonFile;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.TextFiles;

/// What the values of label pictures are called.
final class MaskClasses {
    static final String META = "dataset_meta.json";
    private static final Set<String> BACKGROUND = Set.of("background", "_background_", "void", "unlabeled", "unlabelled", "ignore",
            "__ignore__");
    private static final Pattern NAME_FIRST = Pattern.compile("\\s*(.+?)\\s*:\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*(?::.*)?");
    private static final Pattern COLOUR_FIRST = Pattern.compile("\\s*(\\d+)[\\s,]+(\\d+)[\\s,]+(\\d+)[\\s,]+(\\S.*?)\\s*");
    private static final List<String> CITYSCAPES = List.of("unlabeled", "ego vehicle", "rectification border", "out of roi", "static",
            "dynamic",
            "ground", "road", "sidewalk", "parking", "rail track", "building", "wall", "fence", "guard rail", "bridge", "tunnel", "pole",
            "polegroup", "traffic light", "traffic sign", "vegetation", "terrain", "sky", "person", "rider", "car", "truck", "bus",
            "caravan",
            "trailer", "train", "motorcycle", "bicycle");

    private final Map<Integer, String> byNumber = new TreeMap<>();
    private final Map<Integer, String> byColour = new HashMap<>();

    /// @param files relative to the root
    static MaskClasses read(Path root, Collection<String> files, ReadProblems problems) {
        MaskClasses classes = new MaskClasses();
        for (String file : files) {
            try {
                switch (FileNames.last(file)) {
                    case META -> classes.readMeta(root.resolve(file));
                    case "labelmap.txt", "label_colors.txt", "label_colours.txt", "colormap.txt" -> classes.readColours(root.resolve(file));
                    case "classes.txt", "labels.txt" -> classes.readList(root.resolve(file));
                    default -> {
                    }
                }
            } catch (IOException e) {
                problems.refused(file, FileNames.last(file).equals(META)
                        ? JsonFile.sentence(e)
                        : "The list of classes cannot be read: %s.".formatted(ExchangeException.reason(e)));
            }
        }
        return classes;
    }

    private void readMeta(Path file) throws IOException {
        JsonNode meta = new ObjectMapper().readTree(TextFiles.read(file).whole());
        List<Integer> order = new ArrayList<>();
        meta.path("label_map").properties().forEach(entry -> {
            if (entry.getKey().matches("\\d{1,6}")) {
                int number = Integer.parseInt(entry.getKey());
                byNumber.put(number, entry.getValue().asText());
                order.add(number);
            }
        });
        JsonNode colours = meta.path("segmentation_colors");
        for (int i = 0; i < Math.min(order.size(), colours.size()); i++) {
            JsonNode one = colours.get(i);
            byColour.put(colour(one.path(0).asInt(), one.path(1).asInt(), one.path(2).asInt()), byNumber.get(order.get(i)));
        }
    }

    private void readColours(Path file) throws IOException {
        for (String line : TextFiles.read(file).lines()) {
            Matcher named = NAME_FIRST.matcher(line);
            Matcher coloured = COLOUR_FIRST.matcher(line);
            if (line.startsWith("#")) {
                continue;
            }
            if (named.matches()) {
                add(named.group(1), named.group(2), named.group(3), named.group(4));
            } else if (coloured.matches()) {
                add(coloured.group(4), coloured.group(1), coloured.group(2), coloured.group(3));
            }
        }
    }

    private void add(String name, String red, String green, String blue) {
        byNumber.putIfAbsent(byNumber.size(), name);
        try {
            byColour.put(colour(Integer.parseInt(red), Integer.parseInt(green), Integer.parseInt(blue)), name);
        } catch (NumberFormatException ignored) {
            byColour.remove(-1);
        }
    }

    private void readList(Path file) throws IOException {
        List<String> names = TextFiles.read(file).lines().stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
        int first = !names.isEmpty() && isBackground(names.getFirst()) ? 0 : 1;
        for (int i = 0; i < names.size(); i++) {
            byNumber.putIfAbsent(i + first, names.get(i));
        }
    }

    private static int colour(int red, int green, int blue) {
        return (red & 0xFF) << 16 | (green & 0xFF) << 8 | (blue & 0xFF);
    }

    static boolean isBackground(String name) {
        return BACKGROUND.contains(name.toLowerCase(java.util.Locale.ROOT));
    }

    /// Those of the lists in order, without the background.
    List<String> names() {
        return byNumber.entrySet().stream().filter(entry -> entry.getKey() != 0 || !isBackground(entry.getValue())).map(Map.Entry::getValue)
                .filter(name -> !isBackground(name)).distinct().toList();
    }

    boolean areKnown() {
        return !byNumber.isEmpty();
    }

    String ofNumber(int number) {
        String name = byNumber.get(number);
        return name == null ? "class " + number : name;
    }

    /// @param packed RGB
    String ofColour(int packed) {
        String name = byColour.get(packed);
        return name == null ? "#%06x".formatted(packed) : name;
    }

    /// Of the numbers of Cityscapes.
    static String ofCityscapes(int number) {
        return number < CITYSCAPES.size() ? CITYSCAPES.get(number) : "class " + number;
    }
}
