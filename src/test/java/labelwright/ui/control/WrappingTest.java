package labelwright.ui.control;

import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;

import labelwright.journey.Fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WrappingTest {
    private static final String ARABIC = "ذهب الولد إلى المدرسة في الصباح الباكر ".repeat(20);
    private static final String LATIN = "the boy went to school early in the morning ".repeat(20);

    @Test
    void longLinesBreakUnlessTheyRunFromRightToLeft() {
        double[] measured = Fx.get(() -> new double[] {height(LATIN), height(ARABIC), height("short")});
        assertTrue(measured[0] > 2 * measured[2], "long lines break");
        assertEquals(measured[2], measured[1], measured[2], "a line from right to left stays one line");
    }

    @Test
    void theCellOfAReportBreaksThemTooAndMayShowOneAfterTheOther() {
        double[] measured = Fx.get(() -> {
            Text words = new Text();
            Wrapping.of(words, new SimpleDoubleProperty(200));
            Scene scene = new Scene(new VBox(words), 400, 2000);
            double[] heights = new double[3];
            for (int i = 0; i < heights.length; i++) {
                words.setText(i == 1 ? ARABIC : LATIN);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                heights[i] = words.getLayoutBounds().getHeight();
            }
            return heights;
        });
        assertTrue(measured[0] > 3 * measured[1], "a line from right to left stays one line");
        assertEquals(measured[0], measured[2], 0.5, "long lines break again");
    }

    /// Of a label 200 pixels wide after the layout, beside an area with the same words.
    private static double height(String words) {
        Label label = new Label();
        Wrapping.of(label);
        label.setText(words);
        TextArea area = new TextArea();
        Wrapping.of(area);
        area.setText(words);
        VBox box = new VBox(label, area);
        box.setPrefWidth(200);
        box.setMaxWidth(200);
        Scene scene = new Scene(new VBox(box), 400, 2000);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return label.getHeight();
    }
}
