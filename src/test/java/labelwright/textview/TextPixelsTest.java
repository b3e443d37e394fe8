package labelwright.textview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import labelwright.geometry.TextRange;
import labelwright.journey.Fx;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.text.Search;
import labelwright.textview.gesture.TextPointer.Under;

import static labelwright.textview.ShownText.DATE;
import static labelwright.textview.ShownText.ORGANISATION;
import static labelwright.textview.ShownText.PERSON;
import static labelwright.textview.ShownText.PLACE;
import static labelwright.textview.ShownText.WORKS_FOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Where the surface draws what, in single pixels: lanes, arcs, brackets of text that reads from the right, and dark paper.
class TextPixelsTest {
    private static final String DARK = "-text-ink: #e6edf3; -text-paper: #0d1117; -text-accent: #4493f8; -text-found: #9e6a03;";
    private Stage stage;
    private TextSurface surface;
    private WritableImage drawn;
    private Palette palette;
    private ShownText text;

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @Test
    void whatIsInsideLiesInALaneAboveWhatIsAround() {
        text = new ShownText("the Bank of England paid");
        text.span(ORGANISATION, "Bank of England");
        text.span(PLACE, "England");
        draw("");
        int x = (int) place("gland").getX();
        int place = below(x, PLACE.colour());
        int organisation = below(x, ORGANISATION.colour());

        assertTrue(place > 0, "no line of the place");
        assertTrue(organisation > place, "the line of what is around lies at " + organisation + ", what is inside at " + place);
        assertEquals(-1, below((int) place("the").getX(), ORGANISATION.colour()), "a line under what is not labelled");
    }

    @Test
    void bothPiecesOfASpanHaveALineAndWhatLiesBetweenHasNot() {
        text = new ShownText("brother, and his sister Georgiana");
        text.span(PERSON, "brother", "Georgiana");
        draw("");

        assertTrue(below((int) place("other").getX(), PERSON.colour()) > 0);
        assertTrue(below((int) place("rgiana").getX(), PERSON.colour()) > 0);
        assertTrue(line((int) place("and").getX() - 8, 60, PERSON.colour()) < 40, "the gap is drawn through");
    }

    @Test
    void anArcOfAPersonIsWholeAndThatOfAModelIsBroken() {
        text = new ShownText("Ada Lovelace worked for a very long time at Oxford");
        text.relate(WORKS_FOR, text.span(PERSON, "Ada Lovelace"), text.span(PLACE, "Oxford"));
        draw("");
        int whole = above(WORKS_FOR.colour());
        assertTrue(pointed(WORKS_FOR.colour()).relation() != null, "nobody can point at the arc");
        Fx.run(stage::close);

        text = new ShownText("Ada Lovelace worked for a very long time at Oxford");
        AnnotationId ada = text.suggest(PERSON, 0.9, "Ada Lovelace");
        text.suggestRelation(WORKS_FOR, ada, text.suggest(PLACE, 0.9, "Oxford"));
        draw("");
        int broken = above(WORKS_FOR.colour());

        assertTrue(whole > 150, "an arc of " + whole + " pixels");
        assertTrue(broken > whole / 3 && broken < whole * 9 / 10, "of " + whole + " pixels a suggested arc has " + broken);
        assertEquals(Under.NOTHING, pointed(WORKS_FOR.colour()));
    }

    @Test
    void theBracketsOfWhatReadsFromTheRightStandOutside() {
        String words = "\u0639\u0627\u0645 1911";
        text = new ShownText("\u0648\u0644\u062F \u0641\u064A " + words + " \u0648\u0639\u0645\u0644");
        text.span(DATE, words);
        draw("");
        List<Integer> brackets = brackets(DATE.colour());

        assertTrue(place(words).getX() > surface.getWidth() / 2, "the paragraph begins at the left");
        assertEquals(2, brackets.size(), "brackets at " + brackets);
        assertTrue(brackets.getLast() - brackets.getFirst() > 40, "brackets at " + brackets);
    }

    @Test
    void onDarkPaperLinesAreLight() {
        text = new ShownText("the Bank of England paid");
        text.span(PLACE, "England");
        draw(DARK);

        assertEquals(Color.web("#0d1117"), drawn.getPixelReader().getColor(4, 200));
        assertTrue(below((int) place("gland").getX(), PLACE.colour()) > 0, "no line in the colour for dark paper");
        assertTrue(palette.line(PLACE.colour()).getBrightness() > 0.5);
    }

    private void draw(String style) {
        Fx.run(() -> {
            surface = new TextSurface(text.ids()::next);
            surface.setStyle(style);
            stage = new Stage();
            stage.setScene(new Scene(surface, 820, 240));
            stage.show();
            text.show(surface);
        });
        Fx.pulse();
        drawn = Fx.get(() -> surface.snapshot(null, null));
        palette = Fx.get(() -> surface.style().palette());
    }

    /// The middle of the first letter of the words.
    private Point2D place(String words) {
        TextRange range = Search.all(text.cut().text(), words, Set.of()).getFirst();
        return Fx.get(() -> surface.place(range.start()).orElseThrow());
    }

    /// Where a line of the colour lies below the letters; -1 when there is none.
    private int below(int x, Colour colour) {
        int top = (int) place(text.cut().text().text()).getY() + 8;
        for (int y = top; y < drawn.getHeight(); y++) {
            if (isLine(x, y, colour)) {
                return y;
            }
        }
        return -1;
    }

    /// How many pixels of the row of pixels in which the colour is used most have it, from a place on.
    private int line(int from, int width, Colour colour) {
        int most = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            int found = 0;
            for (int x = from; x < from + width; x++) {
                found += isLine(x, y, colour) ? 1 : 0;
            }
            most = Math.max(most, found);
        }
        return most;
    }

    /// How many pixels above the letters have the colour.
    private int above(Colour colour) {
        int found = 0;
        for (int y = 0; y < place(text.cut().text().text()).getY() - 8; y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                found += isNear(drawn.getPixelReader().getColor(x, y), palette.line(colour)) ? 1 : 0;
            }
        }
        return found;
    }

    private Under pointed(Colour colour) {
        for (int y = 0; y < drawn.getHeight(); y++) {
            int x = (int) place("time").getX();
            if (isLine(x, y, colour)) {
                int at = y;
                return Fx.get(() -> surface.pointerAt(x, at, Set.of(), 1).under());
            }
        }
        return Under.NOTHING;
    }

    /// Columns of pixels in which the colour stands above the line of a span: the left of each bracket.
    private List<Integer> brackets(Colour colour) {
        int y = (int) place(text.cut().text().text()).getY();
        while (y < drawn.getHeight() - 1 && columns(y, colour).isEmpty()) {
            y++;
        }
        return columns(y, colour);
    }

    private List<Integer> columns(int y, Colour colour) {
        List<Integer> found = new ArrayList<>();
        for (int x = 1; x < drawn.getWidth(); x++) {
            if (isLine(x, y, colour) && !isLine(x - 1, y, colour)) {
                found.add(x);
            }
        }
        return found;
    }

    private boolean isLine(int x, int y, Colour colour) {
        return isNear(drawn.getPixelReader().getColor(x, y), palette.line(colour));
    }

    private static boolean isNear(Color one, Color other) {
        double far = Math.abs(one.getRed() - other.getRed()) + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
        return far < 0.35;
    }
}
