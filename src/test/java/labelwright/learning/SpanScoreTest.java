package labelwright.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.Samples;
import labelwright.learning.SpanScore.Exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SpanScoreTest {

    @Test
    void onlyTheSameBordersAndLabelCount() {
        SpanScore score = SpanScore.of(List.of(Set.of(Exact.of("a", 0, 3), Exact.of("b", 5, 9)), Set.of(Exact.of("a", 1, 2))),
                List.of(Set.of(Exact.of("a", 0, 3), Exact.of("a", 5, 9)), Set.of()));
        assertEquals(1, score.right());
        assertEquals(0.5, score.precision());
        assertEquals(1 / 3.0, score.recall(), 1e-12);
        assertEquals(0.4, score.f1(), 1e-12);
        assertEquals(List.of("a", "b"), score.labels().stream().map(SpanScore.LabelSpans::label).toList());
        assertEquals(0.5, score.labels().getFirst().f1(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> SpanScore.of(List.of(Set.of()), List.of()));
    }

    @Test
    void columnsAreReadAsConllevalDoes() {
        assertEquals(List.of(Exact.of("x", 0, 2), Exact.of("x", 2, 3), Exact.of("y", 3, 4)),
                SpanScore.ofTags(List.of("B-x", "I-x", "B-x", "I-y", "O")));
        assertEquals(List.of(Exact.of("creative-work", 1, 3)), SpanScore.ofTags(List.of("O", "I-creative-work", "I-creative-work")));
    }

    /// The published numbers of the shared task (Derczynski et al. 2017, table 5: F1 of entities).
    @Test
    void theSevenSystemsOfTheSharedTaskGetTheirPublishedNumbers() throws IOException {
        Path folder = Samples.require("datasets/wnut17");
        Map<String, String> published = Map.of("uh_ritual", "41.86", "spinningbytes.txt", "40.78", "sjtu_adapt.txt", "40.42", "arcada",
                "39.98",
                "flytxt", "38.35", "mic-cis.txt", "37.06", "drexel_cci", "26.30");
        List<List<Exact>> truth = sentences(folder.resolve("emerging.test.annotated"));
        for (Map.Entry<String, String> system : published.entrySet()) {
            SpanScore score = SpanScore.of(truth, sentences(folder.resolve("submissions").resolve(system.getKey())));
            assertEquals(system.getValue(), String.format(Locale.ROOT, "%.2f", 100 * score.f1()), system.getKey());
        }
    }

    /// The last cell of each line, apart by tabs or blanks; a line without one is outside.
    private static List<List<Exact>> sentences(Path file) throws IOException {
        List<List<Exact>> sentences = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("");
        for (String line : lines) {
            if (line.isBlank()) {
                if (!tags.isEmpty()) {
                    sentences.add(SpanScore.ofTags(tags));
                }
                tags.clear();
            } else {
                String[] cells = line.strip().split("[\\t ]+");
                tags.add(cells.length > 1 ? cells[cells.length - 1] : "O");
            }
        }
        return sentences;
    }
}
