package labelwright.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds texts that are missing, unused, there twice, or not translated, in every bundle below a folder of resources, by reading the
/// sources of the package that the bundle belongs to. A key is used when the sources hold it in quotes, or, with `.` and anything behind,
/// hold its beginning up to a dot in quotes; `action.x.y` is used by `Action.of(TEXTS, "x.y")`, `enum.Type.NAME` by `Type.NAME` in main code.
final class BundleRules {
    private static final String BUNDLE = "messages.properties";
    private static final List<String> LANGUAGES = List.of("messages_zh_CN.properties");
    private static final Pattern ASKED = Pattern.compile("TEXTS\\s*\\.\\s*(?:get|format)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern REASON = Pattern.compile("\\.needs\\([^\"]*?,\\s*\"([^\"]+)\"\\)");
    private static final Pattern ACTION = Pattern.compile("Action\\s*\\.\\s*of\\(\\s*TEXTS,\\s*\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private final Path sources;
    private final Path resources;
    private final List<String> faults = new ArrayList<>();

    private BundleRules(Path sources, Path resources) {
        this.sources = sources;
        this.resources = resources;
    }

    /// One line for each fault; the lines to paste are part of it.
    static List<String> faults(Path sources, Path resources) {
        BundleRules rules = new BundleRules(sources, resources);
        files(resources, BUNDLE).forEach(rules::check);
        rules.packagesWithoutBundle();
        return rules.faults;
    }

    private void check(Path bundle) {
        Map<String, String> english = read(bundle);
        String text = sourceText(bundle);
        Set<String> quoted = found(QUOTED, text);
        Set<String> asked = new TreeSet<>(found(ASKED, text));
        asked.addAll(found(REASON, text));
        found(ACTION, text).forEach(id -> asked.add("action." + id));
        asked.stream().filter(key -> !key.endsWith(".")).filter(key -> !english.containsKey(key))
                .forEach(key -> faults.add(bundle + " lacks a text; paste: " + key + "="));
        english.keySet().stream().filter(key -> !isUsed(key, quoted))
                .forEach(key -> faults.add(bundle + " has a text that nobody uses: " + key));
        english.forEach((key, value) -> checkValue(bundle, key, value));
        for (String language : LANGUAGES) {
            checkTranslation(bundle.resolveSibling(language), english);
        }
    }

    private void checkTranslation(Path file, Map<String, String> english) {
        Map<String, String> translated = Files.exists(file) ? read(file) : Map.of();
        english.forEach((key, value) -> {
            String other = translated.get(key);
            if (other == null) {
                faults.add(file + " lacks a text; paste: " + key + "=" + value);
            } else if (!placeholders(value).equals(placeholders(other))) {
                faults.add(file + " fills in other things than the English text: " + key);
            }
        });
        translated.forEach((key, value) -> {
            checkValue(file, key, value);
            if (!english.containsKey(key)) {
                faults.add(file + " has a text that English lacks: " + key);
            }
        });
    }

    private void checkValue(Path file, String key, String value) {
        if (value.isBlank()) {
            faults.add(file + " has an empty text: " + key);
        }
        if (value.contains("{") && value.contains("'")) {
            faults.add(file + " has a straight quote in a text with {0}; write \u2019 instead: " + key);
        }
        if (value.endsWith("!")) {
            faults.add(file + " shouts: " + key);
        }
    }

    private static boolean isUsed(String key, Set<String> quoted) {
        if (quoted.contains(key) || key.startsWith("enum.")) {
            return true;
        }
        if (key.startsWith("action.") && quoted.contains(key.substring("action.".length()))) {
            return true;
        }
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (quoted.contains(key.substring(0, dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private void packagesWithoutBundle() {
        files(sources, ".java").stream().filter(file -> ASKED.matcher(text(file)).find()).map(Path::getParent).distinct()
                .map(folder -> resources.resolve(sources.relativize(folder)).resolve(BUNDLE)).filter(bundle -> !Files.exists(bundle))
                .forEach(bundle -> faults.add("There is no bundle " + bundle));
    }

    private String sourceText(Path bundle) {
        Path folder = sources.resolve(resources.relativize(bundle)).getParent();
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> all.append(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    /// Reads the lines as they stand; a key that is there twice is a fault.
    private Map<String, String> read(Path file) {
        Map<String, String> texts = new LinkedHashMap<>();
        text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals < 0) {
                faults.add(file + " has a line without a text: " + line);
            } else if (texts.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip()) != null) {
                faults.add(file + " has a text twice: " + line.substring(0, equals));
            }
        });
        return texts;
    }

    private static Set<String> placeholders(String value) {
        return found(Pattern.compile("\\{(\\d+)"), value);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
