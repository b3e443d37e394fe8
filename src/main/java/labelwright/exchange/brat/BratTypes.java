package labelwright.exchange.brat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words that brat can write for names, each name another one.
final class BratTypes {
    private static final Pattern UNSPEAKABLE = Pattern.compile("^-|[^\\p{L}\\p{N}_-]");

    private final Map<String, String> types = new LinkedHashMap<>();

    BratTypes(List<String> names) {
        Set<String> taken = new HashSet<>();
        names.stream().filter(BratTypes::isType).forEach(taken::add);
        for (String name : names) {
            String type = isType(name) ? name : UNSPEAKABLE.matcher(name).replaceAll("_");
            String claimed = type;
            for (int number = 2; !isType(name) && !taken.add(claimed); number++) {
                claimed = type + "_" + number;
            }
            types.put(name, claimed);
        }
    }

    static boolean isType(String name) {
        return !name.isEmpty() && !UNSPEAKABLE.matcher(name).find();
    }

    String of(String name) {
        return types.getOrDefault(name, name);
    }

    /// Words by their names, in order.
    Map<String, String> all() {
        return types;
    }

    long changed() {
        return types.entrySet().stream().filter(entry -> !entry.getKey().equals(entry.getValue())).count();
    }
}
