package labelwright.gates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Proves that the compiler arguments of the pom refuse what they are there to refuse. The arguments are read from the pom itself.
class CompilerCanaryTest {
    @TempDir
    Path folder;

    @Test
    void cleanCodeCompiles() throws Exception {
        Outcome outcome = compile("return text.length();");
        assertEquals(0, outcome.exit(), outcome.output());
    }

    @Test
    void nullInAMarkedPackageIsRefused() throws Exception {
        Outcome outcome = compile("text = null; return text.length();");
        assertRefused(outcome, "[NullAway]");
    }

    @Test
    void errorProneFindingsAreRefused() throws Exception {
        Outcome outcome = compile("text.toUpperCase(java.util.Locale.ROOT); return 1;");
        assertRefused(outcome, "[ReturnValueIgnored]");
    }

    @Test
    void compilerWarningsAreRefused() throws Exception {
        Outcome outcome = compile("java.util.List raw = new java.util.ArrayList<String>(); return raw.size() + text.length();");
        assertRefused(outcome, "[rawtypes]");
    }

    private static void assertRefused(Outcome outcome, String finding) {
        assertNotEquals(0, outcome.exit(), "compiled although it must not");
        assertTrue(outcome.output().contains(finding), outcome.output());
    }

    private record Outcome(int exit, String output) {}

    private Outcome compile(String body) throws IOException, InterruptedException {
        Path source = folder.resolve("Canary.java");
        Files.writeString(source, """
                package canary;

                @org.jspecify.annotations.NullMarked
                final class Canary {
                    private Canary() {}

                    static int length(String text) {
                        %s
                    }
                }
                """.formatted(body));
        Path log = folder.resolve("javac.log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
        command.addAll(pomArguments());
        String classPath = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", classPath, "-processorpath", classPath, "-d", folder.toString(), source.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the compiler did not end");
        return new Outcome(process.exitValue(), Files.readString(log));
    }

    /// The arguments of the first (main) compilerArgs of the pom, with its properties filled in.
    private static List<String> pomArguments() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String main = pom.substring(pom.indexOf("<compilerArgs>"), pom.indexOf("</compilerArgs>"));
        List<String> arguments = new ArrayList<>();
        Matcher matcher = Pattern.compile("<arg>(.*?)</arg>").matcher(main);
        while (matcher.find()) {
            arguments.add(matcher.group(1).replace("${errorprone.args}", System.getProperty("errorprone.args")));
        }
        assertTrue(arguments.contains("-Werror"), "the pom no longer turns warnings into errors");
        return arguments;
    }
}
