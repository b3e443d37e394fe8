package labelwright.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EngineTest {

    @Test
    void startsOfflineAndNamesItsDevices() {
        EngineStatus.Ready ready = assertInstanceOf(EngineStatus.Ready.class, new Engine().status());
        assertEquals("cpu", ready.devices().getFirst());
        assertTrue(ready.threads() > 0);
        assertEquals("true", System.getProperty("ai.djl.offline"));
    }

    @Test
    void saysHowMuchRoomIsMissing(@TempDir Path cache) {
        Optional<String> lack = Engine.missingSpace(cache.resolve("not/there"), Long.MAX_VALUE);
        assertTrue(lack.orElse("").contains("MB are free"), lack::toString);
        assertEquals(Optional.empty(), Engine.missingSpace(cache, 1));
    }

    @Test
    void unpackedLibrariesNeedNoRoom(@TempDir Path cache) throws IOException {
        Path versioned = Files.createDirectories(cache.resolve("2.7.1-cpu"));
        Files.createFile(versioned.resolve("libtorch_cpu.so"));
        assertEquals(Optional.empty(), Engine.missingSpace(cache, Long.MAX_VALUE));
    }
}
