package labelwright.engine;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DetectionSettingsTest {

    @Test
    void whatIsNotNamedKeepsItsDefault() throws EngineException {
        DetectionSettings settings = DetectionSettings.parse(Map.of("epochs", "12", "learning-rate", "0.01"));
        assertEquals(12, settings.whole(DetectionOption.EPOCHS));
        assertEquals(0.01, settings.number(DetectionOption.LEARNING_RATE));
        assertEquals(8, settings.whole(DetectionOption.BATCH));
        assertTrue(settings.chosen(DetectionOption.INPUT_SIZE).isEmpty());
    }

    @Test
    void readsBackWhatItWrites() throws EngineException {
        Map<String, String> written = DetectionSettings.parse(Map.of("epochs", "auto", "minutes", "1.5")).toMap();
        assertEquals(DetectionOption.values().length, written.size());
        assertEquals(written, DetectionSettings.parse(written).toMap());
    }

    @Test
    void anUnknownKeyListsTheKnownOnes() {
        EngineException refused = assertThrows(EngineException.class, () -> DetectionSettings.parse(Map.of("epoch", "3")));
        assertTrue(refused.getMessage().contains("\"epoch\"") && refused.getMessage().contains("learning_rate"), refused.getMessage());
    }

    @Test
    void valuesOutOfRangeNameTheRange() {
        for (String value : new String[] {"0", "2000", "3.5", "many", "", "NaN"}) {
            EngineException refused = assertThrows(EngineException.class, () -> DetectionSettings.parse(Map.of("batch", value)));
            assertTrue(refused.getMessage().contains("batch"), refused.getMessage());
        }
        EngineException refused = assertThrows(EngineException.class, () -> DetectionSettings.parse(Map.of("batch", "auto")));
        assertTrue(refused.getMessage().contains("not a number"), refused.getMessage());
    }

    @Test
    void everyDefaultIsInItsRange() throws EngineException {
        assertEquals(DetectionSettings.defaults().toMap(), DetectionSettings.parse(DetectionSettings.defaults().toMap()).toMap());
    }
}
