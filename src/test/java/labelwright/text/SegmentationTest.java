package labelwright.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import labelwright.geometry.TextRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SegmentationTest {

    @Test
    void whatAPersonSeesAsOneCharacterStaysWhole() {
        assertEquals(List.of("a", "👩‍💻", "é", "🇩🇪", "🇫🇷", "👍🏽", "한", "\r\n", "1️⃣", "ก็", "z"),
                pieces("a👩‍💻é🇩🇪🇫🇷👍🏽한\r\n1️⃣ก็z", Granularity.CHARACTER));
    }

    /// Every unit that is taken for a letter on its own, beside others such: the iterator of the JDK says the same of each.
    @Test
    void lettersThatStandAloneHaveBoundariesAtBothSides() {
        StringBuilder letters = new StringBuilder();
        for (char each = 0; each < Character.MAX_VALUE; each++) {
            if (Graphemes.standsAlone(each)) {
                letters.append('x').append(each).append(each).append('\u4E00');
            }
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(letters.toString());
        for (int at = 0; at < letters.length(); at++) {
            assertEquals(at + 1, characters.next(), "behind " + Integer.toHexString(letters.charAt(at)));
        }
        assertTrue(letters.length() > 4 * 30_000, "Chinese, kana, Arabic and the like are among them");
    }

    @Test
    void wordsKeepTheirApostrophesPointsAndMarks() {
        assertEquals(List.of("I", "don't", "pay", "3.14", "for", "naïve", "l’été", "x_1"),
                words("I don't pay 3.14 for (naïve) l’été, x_1..."));
        assertEquals(List.of("צה\"ל", "שלום"), words("צה\"ל: שלום!"));
        assertEquals(List.of("مَرْحَبًا", "می‌خواهم"), words("مَرْحَبًا، می‌خواهم؟"));
        assertEquals(List.of("हिन्दी", "भाषा"), words("हिन्दी भाषा।"));
    }

    @Test
    void chineseIsCutIntoCharactersAndJapaneseIntoRuns() {
        assertEquals(List.of("我", "住", "在", "北", "京", "2024", "年"), words("我住在北京，2024年。"));
        assertEquals(List.of("私", "は", "東京大学", "の", "コンピューター", "を", "使", "います"), words("私は東京大学のコンピューターを使います。"));
    }

    @Test
    void everyEmojiIsOnePiece() {
        assertEquals(List.of("go", "👩‍💻", "👩‍💻", "!", " ", "ok"), pieces("go👩‍💻👩‍💻! ok", Granularity.WORD));
    }

    @Test
    void sentencesKnowAbbreviationsQuotesAndLines() {
        assertEquals(List.of("Dr. Smith met J. R. Doe at 3.5 m.", "\"Hello!\" he said.", "\"Go!\"", "Really?", "Yes"),
                sentences("Dr. Smith met J. R. Doe at 3.5 m. \"Hello!\" he said. \"Go!\" Really? Yes"));
        assertEquals(List.of("我来了。", "“你好！”", "他说。"), sentences("我来了。“你好！”他说。"));
        assertEquals(List.of("Title", "1. First point", "A line that\r\ngoes on here.", "Next"),
                sentences("Title\n\n1. First point\nA line that\r\ngoes on here.\nNext\n"));
        assertEquals(List.of("مرحبا؟", "نعم."), sentences("مرحبا؟ نعم."));
        assertEquals(List.of("wait... what", "No"), sentences("wait... what\nNo"));
    }

    @Test
    void theSentencesCoverTheWholeText() {
        String text = "  A. B!\n\n\nC? 。。 d… E.\t\n";
        Segmentation cut = Segmentation.of(CodePoints.of(text));
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < cut.sentenceCount(); i++) {
            joined.append(cut.text().text(cut.sentenceStart(i), cut.sentenceEnd(i)));
            assertEquals(i, cut.sentenceAt(cut.sentenceStart(i)));
        }

        assertEquals(text, joined.toString());
    }

    @Test
    void theCaretGoesFromWordToWordAndBack() {
        Segmentation cut = Segmentation.of(CodePoints.of("ab  cd, 你好 👩‍💻x"));
        List<Integer> there = new ArrayList<>();
        for (int at = 0; at < cut.text().length(); at = cut.next(at, Granularity.WORD)) {
            there.add(at);
        }
        List<Integer> back = new ArrayList<>();
        for (int at = cut.text().length(); at > 0;) {
            at = cut.previous(at, Granularity.WORD);
            back.addFirst(at);
        }

        assertEquals(List.of(0, 4, 6, 8, 9, 11, 14), there);
        assertEquals(there, back);
    }

    @Test
    void aRangeGrowsToWholeWordsWithoutSpacesAtItsEnds() {
        Segmentation cut = Segmentation.of(CodePoints.of("New York City. It is big."));

        assertEquals(new TextRange(0, 8), cut.snap(new TextRange(1, 9), Granularity.WORD));
        assertEquals(new TextRange(0, 14), cut.snap(new TextRange(1, 9), Granularity.SENTENCE));
        assertEquals(new TextRange(1, 9), cut.snap(new TextRange(1, 9), Granularity.CHARACTER));
        assertEquals(new TextRange(3, 4), cut.snap(new TextRange(3, 4), Granularity.WORD));
    }

    @Test
    void aRangeInsideACharacterGrowsToTheCharacter() {
        Segmentation cut = Segmentation.of(CodePoints.of("x👩‍💻é"));

        assertEquals(new TextRange(1, 4), cut.snap(new TextRange(2, 3), Granularity.CHARACTER));
        assertEquals(new TextRange(4, 6), cut.snap(new TextRange(5, 6), Granularity.CHARACTER));
    }

    @Test
    void shiftAndRightTakesTheWordWithoutTheSpaceBehindIt() {
        Segmentation cut = Segmentation.of(CodePoints.of("New York City"));

        assertEquals(3, cut.nextEnd(0, Granularity.WORD));
        assertEquals(8, cut.nextEnd(3, Granularity.WORD));
        assertEquals(13, cut.nextEnd(8, Granularity.WORD));
    }

    @Test
    void theEmptyTextHasNothing() {
        Segmentation cut = Segmentation.of(CodePoints.of(""));

        assertTrue(cut.at(0, Granularity.WORD).isEmpty());
        assertEquals(0, cut.next(0, Granularity.CHARACTER));
        assertEquals(0, cut.previous(0, Granularity.SENTENCE));
        assertEquals(1, cut.sentenceCount());
    }

    private static List<String> pieces(String text, Granularity granularity) {
        Segmentation cut = Segmentation.of(CodePoints.of(text));
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < cut.text().length();) {
            TextRange piece = cut.at(at, granularity).orElseThrow();
            assertEquals(at, piece.start());
            pieces.add(cut.text().text(piece));
            at = piece.end();
        }
        return pieces;
    }

    private static List<String> words(String text) {
        Segmentation cut = Segmentation.of(CodePoints.of(text));
        return cut.words(new TextRange(0, cut.text().length())).stream().map(cut.text()::text).toList();
    }

    private static List<String> sentences(String text) {
        Segmentation cut = Segmentation.of(CodePoints.of(text));
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < cut.sentenceCount(); i++) {
            sentences.add(cut.text().text(cut.at(cut.sentenceStart(i), Granularity.SENTENCE).orElseThrow()));
        }
        return sentences;
    }
}
