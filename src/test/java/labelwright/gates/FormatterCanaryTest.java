package labelwright.gates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Proves that the formatter check of the pom can fail: it runs the same plugin with the same settings on a small project.
class FormatterCanaryTest {
    @TempDir
    Path folder;

    @Test
    void badlyFormattedCodeIsRefusedAndGoodCodeIsNot() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        String start = "<groupId>com.diffplug.spotless</groupId>";
        int from = pom.lastIndexOf("<plugin>", pom.indexOf(start));
        String plugin = pom.substring(from, pom.indexOf("</plugin>", from) + "</plugin>".length())
                .replace("${spotless.version}", System.getProperty("spotless.version"))
                .replace("${project.basedir}/.config", Path.of(".config").toAbsolutePath().toString());
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
                <groupId>canary</groupId><artifactId>canary</artifactId><version>1</version>
                <properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
                <build><plugins>%s</plugins></build></project>
                """.formatted(plugin));
        Path source = folder.resolve("src/main/java/Canary.java");
        Files.createDirectories(source.getParent());

        Files.writeString(source, "class   Canary{int a ;}\n");
        Outcome bad = check();
        assertNotEquals(0, bad.exit(), "badly formatted code passed");
        assertTrue(bad.output().contains("Canary.java"), bad.output());

        Files.writeString(source, "class Canary {\n    int a;\n}\n");
        Outcome good = check();
        assertEquals(0, good.exit(), good.output());
    }

    private record Outcome(int exit, String output) {}

    private Outcome check() throws IOException, InterruptedException {
        Path log = folder.resolve("mvn.log");
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path maven = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        Process process = new ProcessBuilder(maven.toString(), "-B", "-q", "spotless:check").directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the check did not end");
        return new Outcome(process.exitValue(), Files.readString(log));
    }
}
