package labelwright.engine;

import org.junit.jupiter.api.Test;

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
}
