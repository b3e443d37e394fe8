package labelwright.ui.data;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemQueryParser;

import static org.junit.jupiter.api.Assertions.assertEquals;

class QueryLineTest {

    @Test
    void aValueIsAddedAndTakenOut() {
        String once = QueryLine.toggle("", "state", "draft");
        assertEquals("state:draft", once);
        String both = QueryLine.toggle(once, "state", "new");
        assertEquals("state:draft,new", both);
        assertEquals("state:new", QueryLine.toggle(both, "state", "draft"));
        assertEquals("", QueryLine.toggle(once, "state", "draft"));
    }

    @Test
    void everythingElseStaysAsItWasTyped() {
        assertEquals("blood score<0.5 state:draft", QueryLine.toggle("blood score<0.5", "state", "draft"));
        assertEquals("a label:car -label:dog", QueryLine.toggle("a label:car,bus -label:dog", "label", "bus"));
    }

    @Test
    void aNameWithSpacesCommasOrQuotesComesBackFromTheParser() {
        for (String name : List.of("white cell", "a,b", "say \"hi\"", "back\\slash", "plain")) {
            String query = QueryLine.toggle("", "label", name);
            assertEquals(Set.of(name), QueryLine.values(query, "label"));
            assertEquals(new ItemQuery.HasLabel(Set.of(name)), ItemQueryParser.parse(query));
            assertEquals("", QueryLine.toggle(query, "label", name));
        }
    }

    @Test
    void twoTermsOfOneFieldBecomeOne() {
        assertEquals("split:train,val,test", QueryLine.toggle("split:train split:val", "split", "test"));
    }
}
