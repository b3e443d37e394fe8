package labelwright.ui.text;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// The text, and its page beside it while there is one.
final class PageSplit extends SplitPane {
    private static final double SHARE = 0.5;

    private final Node page;
    private final BooleanBinding wanted;
    private double share = SHARE;

    PageSplit(Node text, Node page, PageModel model, TextOptions options) {
        this.page = page;
        setId("text-split");
        setMinSize(0, 0);
        getItems().add(text);
        // with a skin the text is in the window at once, and can have the keys when the screen is shown
        setSkin(createDefaultSkin());
        wanted = Bindings.and(model.hasPage(), options.pageShown());
        wanted.subscribe(this::show);
    }

    private void show(boolean isShown) {
        if (isShown && !getItems().contains(page)) {
            getItems().add(page);
            setDividerPositions(share);
        } else if (!isShown && getItems().contains(page)) {
            share = getDividerPositions()[0];
            getItems().remove(page);
        }
    }
}
