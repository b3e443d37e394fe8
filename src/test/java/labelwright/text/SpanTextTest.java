package labelwright.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SpanTextTest {
    private static final CodePoints TEXT = CodePoints.of("😀 Anna met\nBob. Anna left Paris");

    @Test
    void aSpanSaysWhatItsFragmentsSay() {
        TextSpan span = SpanText.span(TEXT, List.of(new TextRange(16, 20), new TextRange(2, 6)));

        assertEquals("Anna Anna", span.covered());
        assertEquals(List.of(new TextRange(2, 6), new TextRange(16, 20)), span.fragments());
    }

    @Test
    void aSpanThatFitsIsLeftAndItsSpacesAreWrittenAsInTheText() {
        TextSpan read = new TextSpan(List.of(new TextRange(7, 14)), "met Bob");

        assertEquals(new SpanCheck.Fits(new TextSpan(read.fragments(), "met\nBob")), SpanText.check(TEXT, read));
    }

    @Test
    void aSpanThatFitsNowhereElseIsMoved() {
        TextSpan read = new TextSpan(List.of(new TextRange(28, 33)), "Paris");

        assertEquals(new SpanCheck.Moved(new TextSpan(List.of(new TextRange(26, 31)), "Paris")), SpanText.check(TEXT, read));
    }

    @Test
    void aSpanWithFragmentsIsMovedAsAWhole() {
        TextSpan read = new TextSpan(List.of(new TextRange(3, 7), new TextRange(12, 15)), "Anna Bob");

        assertEquals(new SpanCheck.Moved(new TextSpan(List.of(new TextRange(2, 6), new TextRange(11, 14)), "Anna Bob")),
                SpanText.check(TEXT, read));
    }

    @Test
    void aSpanThatCouldBeAnywhereIsRefused() {
        assertEquals(new SpanCheck.Refused(SpanCheck.Reason.AMBIGUOUS),
                SpanText.check(TEXT, new TextSpan(List.of(new TextRange(3, 7)), "Anna")));
        assertEquals(new SpanCheck.Refused(SpanCheck.Reason.NOT_FOUND),
                SpanText.check(TEXT, new TextSpan(List.of(new TextRange(3, 7)), "Otto")));
        assertEquals(new SpanCheck.Refused(SpanCheck.Reason.BEYOND_TEXT),
                SpanText.check(TEXT, new TextSpan(List.of(new TextRange(300, 304)), "Otto")));
    }
}
