package labelwright.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.geometry.Box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AnnotationListTest {
    private final Random random = new Random(5);

    private static Annotation box(long id, int label) {
        return new Annotation(new AnnotationId(id), new LabelId(label), new Box(id, 0, 10, 10), new Origin.Manual());
    }

    private static List<Annotation> boxes(int count) {
        List<Annotation> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(box(i + 1, i % 3));
        }
        return made;
    }

    private static void assertSameContent(List<Annotation> expected, AnnotationList list) {
        assertEquals(expected, list);
        assertEquals(list, expected);
        assertEquals(expected.hashCode(), list.hashCode());
        assertEquals(expected, list.stream().toList());
        List<Annotation> visited = new ArrayList<>();
        list.forEach(visited::add);
        assertEquals(expected, visited);
        for (int i = 0; i < expected.size(); i += 7) {
            assertSame(expected.get(i), list.get(i));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(expected.size()));
        assertThrows(NoSuchElementException.class, () -> List.<Annotation>of().iterator().next());
    }

    @Test
    void anyChangesGiveWhatAPlainListWouldHold() {
        for (int size : new int[] {0, 1, 255, 256, 257, 1_300}) {
            List<Annotation> plain = boxes(size);
            Collections.shuffle(plain, random);
            AnnotationList list = AnnotationList.of(plain);
            for (int step = 0; step < 900; step++) {
                int what = random.nextInt(5);
                if (what < 3) {
                    int place = step % 2 == 0 ? plain.size() : random.nextInt(plain.size() + 1);
                    Annotation fresh = box(10_000 + step, 7);
                    plain.add(place, fresh);
                    list = list.inserted(place, fresh);
                } else if (!plain.isEmpty()) {
                    int place = random.nextInt(plain.size());
                    if (what == 3) {
                        plain.remove(place);
                        list = list.removed(place);
                    } else {
                        Annotation other = plain.get(place).withLabel(new LabelId(50 + step % 5));
                        plain.set(place, other);
                        list = list.replaced(place, other);
                    }
                }
            }
            assertSameContent(plain, list);
            Set<LabelId> labels = new HashSet<>();
            long highest = 0;
            for (int i = 0; i < plain.size(); i++) {
                labels.add(plain.get(i).label());
                highest = Math.max(highest, plain.get(i).id().value());
                assertEquals(i, list.indexOf(plain.get(i).id()));
            }
            assertEquals(labels, list.labels());
            assertEquals(highest, list.highestId());
            assertEquals(-1, list.indexOf(new AnnotationId(999_999)));
        }
    }

    @Test
    void whatTwoListsHaveInCommonAtTheirEndsIsFoundAsInPlainLists() {
        for (int round = 0; round < 300; round++) {
            AnnotationList before = AnnotationList.of(boxes(random.nextInt(1_500)));
            AnnotationList after = before;
            for (int i = random.nextInt(3); i > 0 && !after.isEmpty(); i--) {
                int place = random.nextInt(after.size());
                after = switch (random.nextInt(3)) {
                    case 0 -> after.inserted(place, box(5_000 + round, 1));
                    case 1 -> after.removed(place);
                    default -> after.replaced(place, after.get(place).withLabel(new LabelId(9)));
                };
            }
            List<Annotation> plainBefore = new ArrayList<>(before);
            List<Annotation> plainAfter = new ArrayList<>(after);
            int head = AnnotationList.commonHead(plainBefore, plainAfter);
            assertEquals(head, AnnotationList.commonHead(before, after));
            int tail = AnnotationList.commonTail(plainBefore, plainAfter, head);
            assertEquals(tail, AnnotationList.commonTail(before, after, head));
            assertEquals(plainBefore.equals(plainAfter), before.equals(after));
            assertTrue(head + tail <= Math.min(before.size(), after.size()));
        }
        // all equal: nothing is counted twice
        AnnotationList repeated = AnnotationList.of(Collections.nCopies(600, box(1, 1)));
        AnnotationList longer = repeated.inserted(300, box(1, 1));
        int head = AnnotationList.commonHead(repeated, longer);
        assertEquals(600, head + AnnotationList.commonTail(repeated, longer, head));
    }

    @Test
    void aListOfThisKindIsNotCopiedAndDoesNotChange() {
        AnnotationList list = AnnotationList.of(boxes(1_000));
        assertSame(list, AnnotationList.of(list));
        List<Annotation> before = List.copyOf(list);
        list.replaced(500, box(500, 8));
        list.removed(0);
        assertEquals(before, list);
        assertNotEquals(list, list.removed(0));
        assertThrows(UnsupportedOperationException.class, () -> list.add(box(1, 1)));
        assertThrows(IndexOutOfBoundsException.class, () -> list.inserted(1_001, box(1, 1)));
    }
}
