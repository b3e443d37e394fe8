package labelwright.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// A layer over the window for one thing at a time, such as the palette. Esc or a click beside it closes it, and the focus goes back to where
/// it was.
final class Overlay extends StackPane {
    private static final double TOP = 72;
    private @Nullable Node focusedBefore;

    Overlay() {
        setId("overlay");
        getStyleClass().add("lw-overlay");
        setVisible(false);
        setManaged(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            // No key may reach the screen below.
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_TYPED, KeyEvent::consume);
    }

    boolean isOpen() {
        return isVisible();
    }

    /// @param focus gets the focus
    void open(Region content, Node focus) {
        if (!isOpen()) {
            focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        content.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(content, Pos.TOP_CENTER);
        setMargin(content, new Insets(TOP, 24, 24, 24));
        getChildren().setAll(content);
        setVisible(true);
        focus.requestFocus();
    }

    void close() {
        if (!isOpen()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        Node before = focusedBefore;
        if (before != null) {
            before.requestFocus();
        }
        focusedBefore = null;
    }
}
