package labelwright.textview;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.AnnotationId;
import labelwright.text.Granularity;
import labelwright.textview.Mark.Layer;
import labelwright.textview.flow.Blocks;
import labelwright.textview.gesture.Caret;
import labelwright.textview.gesture.Grip;
import labelwright.textview.gesture.TextPointer;
import labelwright.textview.gesture.TextPointer.Under;
import labelwright.textview.gesture.TextPreview;

/// The nodes of the surface: the canvas behind, the rows of letters, the caret and the scroll bar; and what lies under a place of it.
final class SurfaceScene {
    /// Right of the text, for arcs from row to row.
    private static final double MARGIN = 34;
    /// The longest comfortable row, in letters of the font's own height.
    private static final double WIDEST = 62;
    private static final double BAR = 14;
    private static final double GRIP_REACH = 5;

    private final SurfaceContent content;
    private final Canvas canvas = new Canvas();
    private final Pane letters = new Pane();
    private final Rectangle caretLine = new Rectangle(2, 10);
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final RowWindow window;
    private Palette palette;
    private TextMetrics metrics;
    private TextMetrics small;
    private Caret caret = Caret.START;
    private TextPreview preview = TextPreview.NONE;
    private Optional<AnnotationId> hovered = Optional.empty();
    private double left = 40;
    private boolean movingBar;

    SurfaceScene(SurfaceContent content, Palette palette, double size) {
        this.content = content;
        this.palette = palette;
        metrics = new TextMetrics(Font.font(size));
        small = new TextMetrics(Font.font(TextMetrics.tagSize(size)));
        window = new RowWindow(content, metrics, new RowMarker(content, small));
        canvas.setManaged(false);
        letters.setManaged(false);
        letters.setMouseTransparent(true);
        letters.setClip(clip);
        caretLine.setManaged(false);
        caretLine.setMouseTransparent(true);
        caretLine.getStyleClass().add("text-caret");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
    }

    List<Node> nodes() {
        return List.of(canvas, letters, caretLine, bar);
    }

    ScrollBar scrollBar() {
        return bar;
    }

    void show(Blocks blocks) {
        window.show(blocks);
        caret = Caret.START;
        preview = TextPreview.NONE;
        hovered = Optional.empty();
    }

    void changed(List<TextRange> places) {
        window.changed(places);
    }

    void palette(Palette next) {
        palette = next;
    }

    void letters(double size) {
        metrics = new TextMetrics(Font.font(size));
        small = new TextMetrics(Font.font(TextMetrics.tagSize(size)));
        window.fonts(metrics, new RowMarker(content, small));
    }

    void gesture(Caret next, TextPreview shown) {
        caret = next;
        preview = shown;
    }

    void hover(Optional<AnnotationId> span) {
        hovered = span;
    }

    Optional<AnnotationId> hovered() {
        return hovered;
    }

    RowWindow window() {
        return window;
    }

    void scrollBy(double pixels) {
        window.scrollBy(pixels);
    }

    int topPlace() {
        return window.topPlace();
    }

    void goTo(int place) {
        window.goTo(place);
    }

    void reveal(int place, double height) {
        window.reveal(place, height);
    }

    /// @return whether a person moved the bar
    boolean scrolledTo(double value) {
        if (!movingBar) {
            window.scrollTo(value);
        }
        return !movingBar;
    }

    /// The middle of a character on the surface.
    Optional<Point2D> place(int codePoint) {
        return window.placedAt(codePoint).map(RowWindow.Placed::row)
                .flatMap(row -> row.stretches(codePoint, codePoint + 1).stream().findFirst()
                        .map(stretch -> new Point2D(left + stretch.middle(), row.y() + row.textTop() + row.textHeight() / 2)));
    }

    void layout(double width, double height, boolean focused) {
        int digits = Integer.toString(window.blocks().number(window.blocks().size() - 1)).length();
        left = 24 + digits * small.width("0");
        double column = Math.max(60, Math.min(width - left - MARGIN - BAR, metrics.height() * WIDEST));
        window.width(column);
        window.layout(height);
        clip.setWidth(width - BAR);
        clip.setHeight(height);
        letters.resizeRelocate(0, 0, width, height);
        List<RowWindow.Placed> rows = window.visible();
        List<Node> nodes = rows.stream().flatMap(placed -> placed.row().runs().stream()).<Node>map(Run::node).toList();
        if (!letters.getChildren().equals(nodes)) {
            letters.getChildren().setAll(nodes);
        }
        rows.forEach(placed -> {
            placed.row().place(left);
            placed.row().runs().forEach(run -> run.node().setFill(palette.ink()));
        });
        paint(width, height);
        caret(focused);
        bar(width, height);
    }

    private void paint(double width, double height) {
        canvas.setWidth(Math.max(1, width - BAR));
        canvas.setHeight(Math.max(1, height));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setFill(palette.paper());
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        SurfacePainter painter = new SurfacePainter(content, small, palette, graphics, left);
        SurfacePainter.Look look = new SurfacePainter.Look(caret.range(), hovered, preview);
        window.visible().forEach(placed -> painter.paint(placed, window, look));
        ArcPainter arcs = new ArcPainter(content, small, palette, left, height);
        arcs.paint(graphics, window.visible());
        preview.link().ifPresent(link -> arcs.paintLink(graphics, window, link));
    }

    private void caret(boolean focused) {
        Optional<Row> row = window.placedAt(caret.at()).map(RowWindow.Placed::row);
        caretLine.setVisible(focused && row.isPresent());
        caretLine.setFill(palette.accent());
        row.ifPresent(here -> {
            caretLine.setHeight(here.textHeight());
            caretLine.relocate(Math.rint(left + here.caretX(caret.at())) - 1, here.y() + here.textTop());
        });
    }

    private void bar(double width, double height) {
        movingBar = true;
        double total = window.total();
        bar.setVisible(total > height);
        bar.setMax(Math.max(0, total - height));
        bar.setVisibleAmount(Math.max(0, total - height) * Math.min(1, height / Math.max(1, total)));
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(height * 0.9);
        bar.setValue(Math.min(window.position(), bar.getMax()));
        bar.resizeRelocate(width - BAR, 0, BAR, height);
        movingBar = false;
    }

    /// What lies at a place of the surface.
    TextPointer pointer(double x, double y, Set<TextPointer.Modifier> modifiers, int clicks) {
        Optional<Row> found = window.placedAtY(y).map(RowWindow.Placed::row);
        if (found.isEmpty()) {
            return new TextPointer(0, -1, Under.NOTHING, modifiers, clicks);
        }
        Row row = found.get();
        double inside = x - left;
        double below = y - row.y() - row.textTop();
        boolean onLetters = below >= 0 && below < row.textHeight();
        int character = onLetters ? row.characterAt(inside) : -1;
        boolean underText = y > row.y() + row.height() + 8;
        int place = underText ? row.end() : row.caretAt(inside);
        return new TextPointer(place, character, under(row, x, y), modifiers, clicks);
    }

    private Under under(Row row, double x, double y) {
        Grip grip = grip(row, x - left, y);
        if (grip != null) {
            return new Under(null, null, grip, null);
        }
        Optional<Mark> mark = mark(row, x - left, y);
        if (mark.isPresent()) {
            AnnotationId id = mark.get().span().id();
            return mark.get().layer() == Layer.ANNOTATION ? new Under(id, null, null, null) : new Under(null, id, null, null);
        }
        return ArcPainter.at(window.visible(), left, x, y).map(relation -> new Under(null, null, null, relation)).orElse(Under.NOTHING);
    }

    private static Optional<Mark> mark(Row row, double x, double y) {
        RowMarks marks = row.marks();
        double lane = (y - SurfacePainter.laneTop(row, 0)) / row.lane();
        if (marks == null || lane < 0) {
            return Optional.empty();
        }
        return marks.marks().stream().filter(mark -> mark.lane() == (int) lane).filter(mark -> {
            boolean onTag = !mark.tag().isEmpty() && x >= mark.tagAt() && x <= mark.tagAt() + mark.tag().length() * 7;
            return onTag || (x >= mark.left() - 1 && x <= mark.right() + 1);
        }).findFirst();
    }

    private @Nullable Grip grip(Row row, double x, double y) {
        RowMarks marks = row.marks();
        double top = row.y() + row.textTop() - GRIP_REACH;
        if (marks == null || content.selection().ids().size() != 1 || y < top || y > top + row.textHeight() + 2 * GRIP_REACH) {
            return null;
        }
        for (Mark mark : marks.marks()) {
            if (mark.layer() == Layer.ANNOTATION && content.selection().contains(mark.span().id())) {
                int last = ((TextSpan) mark.span().shape()).fragments().size() - 1;
                if (Math.abs(x - mark.edges().start()) <= GRIP_REACH) {
                    return new Grip(mark.span().id(), 0, Grip.Side.START);
                }
                if (Math.abs(x - mark.edges().end()) <= GRIP_REACH) {
                    return new Grip(mark.span().id(), last, Grip.Side.END);
                }
            }
        }
        return null;
    }

    /// The place above or below another one, at the same height of the column.
    ///
    /// @param x along the row, as [Row#caretX] gave it
    Optional<Integer> beside(int place, int rows, double x) {
        Optional<Row> row = Optional.of(window.rowAt(place));
        for (int i = 0; i < Math.abs(rows) && row.isPresent(); i++) {
            Optional<Row> next = window.neighbour(row.get().start(), Integer.signum(rows));
            if (next.isEmpty()) {
                break;
            }
            row = next;
        }
        return row.map(found -> Math.min(found.caretAt(x), lastIn(found)));
    }

    /// The last place of the caret in a row: before the space that a broken row ends with.
    int lastIn(Row row) {
        int block = window.blocks().at(row.start());
        boolean broken = row.end() < window.blocks().end(block) || window.blocks().goesOn(block);
        return broken && row.end() > row.start() ? content.cut().previous(row.end(), Granularity.CHARACTER) : row.end();
    }
}
