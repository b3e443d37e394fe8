package labelwright.ui.label;

import java.math.BigDecimal;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;
import labelwright.ui.label.Questions.Subject;

/// A field for text or a number. What is typed is kept after a short rest, on Enter, and when the field is left; a number that cannot be
/// is never kept and goes when the field is left.
final class TextAnswer extends VBox {
    private static final Texts TEXTS = Texts.of(TextAnswer.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    /// Nobody types for this long without having something to keep.
    private static final Duration REST = Duration.millis(700);
    private static final int ROWS = 3;

    private final Questions questions;
    private final Subject subject;
    private final AttributeDefinition definition;
    private final TextInputControl field;
    private final Label fault = new Label();
    private final PauseTransition rest = new PauseTransition(REST);
    private String stored = "";
    /// What was typed last and can be kept.
    private String sent = "";
    private boolean showing;

    /// @param id of the field itself
    TextAnswer(Questions questions, Subject subject, AttributeDefinition definition, String id) {
        this.questions = questions;
        this.subject = subject;
        this.definition = definition;
        field = definition.type() instanceof AttributeType.LongText ? area() : new TextField();
        field.setId(id);
        field.setAccessibleText(definition.name());
        fault.getStyleClass().addAll(Styles.FAULT, Styles.SMALL);
        Wrapping.of(fault);
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        getChildren().addAll(field, fault);
        rest.setOnFinished(_ -> questions.flush());
        field.textProperty().addListener((_, _, text) -> typed(text));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                left();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(ROWS);
        Wrapping.of(area);
        return area;
    }

    TextInputControl field() {
        return field;
    }

    void focusControl() {
        field.requestFocus();
        field.selectAll();
    }

    /// @param value null for different ones
    void show(@Nullable String value) {
        stored = value == null ? "" : value;
        field.setPromptText(value == null ? TEXTS.get("answer.several") : "");
        // A number that is not finished yet stays as it is being typed.
        boolean unfinished = field.isFocused() && isWrong() && stored.equals(sent);
        if (!questions.isTyping(subject, definition.name()) && !field.getText().equals(stored) && !unfinished) {
            showing = true;
            field.setText(stored);
            showing = false;
        }
        mark();
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        mark();
        if (!isWrong()) {
            sent = number() ? text.strip() : text;
            questions.type(subject, definition.name(), sent);
            rest.playFromStart();
        }
    }

    private void left() {
        rest.stop();
        questions.end();
        if (!field.getText().equals(stored)) {
            show(stored);
        }
    }

    private void pressed(KeyEvent event) {
        boolean multiLine = field instanceof TextArea;
        if (event.getCode() == KeyCode.TAB && multiLine && !event.isControlDown()) {
            field.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !multiLine) {
            questions.end();
            field.requestFocusTraversal(TraversalDirection.NEXT);
            event.consume();
        }
    }

    private boolean number() {
        return definition.type() instanceof AttributeType.Numeric;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private boolean isWrong() {
        String text = field.getText().strip();
        return number() && !text.isEmpty() && !definition.type().accepts(text);
    }

    private void mark() {
        boolean wrong = isWrong();
        field.pseudoClassStateChanged(WRONG, wrong);
        fault.setVisible(wrong);
        if (wrong && definition.type() instanceof AttributeType.Numeric(double lowest, double highest)) {
            fault.setText(Double.isFinite(lowest) && Double.isFinite(highest)
                    ? TEXTS.format("answer.number.between", plain(lowest), plain(highest))
                    : Double.isFinite(lowest)
                            ? TEXTS.format("answer.number.least", plain(lowest))
                            : Double.isFinite(highest) ? TEXTS.format("answer.number.most", plain(highest)) : TEXTS.get("answer.number"));
        }
    }
}
