package labelwright.text;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.geometry.TextRange;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SearchTest {

    @Test
    void everyPlaceIsFoundInCodePoints() {
        assertEquals(List.of(new TextRange(1, 3), new TextRange(4, 6)), find("😀ab😀abAB", "ab"));
        assertEquals(List.of(new TextRange(1, 3), new TextRange(4, 6), new TextRange(6, 8)),
                find("😀ab😀abAB", "aB", SearchOption.IGNORE_CASE));
        assertEquals(List.of(new TextRange(0, 2)), find("北京 北 京", "北京"));
    }

    @Test
    void wholeWordsAreNoPartsOfWords() {
        assertEquals(List.of(new TextRange(0, 3)), find("art artist start", "art", SearchOption.WHOLE_WORDS));
        assertEquals(List.of(new TextRange(2, 4)), find("我住北京", "北京", SearchOption.WHOLE_WORDS));
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertEquals(List.of(new TextRange(2, 3)), find("e\u0301e", "e"));
        assertEquals(List.of(new TextRange(4, 5)), find("👩‍💻 👩", "👩"));
    }

    @Test
    void placesDoNotOverlapAndTheLimitHolds() {
        assertEquals(List.of(new TextRange(0, 2), new TextRange(2, 4)), find("aaaaa", "aa"));
        assertEquals(1, Search.all(CodePoints.of("aaaa"), "a", Set.of(), 1).size());
        assertEquals(List.of(), find("abc", ""));
    }

    private static List<TextRange> find(String text, String wanted, SearchOption... options) {
        return Search.all(CodePoints.of(text), wanted, Set.of(options));
    }
}
