package labelwright.ui.models;

import java.util.List;

import org.junit.jupiter.api.Test;

import labelwright.workbench.EvaluationReport.Confusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HeatTest {
    private final Heat heat = Heat.of(
            new Confusion(List.of("cell", "dust", "background"), List.of(List.of(6L, 1L, 3L), List.of(0L, 0L, 0L), List.of(2L, 0L, 0L))));

    @Test
    void cellsAreSharesOfTheirRow() {
        assertEquals(0.6, heat.share(0, 0), 1e-9);
        assertEquals(10, heat.total(0));
    }

    @Test
    void aRowWithoutObjectsIsEmptyNotUndefined() {
        assertEquals(0, heat.share(1, 0));
    }

    @Test
    void eachCellSaysWhatHappened() {
        assertEquals(Heat.Kind.RIGHT, heat.kind(0, 0));
        assertEquals(Heat.Kind.TAKEN_FOR, heat.kind(0, 1));
        assertEquals(Heat.Kind.MISSED, heat.kind(0, 2));
        assertEquals(Heat.Kind.EXTRA, heat.kind(2, 0));
        assertEquals(Heat.Kind.NOTHING, heat.kind(2, 2));
    }

    @Test
    void typedNumbersAreTakenOnlyWhenTheyMakeSense() {
        assertEquals(0.3, ModelJobs.share(" 0.3 ").orElseThrow());
        assertTrue(ModelJobs.share("1.2").isEmpty());
        assertTrue(ModelJobs.share("low").isEmpty());
        assertEquals(20, ModelJobs.count("20").orElseThrow());
        assertTrue(ModelJobs.count("0").isEmpty());
        assertTrue(ModelJobs.count("2.5").isEmpty());
    }
}
