package labelwright.engine;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScheduleTest {

    /// A budget of so few steps that the warm-up's part of the time is over after the first of them.
    @Test
    void theWarmUpTakesStepsHoweverFastTheTimeRunsOut() {
        Schedule schedule = Schedule.of(DetectionSettings.defaults(), 3600);
        for (int step = 1; step < 40; step++) {
            assertTrue(schedule.rate(step * 0.02, step) <= 0.002 * (0.02 + 0.98 * step / 40) + 1e-12, "step " + step);
        }
        assertEquals(0.002 * (0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * (0.5 - 0.04) / 0.96))), schedule.rate(0.5, 40), 1e-9);
    }

    @Test
    void theRateFallsToAHundredthAtTheEnd() {
        Schedule schedule = Schedule.of(DetectionSettings.defaults(), 3600);
        assertEquals(0.00002, schedule.rate(1, 3600), 1e-9);
        assertEquals(0.00002, schedule.rate(7, 3600), 1e-9);
        assertTrue(schedule.rate(0.04, 144) > 0.00199);
    }

    @Test
    void aRunOfFewStepsStillGetsToItsFullRate() {
        Schedule schedule = Schedule.of(DetectionSettings.defaults(), 8);
        assertEquals(2, schedule.leastSteps());
        assertTrue(schedule.rate(0.25, 2) > 0.0015);
    }
}
