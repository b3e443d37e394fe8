package labelwright.ui.text;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.journey.Fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PageSplitTest {
    private static final double WIDTH = 800;

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 20, 300, WIDTH})
    void textAndPageShareTheRoomWhateverItWasWhenThePageCame(double first) {
        assertEquals(WIDTH / 2, Fx.get(() -> {
            Shown shown = new Shown();
            shown.layOut(first);
            shown.wanted.set(true);
            shown.layOut(first);
            shown.layOut(WIDTH);
            return shown.page.getWidth();
        }), 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 20, 300, WIDTH})
    void theyShareItWhenThePageIsThereBeforeTheyAreInAWindow(double first) {
        assertEquals(WIDTH / 2, Fx.get(() -> {
            Shown shown = new Shown(true);
            shown.layOut(first);
            shown.layOut(WIDTH);
            return shown.page.getWidth();
        }), 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 20, 100})
    void theyShareItAgainAfterThereWasHardlyAny(double least) {
        assertEquals(WIDTH / 2, Fx.get(() -> {
            Shown shown = new Shown();
            shown.wanted.set(true);
            shown.layOut(WIDTH);
            shown.layOut(least);
            shown.layOut(WIDTH);
            return shown.page.getWidth();
        }), 5);
    }

    @Test
    void whatThePersonChoseIsThereAgainAndNotWhatWasForWantOfRoom() {
        double[] widths = Fx.get(() -> {
            Shown shown = new Shown();
            shown.wanted.set(true);
            shown.layOut(WIDTH);
            shown.split.setDividerPositions(0.75);
            shown.layOut(WIDTH);
            shown.wanted.set(false);
            shown.layOut(WIDTH);
            shown.wanted.set(true);
            shown.layOut(WIDTH);
            double chosen = shown.page.getWidth();
            shown.split.setDividerPositions(1);
            shown.layOut(WIDTH);
            shown.wanted.set(false);
            shown.layOut(WIDTH);
            shown.wanted.set(true);
            shown.layOut(WIDTH);
            return new double[] {chosen, shown.page.getWidth()};
        });
        assertEquals(WIDTH / 4, widths[0], 5);
        assertEquals(WIDTH / 4, widths[1], 5, "a page without any room is not what somebody chose");
    }

    private static final class Shown {
        private final Region page = new Region();
        private final ReadOnlyObjectWrapper<Boolean> wanted = new ReadOnlyObjectWrapper<>(false);
        private final PageSplit split;
        private final BorderPane root;

        Shown() {
            this(false);
        }

        Shown(boolean atOnce) {
            Region text = new Region();
            text.setMinSize(0, 0);
            page.setMinSize(0, 0);
            split = new PageSplit(text, page, wanted);
            wanted.set(atOnce);
            root = new BorderPane(split);
            new Scene(root);
        }

        void layOut(double width) {
            root.resize(width, 400);
            root.applyCss();
            root.layout();
        }
    }
}
