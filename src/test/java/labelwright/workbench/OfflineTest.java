package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The main job does not touch the network. It runs in a process of its own that refuses and records every look-up and connection of Java;
/// where Linux lets us, that process has no network at all, for native code too.
@Timeout(240)
class OfflineTest {
    @TempDir
    private Path folder;
    private Path services;

    @BeforeEach
    void writeService() throws IOException {
        services = folder.resolve("services");
        Path file = services.resolve("META-INF/services/java.net.spi.InetAddressResolverProvider");
        Files.createDirectories(file.getParent());
        Files.writeString(file, OfflineJob.Resolvers.class.getName());
    }

    @Test
    void theMainJobNeedsNoNetworkAndAsksForNone() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        for (int i = 0; i < 8; i++) {
            TestPictures.png(data.resolve("JPEGImages/p" + i + ".png"), 64, 64);
            TestPictures.voc(data, "p" + i, 64, 64, "dog %d 5 %d 40".formatted(i + 2, i + 30), "cat 30 30 60 60");
        }
        String output = run(cutOff(), 0, folder.resolve("w").toString(), data.toString());
        assertTrue(output.contains("attempts: []"), output);
    }

    @Test
    void aProcessThatTriesTheNetworkIsCaught() throws IOException, InterruptedException {
        String output = run(List.of(), 0, "canary");
        assertTrue(output.contains("look-up of labelwright.invalid") || output.contains("connection to http://labelwright.invalid/"),
                output);
        assertTrue(output.contains("connection to http://192.0.2.1/"), output);
    }

    private static List<String> cutOff() {
        return ChildJvm.works("unshare", "-rn", "true") ? List.of("unshare", "-rn") : List.of();
    }

    private String run(List<String> prefix, int expected, String... args) throws IOException, InterruptedException {
        Path log = folder.resolve("child.log");
        Process process = ChildJvm.of(prefix, List.of(services), OfflineJob.class, args).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        int code = process.waitFor();
        String output = Files.readString(log);
        assertEquals(expected, code, output);
        return output;
    }
}
