package labelwright.exchange;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SafeNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"../a.jpg", "a/../../b.jpg", "..\\a.jpg", "/etc/passwd", "C:\\a.jpg", "c:a.jpg", "\\\\server\\share\\a.jpg",
            "//server/a.jpg", "file:///a.jpg", "https://example.org/a.jpg", "CON.jpg", "sub/nul", "com1.png", "LPT9", "a\u0000b.jpg",
            "a\nb.jpg", "",
            "  ", "folder/", "~/a.jpg"})
    void namesThatLeadElsewhereAreDangerous(String name) {
        assertTrue(SafeName.danger(name).isPresent(), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "sub/a.jpg", "sub\\a.jpg", "a..b.jpg", "...jpg", "console.jpg", "ab:c.jpg", "héé/细胞 😀.png",
            "Picture-2021_11.45.32_1.jpg"})
    void ordinaryNamesAreNot(String name) {
        assertEquals(Optional.empty(), SafeName.danger(name));
    }

    @Test
    void pathsAreNormalised() {
        assertEquals("a/b/c.jpg", SafeName.normalise("./a\\b//./c.jpg"));
        assertEquals("a.b.jpg", SafeName.normalise("a.b.jpg"));
    }

    @Test
    void whatIsShownFitsOneLine() {
        assertEquals("\"a\\u0000b\"", SafeName.shown("a\u0000b"));
        assertEquals(123, SafeName.shown("x".repeat(5000)).length());
    }

    @Test
    void exportNamesAreSafeAndDifferInAnyCase() {
        TargetNames names = new TargetNames(TargetNames.Unique.STEM);
        assertEquals("sub/A.jpg", names.claim("sub/A.jpg"));
        assertEquals("sub/a_2.png", names.claim("sub/a.png"));
        assertEquals("etc/passwd", names.claim("../../etc/passwd"));
        assertEquals("_con.jpg", names.claim("con.jpg"));
        assertEquals("C_/a.jpg", names.claim("C:/a.jpg"));
        assertEquals("picture", names.claim(".."));
    }
}
