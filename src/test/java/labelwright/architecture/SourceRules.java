package labelwright.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rules over the text of the sources, for what class files do not show.
final class SourceRules {
    private static final int MOST_LINES = 500;
    private static final Pattern EMPTY_CATCH = Pattern.compile("catch\\s*\\([^)]*\\)\\s*\\{\\s*\\}");
    private static final Pattern LEFT_TO_DO = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern INLINE_STYLE = Pattern.compile("setStyle\\(\\s*\"");

    private SourceRules() {}

    /// One line for each fault below the folder; empty when all is well.
    static List<String> faults(Path sources) {
        List<String> faults = new ArrayList<>();
        for (Path file : javaFiles(sources)) {
            String text = read(file);
            if (text.lines().count() > MOST_LINES) {
                faults.add(file + " has more than " + MOST_LINES + " lines");
            }
            if (EMPTY_CATCH.matcher(text).find()) {
                faults.add(file + " has an empty catch block");
            }
            if (LEFT_TO_DO.matcher(text).find()) {
                faults.add(file + " has something left to do");
            }
            if (INLINE_STYLE.matcher(text).find()) {
                faults.add(file + " sets a style with a literal");
            }
        }
        faults.addAll(packagesWithoutWords(sources));
        return faults;
    }

    private static List<String> packagesWithoutWords(Path sources) {
        return javaFiles(sources).stream().map(Path::getParent).distinct().filter(folder -> {
            Path info = folder.resolve("package-info.java");
            return !Files.exists(info) || !read(info).contains("@NullMarked")
                    || read(info).lines().filter(l -> l.startsWith("///")).count() < 3;
        }).map(folder -> folder + " has no package-info.java with @NullMarked and at least three lines on what it is").toList();
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
