package labelwright.ui.text;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// The text, and its page beside it while it is wanted.
///
/// A split pane that is laid out before the window has its size pushes the divider to an edge and leaves it there. So the share of the text is
/// kept here: it is set again whenever there is room and the divider says that one side has none, and such a divider is never remembered.
final class PageSplit extends SplitPane {
    private static final double SHARE = 0.5;
    /// What a person leaves to one side, at least; less is for want of room.
    private static final double LEAST = 0.03;
    private static final double LEAST_WIDTH = 100;

    private final Node page;
    /// Held here: a binding is known to what it depends on by a weak reference only.
    private final ObservableValue<Boolean> wanted;
    private double share = SHARE;

    /// @param wanted whether the page is to be seen
    PageSplit(Node text, Node page, ObservableValue<Boolean> wanted) {
        this.page = page;
        this.wanted = wanted;
        setId("text-split");
        setMinSize(0, 0);
        getItems().add(text);
        // with a skin the text is in the window at once, and can have the keys when the screen is shown
        setSkin(createDefaultSkin());
        this.wanted.subscribe(this::show);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getDividers().isEmpty() || getWidth() < LEAST_WIDTH) {
            return;
        }
        if (isChosen()) {
            share = getDividerPositions()[0];
        } else {
            setDividerPositions(share);
            super.layoutChildren();
        }
    }

    private boolean isChosen() {
        double position = getDividerPositions()[0];
        return position >= LEAST && position <= 1 - LEAST;
    }

    private void show(boolean isShown) {
        if (isShown && !getItems().contains(page)) {
            getItems().add(page);
            setDividerPositions(share);
        } else if (!isShown) {
            getItems().remove(page);
        }
    }
}
