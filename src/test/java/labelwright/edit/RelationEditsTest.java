package labelwright.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationTypeId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RelationEditsTest {
    private static final String TEXT = "Ada 😀 met Charles";
    private final AnnotationSet set = AnnotationSet.empty(new ItemId(1), new Author.Annotator("ann"))
            .withAnnotations(List.of(span(1, 0, 3), span(2, 10, 17), span(3, 6, 9)))
            .withRelations(List.of(relation(11, 1, 2), relation(12, 2, 3)));

    private static Annotation span(long id, int start, int end) {
        return new Annotation(new AnnotationId(id), new LabelId(1), TextSpan.of(TEXT, List.of(new TextRange(start, end))),
                new Origin.Manual());
    }

    private static Relation relation(long id, long from, long to) {
        return new Relation(new RelationId(id), new RelationTypeId(1), new AnnotationId(from), new AnnotationId(to), new Origin.Manual());
    }

    @Test
    void aSpanCountsCodePointsAndKeepsItsText() {
        assertEquals("Charles", ((TextSpan) set.annotations().get(1).shape()).covered());
        assertEquals(List.of(new TextRange(0, 5), new TextRange(6, 9)),
                TextSpan.of(TEXT, List.of(new TextRange(6, 9), new TextRange(3, 5), new TextRange(0, 3))).fragments());
        assertThrows(IllegalArgumentException.class, () -> TextSpan.of(TEXT, List.of(new TextRange(10, 18))));
    }

    @Test
    void aRemovedAnnotationTakesItsRelationsAndBringsThemBack() {
        Edit.Applied removed = new Edit.Remove(List.of(new AnnotationId(1))).apply(set);
        assertEquals(List.of(relation(12, 2, 3)), removed.set().relations());
        AnnotationSet back = removed.inverse().apply(removed.set()).set();
        assertEquals(set.annotations(), back.annotations());
        assertEquals(Set.copyOf(set.relations()), Set.copyOf(back.relations()));
    }

    @Test
    void everyChangeOfRelationsIsTakenBack() {
        for (Edit edit : List.of(new Edit.InsertRelations(List.of(relation(13, 3, 1))),
                new Edit.RemoveRelations(List.of(new RelationId(12))),
                new Edit.ReplaceRelations(List.of(relation(12, 2, 3).reversed().withAttributes(Map.of("certain", "1")))))) {
            Edit.Applied applied = edit.apply(set);
            assertEquals(Set.copyOf(set.relations()), Set.copyOf(applied.inverse().apply(applied.set()).set().relations()), edit::toString);
        }
    }

    @Test
    void relationsNeedBothEndsAndComeOnce() {
        assertThrows(IllegalArgumentException.class, () -> new Edit.InsertRelations(List.of(relation(13, 3, 99))).apply(set));
        assertThrows(IllegalArgumentException.class, () -> new Edit.InsertRelations(List.of(relation(11, 1, 3))).apply(set));
        assertThrows(IllegalArgumentException.class, () -> new Edit.RemoveRelations(List.of(new RelationId(99))).apply(set));
        assertThrows(IllegalArgumentException.class, () -> relation(14, 1, 1));
    }
}
