package labelwright.workbench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another Java process with the same class path, to be killed or watched.
final class ChildJvm {
    private ChildJvm() {}

    /// @param prefix a command that starts Java, or nothing
    /// @param more class path entries that come first
    static ProcessBuilder of(List<String> prefix, List<Path> more, Class<?> main, String... args) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true", "-classpath"));
        List<String> path = new ArrayList<>(more.stream().map(Path::toString).toList());
        path.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(String.join(File.pathSeparator, path));
        command.add(main.getName());
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OPT_OUT_TRACKING", "true");
        return builder;
    }

    /// Whether the command can be run here at all.
    static boolean works(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
