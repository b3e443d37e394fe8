package labelwright.ui.text;

import java.util.Optional;

import javafx.geometry.Point2D;
import javafx.scene.Node;

/// Asks the view of a page what a person would see.
public final class PageProbe {
    private PageProbe() {}

    /// Whether the picture of the page is there, as sharp as the screen.
    public static boolean isSharp(Optional<Node> page) {
        return page.isPresent() && page.get() instanceof PageView view && view.isSharp();
    }

    /// The middle of a letter on the view.
    public static Point2D place(Node page, int codePoint) {
        return ((PageView) page).place(codePoint).orElseThrow();
    }

    public static double zoom(Node page) {
        return ((PageView) page).zoom();
    }
}
