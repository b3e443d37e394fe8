package labelwright.ui.annotate;

import java.util.List;
import java.util.Locale;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.tool.ProposalGesture;
import labelwright.edit.EditName;
import labelwright.edit.Reshaping;
import labelwright.geometry.Simplification;
import labelwright.model.Annotation;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;

/// How much simpler the selected shapes should become: a slider, the number of points before and after, and the shapes as they would be on
/// the picture. Enter takes it, Esc leaves everything as it was.
final class SimplifyBar extends HBox {
    /// In picture pixels.
    static final double COARSEST = 20;

    private static final Texts TEXTS = Texts.of(SimplifyBar.class);
    private static final double USUAL = 1;

    private final ShapeEdits edits;
    private final PictureCanvas canvas;
    private final Slider tolerance = new Slider(0, Math.sqrt(COARSEST), Math.sqrt(USUAL));
    private final Label points = new Label();
    private List<Annotation> before = List.of();

    SimplifyBar(Workplace workplace, ShapeEdits edits, PictureCanvas canvas) {
        this.edits = edits;
        this.canvas = canvas;
        setId("annotate-simplify-bar");
        getStyleClass().addAll("annotate-card", "annotate-simplify");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setVisible(false);
        tolerance.setId("annotate-simplify-tolerance");
        tolerance.valueProperty().subscribe(_ -> propose());
        points.setId("annotate-simplify-points");
        points.setMinWidth(Region.USE_PREF_SIZE);
        Button take = new Button(TEXTS.get("simplify.take"));
        take.setId("annotate-simplify-take");
        take.getStyleClass().add(Styles.ACCENT);
        take.setOnAction(_ -> take());
        Button cancel = new Button(TEXTS.get("simplify.cancel"));
        cancel.setId("annotate-simplify-cancel");
        cancel.setOnAction(_ -> cancel());
        getChildren().addAll(new Label(TEXTS.get("simplify.title")), tolerance, points, take, cancel);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        workplace.selection().subscribe(_ -> close());
        workplace.answer().subscribe(_ -> close());
    }

    /// Begins with what is selected now.
    void open() {
        before = edits.operands();
        setVisible(!before.isEmpty());
        propose();
        tolerance.requestFocus();
    }

    private void propose() {
        if (isVisible()) {
            double pixels = tolerance.getValue() * tolerance.getValue();
            List<Annotation> after = Reshaping.simplified(before, pixels);
            canvas.gestures().propose(new ProposalGesture(EditName.SIMPLIFY, before, after));
            points.setText(TEXTS.format("simplify.points", String.format(Locale.ROOT, "%.1f", pixels), count(before), count(after)));
        }
    }

    private static int count(List<Annotation> annotations) {
        return annotations.stream().mapToInt(annotation -> Simplification.pointCount(annotation.shape())).sum();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        }
    }

    private void take() {
        canvas.gestures().takeProposal();
        close();
        canvas.requestFocus();
    }

    private void cancel() {
        canvas.gestures().cancel();
        close();
        canvas.requestFocus();
    }

    private void close() {
        before = List.of();
        setVisible(false);
    }
}
