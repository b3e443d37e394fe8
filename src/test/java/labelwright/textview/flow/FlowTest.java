package labelwright.textview.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.text.CodePoints;
import labelwright.text.Segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FlowTest {

    @Test
    void heightsAreFoundWhereTheyAre() {
        Random random = new Random(5);
        double[] first = random.doubles(137, 1, 40).toArray();
        Heights heights = new Heights(first);
        for (int i = 0; i < 200; i++) {
            int block = random.nextInt(first.length);
            first[block] = random.nextDouble(1, 40);
            heights.set(block, first[block]);
        }
        double top = 0;
        for (int i = 0; i < first.length; i++) {
            assertEquals(top, heights.top(i), 1e-6);
            assertEquals(i, heights.at(top + first[i] / 2));
            top += first[i];
        }
        assertEquals(top, heights.total(), 1e-6);
        assertEquals(0, heights.at(-5));
        assertEquals(first.length - 1, heights.at(top + 5));
    }

    @Test
    void whatOverlapsLiesInDifferentLanes() {
        Lanes lanes = new Lanes();

        assertEquals(0, lanes.place(0, 10));
        assertEquals(0, lanes.place(10, 20));
        assertEquals(1, lanes.place(5, 15));
        assertEquals(2, lanes.place(0, 20));
        assertEquals(3, lanes.count());
    }

    @Test
    void theIndexFindsWhatAPlainSearchFinds() {
        Random random = new Random(9);
        List<Annotation> spans = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(1_000);
            spans.add(span(i, new TextRange(from, from + 1 + random.nextInt(i % 50 == 0 ? 900 : 20))));
        }
        SpanIndex index = SpanIndex.EMPTY.with(spans);
        for (int i = 0; i < 100; i++) {
            int from = random.nextInt(1_000);
            int to = from + 1 + random.nextInt(60);
            List<Annotation> wanted = spans.stream()
                    .filter(each -> SpanIndex.extent(each).start() < to && SpanIndex.extent(each).end() > from)
                    .sorted((one, other) -> {
                        int place = SpanIndex.extent(one).compareTo(SpanIndex.extent(other));
                        return place == 0 ? one.id().compareTo(other.id()) : place;
                    }).toList();
            assertEquals(wanted, index.in(from, to));
        }
    }

    @Test
    void aChangedListGivesTheSameIndexAsANewOne() {
        Random random = new Random(2);
        List<Annotation> spans = new ArrayList<>();
        SpanIndex index = SpanIndex.EMPTY;
        for (int i = 0; i < 200; i++) {
            switch (random.nextInt(4)) {
                case 0 -> spans.removeIf(each -> each.id().value() % 7 == random.nextInt(7));
                case 1 -> Collections.shuffle(spans, random);
                case 2 -> spans.replaceAll(each -> random.nextInt(10) == 0
                        ? span((int) each.id().value(), SpanIndex.extent(each).shift(1))
                        : each);
                default -> {
                    int from = random.nextInt(500);
                    spans.add(random.nextInt(spans.size() + 1), span(i, new TextRange(from, from + 5)));
                }
            }
            index = index.with(List.copyOf(spans));
            assertEquals(SpanIndex.EMPTY.with(spans).in(0, 2_000), index.in(0, 2_000));
        }
        assertSame(index, index.with(List.copyOf(spans)));
    }

    @Test
    void theChangesAreTheStretchesThatLookDifferent() {
        Annotation one = span(1, new TextRange(0, 3));
        Annotation two = span(2, new TextRange(5, 8));
        SpanIndex before = SpanIndex.EMPTY.with(List.of(one, two));
        SpanIndex after = before.with(List.of(one, span(2, new TextRange(5, 9)), span(3, new TextRange(20, 21))));

        assertEquals(List.of(new TextRange(5, 8), new TextRange(5, 9), new TextRange(20, 21)), after.changes().stream().sorted(
                Comparator.comparingInt(TextRange::end)).toList());
    }

    @Test
    void blocksCoverTheTextAndLongLinesAreCutAtSentences() {
        String sentence = "This is a sentence of some length that ends here. ";
        String text = "short\r\n" + sentence.repeat(100) + "\n\n" + "x".repeat(5_000) + "\n中文" + "字".repeat(4_000) + "\n";
        for (Blocks blocks : List.of(Blocks.ofLines(cut(text)), Blocks.ofSentences(cut(text)))) {
            int longest = 0;
            for (int i = 0; i < blocks.size(); i++) {
                longest = Math.max(longest, blocks.end(i) - blocks.start(i));
                int next = i + 1 < blocks.size() ? blocks.start(i + 1) : blocks.textLength();
                assertTrue(text.substring(blocks.end(i), next).isBlank());
                assertEquals(i, blocks.at(blocks.start(i)));
            }
            assertTrue(longest <= 1_200, "a block of " + longest);
        }
        Blocks lines = Blocks.ofLines(cut(text));
        assertTrue(lines.goesOn(1));
        assertFalse(lines.isFirst(2));
        assertEquals(0, (lines.start(2) - lines.start(1)) % sentence.length());
    }

    @Test
    void theEmptyTextIsOneBlock() {
        assertEquals(1, Blocks.ofLines(cut("")).size());
        assertEquals(1, Blocks.ofSentences(cut("")).size());
    }

    @Test
    void whateverIsInATextCanBeDrawnUnitForUnit() {
        String text = "a\u0000b\r\n\tc\uD83Dd\uDE00\u0085\u2028😀\u007F";
        String shown = DisplayText.of(text);

        assertEquals(text.length(), shown.length());
        assertEquals("a\u2400b  \tc\uFFFDd\uFFFD  😀\u2421", shown);
    }

    private static Segmentation cut(String text) {
        return Segmentation.of(CodePoints.of(text));
    }

    private static Annotation span(int id, TextRange range) {
        return new Annotation(new AnnotationId(id), new LabelId(1), new TextSpan(List.of(range), "x"), new Origin.Manual());
    }
}
