package labelwright.engine.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import labelwright.engine.EngineException;
import labelwright.task.CancelToken;
import labelwright.task.CancelledException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextEmbedderTest {

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    @Test
    void whatMeansTheSameIsNear() throws EngineException {
        try (TextEmbedder embedder = TextEmbedder.open(SentenceModel.ENGLISH)) {
            float[] cat = embedder.embed("A cat sits on the mat.");
            double near = cosine(cat, embedder.embed("A kitten is sitting on the carpet."));
            double far = cosine(cat, embedder.embed("The bank raised its interest rates again."));
            assertTrue(near > 0.5 && far < 0.2, near + " and " + far);
            assertEquals(1, cosine(cat, cat), 1e-5);
        }
    }

    @Test
    void whatMeansTheSameIsNearInChinese() throws EngineException {
        try (TextEmbedder embedder = TextEmbedder.open(SentenceModel.CHINESE)) {
            float[] weather = embedder.embed("今天天气很好");
            double near = cosine(weather, embedder.embed("今天是个晴朗的好日子"));
            double far = cosine(weather, embedder.embed("这家银行提高了贷款利率"));
            assertTrue(near > far + 0.2, near + " and " + far);
        }
    }

    @Test
    void offsetsAreCodePointsAlsoBehindEmojiAndAccents() throws EngineException {
        String text = "I \uD83D\uDE00 love Caf\u00e9 Paris \uD83D\uDC69\u200D\uD83D\uDC67 and \u5317\u4eac e\u0301t\u00e9";
        int[] points = text.codePoints().toArray();
        try (TextEmbedder embedder = TextEmbedder.open(SentenceModel.ENGLISH)) {
            TokenStates states = embedder.states(text);
            List<String> words = embedder.words(text);
            assertEquals(words.size(), states.size());
            assertEquals(states.size() * 384, states.states().length);
            int paris = words.indexOf("paris");
            assertEquals("Paris", new String(points, states.starts()[paris], states.ends()[paris] - states.starts()[paris]));
            int north = words.indexOf("\u5317");
            assertEquals(0x5317, points[states.starts()[north]]);
            assertEquals(states.starts()[north] + 1, states.ends()[north]);
            for (int i = 0; i < states.size(); i++) {
                assertTrue(states.starts()[i] < states.ends()[i] && states.ends()[i] <= points.length, words.get(i));
            }
        }
    }

    @Test
    void theVectorOfATextDoesNotDependOnItsNeighbours() throws EngineException {
        try (TextEmbedder embedder = TextEmbedder.open(SentenceModel.ENGLISH)) {
            String text = "Where is my new card?";
            float[] alone = embedder.embed(text);
            List<float[]> together = embedder.embedAll(List.of("short", text, "a much longer text that stands beside it ".repeat(40)),
                    done -> {},
                    new CancelToken());
            assertArrayEquals(alone, together.get(1));
        }
    }

    @Test
    void emptyAndVeryLongTextsHaveVectorsToo() throws EngineException {
        try (TextEmbedder embedder = TextEmbedder.open(SentenceModel.ENGLISH)) {
            assertEquals(384, embedder.embed("").length);
            assertEquals(0, embedder.states("").size());
            String book = "It was a dark and stormy night. ".repeat(2000);
            float[] whole = embedder.embed(book);
            double near = cosine(whole, embedder.embed("It was a dark and stormy night."));
            double far = cosine(whole, embedder.embed("The bank raised its interest rates again."));
            assertTrue(near > far + 0.3, near + " and " + far);
            TokenStates states = embedder.states(book.substring(0, 6400));
            assertEquals(6399, states.ends()[states.size() - 1]);
        }
    }

    @Test
    void cancelEndsTheReadingOfManyTexts() throws EngineException {
        try (TextEmbedder embedder = TextEmbedder.open(SentenceModel.ENGLISH)) {
            CancelToken cancel = new CancelToken();
            List<String> many = java.util.stream.IntStream.range(0, 5000).mapToObj(i -> "text number " + i).toList();
            assertThrows(CancelledException.class, () -> embedder.embedAll(many, done -> {
                if (done >= 5) {
                    cancel.cancel();
                }
            }, cancel));
        }
    }

    /// A parallel stream that ends early leaves readings behind; closing beneath them would end the process.
    @Test
    void closingWaitsForReadingsThatAreUnderWay() throws EngineException {
        List<String> many = java.util.stream.IntStream.range(0, 400).mapToObj(i -> "a text of some length, number " + i + " ".repeat(i))
                .toList();
        for (int round = 0; round < 6; round++) {
            TextEmbedder embedder = TextEmbedder.open(SentenceModel.ENGLISH);
            CancelToken cancel = new CancelToken();
            assertThrows(CancelledException.class, () -> embedder.embedAll(many, done -> cancel.cancel(), cancel));
            embedder.close();
            embedder.close();
            assertThrows(EngineException.class, () -> embedder.embed("too late"));
        }
    }

    @Test
    void theModelThatSuitsIsFoundByTheLetters() {
        assertEquals(SentenceModel.ENGLISH, SentenceModel.suiting(List.of("Hello there", "12345", "")));
        assertEquals(SentenceModel.CHINESE, SentenceModel.suiting(List.of("我想查询余额", "iPhone 手机很好用")));
    }
}
