package labelwright.ui.control;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WordsTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void language() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    void theProcessorIsNamedInTheLanguageOfTheInterface() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        assertEquals("CPU, 1 thread", Words.device("CPU, 1 thread"));
        assertEquals("CPU, 2 threads", Words.device("CPU, 2 threads"));
        Locale.setDefault(Locale.Category.DISPLAY, Locale.SIMPLIFIED_CHINESE);
        assertEquals("CPU，2 个线程", Words.device("CPU, 2 threads"));
        assertEquals("gpu0", Words.device("gpu0"));
    }
}
