package labelwright.ui.control;

import java.nio.file.NoSuchFileException;

import org.junit.jupiter.api.Test;

import labelwright.workbench.WorkbenchException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FaultReportTest {

    @Test
    void anExpectedFaultIsToldInItsOwnWordsWithoutDetails() {
        FaultReport report = FaultReport.of("Open cells",
                new WorkbenchException(WorkbenchException.Reason.LOCKED, "It is open elsewhere."));
        assertEquals(FaultReport.Kind.EXPECTED, report.kind());
        assertEquals("It is open elsewhere.", report.what());
        assertEquals("", report.details());
    }

    @Test
    void aBugHasACodeAndTheStackTrace() {
        FaultReport report = FaultReport.of("Open cells", new IllegalStateException("broken"));
        assertEquals(FaultReport.Kind.BUG, report.kind());
        assertTrue(report.what().contains("LW-"), report.what());
        assertTrue(report.details().contains("IllegalStateException: broken"), report.details());
    }

    @Test
    void theSamePlaceInTheCodeHasTheSameCodeWhateverTheMessage() {
        assertEquals(FaultReport.code(fault("one")), FaultReport.code(fault("two")));
        assertNotEquals(FaultReport.code(fault("one")), FaultReport.code(new IllegalStateException("one")));
    }

    @Test
    void aFileFaultNamesTheFile() {
        FaultReport report = FaultReport.of("Write settings", new NoSuchFileException("/nowhere/settings.json"));
        assertEquals(FaultReport.Kind.EXPECTED, report.kind());
        assertTrue(report.what().contains("/nowhere/settings.json"), report.what());
    }

    private static RuntimeException fault(String message) {
        return new IllegalStateException(message);
    }
}
