package labelwright.exchange.yolo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import labelwright.exchange.FileNames;

/// Matches paths as other machines wrote them against the files that are here: as written first, then without more and more of their
/// first folders. Never leads out of the data set.
final class PathMatch {
    private static final Set<String> TOO_COMMON = Set.of("images", "labels");

    private PathMatch() {}

    /// @param bases folders to start from, in this order
    /// @param exists whether there is such a path, relative to the root
    static Optional<String> find(String written, List<String> bases, Predicate<String> exists) {
        List<String> parts = parts(written);
        for (int from = 0; from < parts.size(); from++) {
            if (from > 0 && from == parts.size() - 1 && TOO_COMMON.contains(parts.get(from))) {
                break;
            }
            String rest = String.join("/", parts.subList(from, parts.size()));
            for (String base : bases) {
                for (String path : List.of(FileNames.join(base, rest), FileNames.join(base, otherWordForValidation(rest)))) {
                    if (exists.test(path)) {
                        return Optional.of(path);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        for (String part : written.replace('\\', '/').split("/")) {
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..") && !part.endsWith(":")) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static String otherWordForValidation(String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        parts.replaceAll(part -> switch (part) {
            case "valid" -> "val";
            case "val" -> "valid";
            default -> part;
        });
        return String.join("/", parts);
    }
}
