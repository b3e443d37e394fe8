package labelwright.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import labelwright.geometry.Box;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Origin;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PersonAnswerTest {
    private static final ItemId ITEM = new ItemId(1);
    private static final String WORDS = "Ada Lovelace of London wrote to Charles Babbage in Turin.";

    @Test
    void ofSeveralAtOnePlaceTheOnesWithTheSameLabelArePaired() {
        AnnotationSet own = set("kim", span(1, 7, 0, 3), span(2, 8, 0, 3), span(3, 9, 16, 22));
        AnnotationSet theirs = set("lee", span(11, 8, 0, 3), span(12, 7, 0, 3), span(13, 7, 0, 3));
        PersonAnswer answer = new PersonAnswer(theirs);
        assertEquals(Map.of(new AnnotationId(11), new AnnotationId(2), new AnnotationId(12), new AnnotationId(1)),
                answer.counterparts(own));
        assertEquals(new Agreement(2, 0, 1, 1), answer.agreement(own));
        assertEquals(List.of(13L), ids(answer.regions(own)));
    }

    @Test
    void spansThatOnlyOverlapAreDifferentAndPiecesCount() {
        AnnotationSet own = set("kim", span(1, 7, 0, 12), pieces(2, new TextRange(0, 3), new TextRange(16, 22)));
        AnnotationSet theirs = set("lee", span(11, 7, 0, 11), pieces(12, new TextRange(0, 3), new TextRange(16, 22)));
        assertEquals(new Agreement(1, 0, 1, 1), new PersonAnswer(theirs).agreement(own));
    }

    @Test
    void otherAttributesAreADifference() {
        AnnotationSet own = set("kim", span(1, 7, 0, 3).withAttribute("sure", "yes"), span(2, 7, 4, 12));
        AnnotationSet theirs = set("lee", span(11, 7, 0, 3), span(12, 7, 4, 12));
        PersonAnswer answer = new PersonAnswer(theirs);
        assertEquals(new Agreement(1, 1, 0, 0), answer.agreement(own));
        assertEquals(List.of(11L), ids(answer.regions(own)));
    }

    @Test
    void boxesAreTheSamePlaceFromAnOverlapOfFourFifthsOnAndTheBestOneIsPaired() {
        AnnotationSet own = set("kim", box(1, 0), box(2, 300));
        assertEquals(1, new PersonAnswer(set("lee", box(11, 11))).counterparts(own).size());
        assertEquals(0, new PersonAnswer(set("lee", box(11, 12))).counterparts(own).size());
        assertEquals(Map.of(new AnnotationId(12), new AnnotationId(1)),
                new PersonAnswer(set("lee", box(11, 8), box(12, 2))).counterparts(own));
    }

    @Test
    void anEditIsSeenAtTheNextLook() {
        AnnotationSet own = set("kim", box(1, 0), box(2, 300));
        PersonAnswer answer = new PersonAnswer(set("lee", box(11, 0), box(12, 300)));
        assertEquals(2, answer.agreement(own).same());
        AnnotationSet moved = own.withAnnotations(List.of(own.annotations().getFirst(), box(2, 600)));
        assertEquals(new Agreement(1, 0, 1, 1), answer.agreement(moved));
        assertEquals(2, answer.agreement(own).same());
    }

    @Test
    void tenThousandAgainstTenThousandArePairedOneToOne() {
        List<Annotation> own = new ArrayList<>();
        List<Annotation> theirs = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            own.add(new Annotation(new AnnotationId(i), new LabelId(7), new Box(i % 100 * 30, i / 100 * 30, 28, 28), new Origin.Manual()));
            theirs.add(new Annotation(new AnnotationId(20_000 + i), new LabelId(7), new Box(i % 100 * 30 + 1, i / 100 * 30, 28, 28),
                    new Origin.Manual()));
        }
        PersonAnswer answer = new PersonAnswer(AnnotationSet.empty(ITEM, new Author.Annotator("lee")).withAnnotations(theirs));
        assertEquals(new Agreement(10_000, 0, 0, 0),
                answer.agreement(AnnotationSet.empty(ITEM, new Author.Annotator("kim")).withAnnotations(own)));
    }

    private static List<Long> ids(List<Annotation> annotations) {
        return annotations.stream().map(each -> each.id().value()).toList();
    }

    private static AnnotationSet set(String name, Annotation... annotations) {
        return AnnotationSet.empty(ITEM, new Author.Annotator(name)).withAnnotations(List.of(annotations));
    }

    private static Annotation span(long id, long label, int start, int end) {
        return new Annotation(new AnnotationId(id), new LabelId(label), TextSpan.of(WORDS, List.of(new TextRange(start, end))),
                new Origin.Manual());
    }

    private static Annotation pieces(long id, TextRange... ranges) {
        return new Annotation(new AnnotationId(id), new LabelId(7), TextSpan.of(WORDS, List.of(ranges)), new Origin.Manual());
    }

    private static Annotation box(long id, double x) {
        return new Annotation(new AnnotationId(id), new LabelId(7), new Box(x, 0, 100, 100), new Origin.Manual());
    }
}
