package labelwright.ui.text;

import java.util.List;
import java.util.Optional;

import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;
import labelwright.text.PageLetters;
import labelwright.workbench.PageWindow;

/// A page with what is marked on it. Wheel: scroll; with Ctrl: zoom. The middle and the right button move the page; what the left one does is
/// told in letters of the text. FX thread.
///
/// Keeps two pictures: the whole page, as large as fits a screen, and the part that is looked at when it is larger than that. Both are drawn
/// elsewhere; until they come, the page is seen less sharp.
final class PageView extends Region {
    private static final Duration REST = Duration.millis(120);
    private static final double MOST_WHOLE = 4e6;
    private static final double MOST_PART = 8e6;
    private static final double NEAR = 0.01;

    private final PageModel.Pictures wholes;
    private final PageModel.Pictures parts;
    private final PageViewport viewport = new PageViewport();
    private final PagePainter painter = new PagePainter();
    private final Canvas canvas = new Canvas();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final PauseTransition rest = new PauseTransition(REST);
    private PageLetters letters = PageLetters.none(1, 1);
    private boolean isShown;
    private boolean isPlacing;
    private @Nullable PagePicture whole;
    private @Nullable PagePicture part;
    private List<PageMark> marks = List.of();
    private Optional<Bounds> caret = Optional.empty();
    private Pointing pointing = (_, _, _, _) -> {};
    private Runnable zoomed = () -> {};
    private double dragX;
    private double dragY;
    private boolean isMarking;

    /// What the left button does.
    enum Press {
        DOWN, MOVED, UP
    }

    /// Hears of the left button.
    interface Pointing {
        /// @param caret the place between two code points that is nearest
        /// @param letter under the pointer; -1 when there is none
        void at(Press press, int caret, int letter, MouseEvent event);
    }

    PageView(PageModel model) {
        wholes = model.pictures();
        parts = model.pictures();
        getStyleClass().add("text-page-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        down.setOrientation(Orientation.VERTICAL);
        across.setOrientation(Orientation.HORIZONTAL);
        getChildren().addAll(canvas, down, across);
        down.valueProperty().subscribe(_ -> scrolledByBar());
        across.valueProperty().subscribe(_ -> scrolledByBar());
        rest.setOnFinished(_ -> sharpen());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> setCursor(at(event).isPresent() ? Cursor.TEXT : Cursor.DEFAULT));
    }

    /// Another page, from its top.
    void show(PageLetters page) {
        letters = page;
        isShown = true;
        whole = null;
        part = null;
        viewport.page(page.width(), page.height());
        moved();
        requestLayout();
    }

    /// Nothing; the pictures are given back.
    void clear() {
        isShown = false;
        wholes.cancel();
        parts.cancel();
        rest.stop();
        whole = null;
        part = null;
        marks = List.of();
        caret = Optional.empty();
        letters = PageLetters.none(1, 1);
        requestLayout();
    }

    void mark(List<PageMark> next, Optional<Bounds> where) {
        marks = next;
        caret = where;
        requestLayout();
    }

    void reveal(Bounds area) {
        if (viewport.reveal(area)) {
            moved();
        }
    }

    void onPointing(Pointing listener) {
        pointing = listener;
    }

    /// The zoom changed.
    void onZoom(Runnable listener) {
        zoomed = listener;
    }

    double zoom() {
        return viewport.zoom();
    }

    boolean isFitting() {
        return viewport.isFitting();
    }

    void fit() {
        viewport.fit();
        moved();
    }

    void zoomBy(double factor) {
        viewport.zoomBy(factor, getWidth() / 2, getHeight() / 2);
        moved();
    }

    /// The middle of a letter on the view; for tests.
    Optional<javafx.geometry.Point2D> place(int codePoint) {
        return letters.box(codePoint).map(box -> new javafx.geometry.Point2D(viewport.toViewX(box.x() + box.width() / 2),
                viewport.toViewY(box.y() + box.height() / 2)));
    }

    /// Whether all that is seen is as sharp as the screen; for tests.
    boolean isSharp() {
        PagePicture now = part == null ? whole : part;
        return now != null && isNear(now.window().scale(), viewport.zoom() * outputScale());
    }

    private void moved() {
        rest.playFromStart();
        zoomed.run();
        requestLayout();
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    }

    /// Has drawn what is not there yet.
    private void sharpen() {
        if (!isShown || getWidth() < 2 || getHeight() < 2) {
            return;
        }
        double wanted = viewport.zoom() * outputScale();
        double most = Math.sqrt(MOST_WHOLE / viewport.pageWidth() / viewport.pageHeight());
        if (whole == null) {
            double scale = Math.min(wanted, most);
            wholes.draw(new PageWindow(scale, 0, 0, pixels(viewport.pageWidth() * scale), pixels(viewport.pageHeight() * scale)),
                    picture -> {
                        whole = picture;
                        rest.playFromStart();
                        requestLayout();
                    });
            return;
        }
        boolean isEnough = isNear(whole.window().scale(), wanted);
        parts.cancel();
        if (isEnough) {
            part = null;
            requestLayout();
            return;
        }
        PageWindow window = seen(wanted);
        if (part == null || !part.window().equals(window)) {
            parts.draw(window, picture -> {
                part = picture;
                requestLayout();
            });
        }
    }

    private static boolean isNear(double scale, double wanted) {
        return Math.abs(scale / wanted - 1) < NEAR;
    }

    private PageWindow seen(double scale) {
        double right = Math.min(viewport.pageWidth(), viewport.toPageX(getWidth()));
        double bottom = Math.min(viewport.pageHeight(), viewport.toPageY(getHeight()));
        double left = Math.max(0, viewport.toPageX(0));
        double top = Math.max(0, viewport.toPageY(0));
        double area = Math.max(1e-6, (right - left) * (bottom - top));
        double possible = Math.min(scale, Math.sqrt(MOST_PART / area));
        return new PageWindow(possible, (int) Math.floor(left * possible), (int) Math.floor(top * possible),
                pixels((right - left) * possible) + 1, pixels((bottom - top) * possible) + 1);
    }

    private static int pixels(double size) {
        return (int) Math.max(1, Math.ceil(size));
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            if (event.getDeltaY() != 0) {
                viewport.zoomBy(event.getDeltaY() > 0 ? PageViewport.STEP : 1 / PageViewport.STEP, event.getX(), event.getY());
            }
        } else {
            viewport.scrollBy(-event.getDeltaX(), -event.getDeltaY());
        }
        moved();
        event.consume();
    }

    private void pressed(MouseEvent event) {
        dragX = event.getX();
        dragY = event.getY();
        isMarking = event.getButton() == MouseButton.PRIMARY && letters.length() > 0;
        if (isMarking) {
            tell(Press.DOWN, event);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (isMarking) {
            viewport.scrollBy(over(event.getX(), getWidth()), over(event.getY(), getHeight()));
            tell(Press.MOVED, event);
        } else {
            viewport.scrollBy(dragX - event.getX(), dragY - event.getY());
            dragX = event.getX();
            dragY = event.getY();
        }
        moved();
        event.consume();
    }

    private static double over(double at, double size) {
        return at < 0 ? at : Math.max(0, at - size);
    }

    private void released(MouseEvent event) {
        if (isMarking) {
            isMarking = false;
            tell(Press.UP, event);
        }
        event.consume();
    }

    private void tell(Press press, MouseEvent event) {
        letters.caretAt(viewport.toPageX(event.getX()), viewport.toPageY(event.getY()))
                .ifPresent(place -> pointing.at(press, place, at(event).orElse(-1), event));
    }

    private Optional<Integer> at(MouseEvent event) {
        return letters.letterAt(viewport.toPageX(event.getX()), viewport.toPageY(event.getY()));
    }

    private void scrolledByBar() {
        if (!isPlacing) {
            viewport.scrollTo(across.getValue(), down.getValue());
            moved();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (viewport.width() != Math.max(1, width) || viewport.height() != Math.max(1, height)) {
            viewport.size(width, height);
            canvas.setWidth(width);
            canvas.setHeight(height);
            rest.playFromStart();
            zoomed.run();
        }
        isPlacing = true;
        place(down, viewport.maxTop(), viewport.top(), height);
        place(across, viewport.maxLeft(), viewport.left(), width);
        isPlacing = false;
        double thick = down.prefWidth(-1);
        down.resizeRelocate(width - thick, 0, thick, height);
        across.resizeRelocate(0, height - across.prefHeight(-1), width - thick, across.prefHeight(-1));
        painter.paint(canvas.getGraphicsContext2D(), viewport, isShown, java.util.Arrays.asList(whole, part));
        painter.paint(canvas.getGraphicsContext2D(), viewport, marks, caret);
    }

    private void place(ScrollBar bar, double most, double value, double seen) {
        bar.setVisible(isShown && most > 0);
        bar.setMax(most);
        bar.setVisibleAmount(most <= 0 ? 1 : most * seen / (seen + most));
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(seen * 0.9);
        bar.setValue(value);
    }
}
