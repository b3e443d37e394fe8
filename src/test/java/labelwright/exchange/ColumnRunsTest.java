package labelwright.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import labelwright.Samples;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Spans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Masks in COCO's order, as numbers and as text.
class ColumnRunsTest {

    /// Three columns of two pixels: off on, on on, off off.
    @Test
    void pixelsAreCountedColumnByColumnFromTheTop() throws DamagedMask {
        Spans spans = ColumnRuns.spans(new long[] {1, 3, 2}, 3, 2);
        assertEquals(3, spans.area());
        assertTrue(spans.contains(0, 1) && spans.contains(1, 0) && spans.contains(1, 1));
        assertArrayEquals(new long[] {1, 3, 2}, ColumnRuns.counts(spans, 3, 2));
    }

    @Test
    void aMaskThatBeginsWithItsFirstPixelHasAZeroInFront() throws DamagedMask {
        Spans all = ColumnRuns.spans(new long[] {0, 6}, 3, 2);
        assertEquals(6, all.area());
        assertArrayEquals(new long[] {0, 6}, ColumnRuns.counts(all, 3, 2));
    }

    /// Worked out by hand from `rleToString` in maskApi.c.
    @ParameterizedTest
    @CsvSource({"1 3 2, 132", "0 6, 06", "50, b1", "49 1, a11", "100 5 200 7, T35X62", "1 1 1 3, 1112", "40 1 40 1, X11X10",
            "5 9 5 3, 595J"})
    void textIsThatOfPycocotools(String numbers, String expected) throws DamagedMask {
        long[] counts = Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
        assertEquals(expected, CountsText.encode(counts));
        assertArrayEquals(counts, CountsText.decode(expected));
    }

    @Test
    void randomMasksComeBackTheSame() throws DamagedMask {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int width = 1 + random.nextInt(70);
            int height = 1 + random.nextInt(70);
            MaskBitmap bitmap = new MaskBitmap(0, 0, width, height);
            for (int i = 0; i < random.nextInt(60); i++) {
                int x = random.nextInt(width);
                bitmap.fill(random.nextInt(height), x, x + 1 + random.nextInt(width - x));
            }
            Spans spans = bitmap.spans();
            long[] counts = ColumnRuns.counts(spans, width, height);
            for (int i = 1; i < counts.length; i++) {
                assertTrue(counts[i] > 0, "only the first count may be 0");
            }
            long[] again = CountsText.decode(CountsText.encode(counts));
            assertArrayEquals(counts, again);
            assertEquals(spans, ColumnRuns.spans(again, width, height));
        }
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        assertSentence("counts for 5 pixels", () -> ColumnRuns.spans(new long[] {1, 4}, 3, 2));
        assertSentence("more pixels", () -> ColumnRuns.spans(new long[] {1, 9}, 3, 2));
        assertSentence("a run of -1 pixels", () -> ColumnRuns.spans(new long[] {-1, 7}, 3, 2));
        assertSentence("cannot be", () -> ColumnRuns.spans(new long[] {0, 1}, 2_000_000_000, 2_000_000_000));
        assertSentence("character 1", () -> CountsText.decode("!"));
        assertSentence("middle of a number", () -> CountsText.decode("P"));
        assertSentence("too large", () -> CountsText.decode("o".repeat(20)));
    }

    private static void assertSentence(String part, Executable executable) {
        String sentence = assertThrows(DamagedMask.class, executable).sentence();
        assertTrue(sentence.contains(part) && sentence.endsWith("."), sentence);
    }

    /// Columns that are on by turns have as many runs in each row as there are columns: the most that a picture can have.
    @Test
    void aCombOfColumnsIsNoTrouble() throws DamagedMask {
        long[] counts = new long[1001];
        Arrays.fill(counts, 1000);
        assertEquals(500_000, ColumnRuns.spans(counts, 1001, 1000).area());
    }

    @Test
    void masksOfTheCocoApiKeepTheirText() throws IOException, DamagedMask {
        JsonNode results = new ObjectMapper()
                .readTree(Samples.require("formats/coco/cocoapi-results/instances_val2014_fakesegm100_results.json").toFile());
        int masks = 0;
        for (JsonNode result : results) {
            JsonNode mask = result.path("segmentation");
            int height = mask.path("size").get(0).asInt();
            int width = mask.path("size").get(1).asInt();
            long[] counts = CountsText.decode(mask.path("counts").asText());
            Spans spans = ColumnRuns.spans(counts, width, height);
            assertEquals(mask.path("counts").asText(), CountsText.encode(ColumnRuns.counts(spans, width, height)));
            masks++;
        }
        assertEquals(734, masks);
    }
}
