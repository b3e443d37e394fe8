package labelwright.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import labelwright.model.AttributeType.Amount;
import labelwright.model.AttributeType.Taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TaxonomyTest {
    private static final List<String> PATHS = List.of("Animal/Dog", "Animal/Cat", "Plant");

    @Test
    void onePlaceIsWrittenAsItsPathAndMustBeListed() {
        Taxonomy one = new Taxonomy(PATHS, Amount.ONE);
        assertEquals(AttributeKind.TAXONOMY, one.kind());
        assertTrue(one.accepts("Animal/Dog"));
        assertFalse(one.accepts("Animal"), "what lies above others is chosen only when it is listed");
        assertFalse(one.accepts(""));
        assertFalse(one.isSeveral());
    }

    @Test
    void severalPlacesAreWrittenAsChoices() {
        Taxonomy several = new Taxonomy(PATHS, Amount.SEVERAL);
        assertEquals(AttributeKind.MULTI_TAXONOMY, several.kind());
        assertTrue(several.accepts(Choices.encode(List.of("Plant", "Animal/Cat"))));
        assertFalse(several.accepts(Choices.encode(List.of("Plant", "Stone"))));
        assertEquals(PATHS, several.options());
        assertTrue(several.isSeveral());
    }

    @Test
    void aTreeNeedsPlacesAndNoneTwice() {
        assertThrows(IllegalArgumentException.class, () -> new Taxonomy(List.of(), Amount.ONE));
        assertThrows(IllegalArgumentException.class, () -> new Taxonomy(List.of("a/b", "a/b"), Amount.ONE));
    }
}
