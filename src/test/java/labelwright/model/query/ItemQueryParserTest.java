package labelwright.model.query;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import labelwright.model.ItemId;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQuery.Comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ItemQueryParserTest {

    @Test
    void nothingMeansEverything() {
        assertEquals(ItemQuery.all(), ItemQueryParser.parse("  "));
    }

    @Test
    void termsAreJoinedByAndAndMayBeNegated() {
        assertEquals(
                new ItemQuery.And(
                        List.of(new ItemQuery.HasLabel(Set.of("car", "bus")), new ItemQuery.Not(new ItemQuery.HasLabel(Set.of("dog"))),
                                new ItemQuery.Score(Comparison.LESS, 0.5), new ItemQuery.InState(Set.of(WorkState.DRAFT)),
                                new ItemQuery.InSplit(Set.of(Split.TRAIN)), new ItemQuery.TextContains("invoice"),
                                new ItemQuery.NameContains("abc"))),
                ItemQueryParser.parse("label:car,bus -label:dog score<0.5 state:draft split:train text~\"invoice\" name~\"abc\""));
    }

    @Test
    void aFreeWordIsPartOfTheName() {
        assertEquals(new ItemQuery.NameContains("IMG_1"), ItemQueryParser.parse("IMG_1"));
        assertEquals(new ItemQuery.NameContains("a b:c"), ItemQueryParser.parse("\"a b:c\""));
    }

    @Test
    void quotesKeepSpacesCommasAndQuotesTogether() {
        assertEquals(new ItemQuery.HasLabel(Set.of("red, \"big\" cell", "b\\c")),
                ItemQueryParser.parse("label:\"red, \\\"big\\\" cell\",\"b\\\\c\""));
    }

    @Test
    void everyFieldIsUnderstood() {
        assertEquals(new ItemQuery.HasId(Set.of(new ItemId(12), new ItemId(13))), ItemQueryParser.parse("id:12,13"));
        assertEquals(new ItemQuery.Suggested(), ItemQueryParser.parse("suggested:yes"));
        assertEquals(new ItemQuery.SuggestedBy(Set.of("detection-1", "m")), ItemQueryParser.parse("suggested:detection-1,m"));
        assertEquals(new ItemQuery.SuggestedBy(Set.of("yes")), ItemQueryParser.parse("suggested:\"yes\""));
        String odd = "a \"b\" \\ c, d";
        assertEquals(new ItemQuery.SuggestedBy(Set.of(odd)), ItemQueryParser.parse("suggested:" + ItemQueryParser.quoted(odd)));
        assertEquals(new ItemQuery.Not(new ItemQuery.Suggested()), ItemQueryParser.parse("Suggested:No"));
        assertEquals(new ItemQuery.AnnotationCount(Comparison.EQUAL, 0), ItemQueryParser.parse("missing:annotations"));
        assertEquals(new ItemQuery.Not(new ItemQuery.Suggested()), ItemQueryParser.parse("missing:suggestions"));
        assertEquals(new ItemQuery.InSplit(Set.of(Split.NONE)), ItemQueryParser.parse("missing:split"));
        assertEquals(new ItemQuery.AnnotationCount(Comparison.AT_LEAST, 3), ItemQueryParser.parse("annotations>=3"));
        assertEquals(new ItemQuery.Score(Comparison.AT_MOST, 0.25), ItemQueryParser.parse("score<=0.25"));
        assertEquals(new ItemQuery.InSplit(Set.of(Split.VALIDATION, Split.TEST)), ItemQueryParser.parse("split:val,test"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour:red        | 0  | There is no field "colour"
            ok state:perfect  | 9  | new, draft, submitted, accepted or rejected
            split:middle      | 6  | train, val, test or none
            score~0.5         | 5  | use <, <=, =, >= or >
            score<much        | 6  | is not a number
            score<NaN         | 6  | is not a number
            annotations>1.5   | 12 | is not a number
            annotations>99999999999 | 12 | is not a number
            label:            | 6  | A value is missing
            label:a,          | 8  | A value is missing
            a - b             | 2  | nothing after the "-"
            name~"abc         | 5  | not closed
            missing:teeth     | 8  | annotations, answers, suggestions or split
            id:x              | 3  | not a whole number
            label<car         | 5  | After "label" comes ":"
            name<car          | 4  | After "name" comes "~"
            """)
    void errorsSayWhereAndWhatIsPossible(String text, int position, String sentence) {
        QueryException failure = assertThrows(QueryException.class, () -> ItemQueryParser.parse(text));
        assertEquals(position, failure.position());
        assertTrue(failure.getMessage().contains(sentence), failure.getMessage());
        assertTrue(failure.getMessage().contains("position " + (position + 1)), failure.getMessage());
    }
}
