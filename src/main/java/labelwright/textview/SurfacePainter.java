package labelwright.textview;

import java.util.List;
import java.util.Optional;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

import labelwright.geometry.TextRange;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.textview.Mark.Layer;
import labelwright.textview.Mark.Stretch;
import labelwright.textview.gesture.TextPreview;

/// Draws what lies behind the letters of each row: what is found, marked and labelled, the lines and tags of spans in their lanes, and the
/// numbers beside the text.
final class SurfacePainter {
    private static final Colour UNKNOWN = new Colour(0x888888);
    private static final double TINT = 0.15;
    private static final double SELECTED_TINT = 0.34;

    private final SurfaceContent content;
    private final TextMetrics small;
    private final Palette palette;
    private final GraphicsContext graphics;
    private final double left;

    /// @param small the font of tags and numbers
    /// @param left where the column of text begins
    SurfacePainter(SurfaceContent content, TextMetrics small, Palette palette, GraphicsContext graphics, double left) {
        this.content = content;
        this.small = small;
        this.palette = palette;
        this.graphics = graphics;
        this.left = left;
    }

    /// @param marked what the caret has marked
    /// @param hovered the span under the pointer
    /// @param preview what a gesture would do
    record Look(Optional<TextRange> marked, Optional<AnnotationId> hovered, TextPreview preview) {}

    void paint(RowWindow.Placed placed, RowWindow window, Look look) {
        Row row = placed.row();
        double top = row.y() + row.textTop();
        if (placed.number() == 0 && window.blocks().isFirst(placed.block())) {
            number(window.blocks().number(placed.block()), top);
        }
        ranges(row, content.foundRanges(), (range, number) -> fill(row, range, top,
                number == content.currentFound() ? palette.found() : faint(palette.found(), 0.55)));
        RowMarks marks = row.marks();
        if (marks != null) {
            marks.marks().forEach(mark -> tint(row, mark, top, look));
        }
        ranges(row, content.proposedRanges(), (range, _) -> outline(row, range, top));
        look.marked().ifPresent(range -> fill(row, range, top, faint(palette.accent(), 0.3)));
        look.preview().moved()
                .ifPresent(moved -> moved.fragments().forEach(range -> fill(row, range, top, faint(palette.accent(), 0.3))));
        signs(row, top, window, placed);
        if (marks != null) {
            marks.marks().forEach(mark -> line(row, mark, look));
        }
    }

    private interface Numbered {
        void draw(TextRange range, int number);
    }

    /// Those of a sorted list that lie in the row.
    private static void ranges(Row row, List<TextRange> sorted, Numbered drawing) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).end() <= row.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < sorted.size() && sorted.get(i).start() < row.end(); i++) {
            drawing.draw(sorted.get(i), i);
        }
    }

    private void fill(Row row, TextRange range, double top, Color colour) {
        graphics.setFill(colour);
        for (Stretch stretch : row.stretches(range.start(), range.end())) {
            double from = Math.min(stretch.from(), row.width());
            graphics.fillRect(left + from, top, Math.min(stretch.to(), row.width() + 4) - from, row.textHeight());
        }
    }

    private void outline(Row row, TextRange range, double top) {
        fill(row, range, top, faint(palette.accent(), 0.16));
        graphics.setStroke(palette.accent());
        graphics.setLineWidth(1);
        graphics.setLineDashes(3, 2);
        for (Stretch stretch : row.stretches(range.start(), range.end())) {
            graphics.strokeRect(left + Math.rint(stretch.from()) + 0.5, Math.rint(top) + 0.5, Math.rint(stretch.width()) - 1,
                    row.textHeight() - 1);
        }
        graphics.setLineDashes();
    }

    private void tint(Row row, Mark mark, double top, Look look) {
        if (mark.layer() == Layer.SUGGESTION && !isPointed(mark)) {
            return;
        }
        boolean hovered = look.hovered().filter(mark.span().id()::equals).isPresent();
        double strength = isSelected(mark) ? SELECTED_TINT : hovered ? TINT + 0.1 : TINT;
        graphics.setFill(palette.tint(colour(mark), palette.isDark() ? strength * 1.5 : strength));
        for (Stretch stroke : mark.strokes()) {
            double from = Math.min(stroke.from(), row.width());
            graphics.fillRect(left + from, top, Math.min(stroke.to(), row.width() + 4) - from, row.textHeight());
        }
    }

    private void line(Row row, Mark mark, Look look) {
        double laneTop = laneTop(row, mark.lane());
        double y = laneTop + 2;
        boolean strong = isSelected(mark) || isPointed(mark) || look.hovered().filter(mark.span().id()::equals).isPresent();
        Color colour = palette.line(colour(mark));
        graphics.setStroke(colour);
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineWidth(strong ? 3.5 : 2);
        if (mark.layer() == Layer.SUGGESTION) {
            graphics.setLineDashes(5, 3);
        }
        mark.strokes().forEach(stroke -> horizontal(stroke, y));
        graphics.setLineWidth(1.2);
        graphics.setLineDashes(2, 3);
        mark.gaps().forEach(gap -> horizontal(gap, y));
        graphics.setLineDashes();
        graphics.setLineWidth(1.5);
        boolean fromRight = row.isRightToLeft();
        boolean leftEnds = !Double.isNaN(fromRight ? mark.edges().end() : mark.edges().start());
        boolean rightEnds = !Double.isNaN(fromRight ? mark.edges().start() : mark.edges().end());
        tick(leftEnds ? mark.left() : Double.NaN, y, 1);
        tick(rightEnds ? mark.right() : Double.NaN, y, -1);
        tag(mark, laneTop, row.lane());
        if (isSelected(mark) && content.selection().ids().size() == 1) {
            grip(mark.edges().start(), row, colour);
            grip(mark.edges().end(), row, colour);
        }
    }

    private void horizontal(Stretch stretch, double y) {
        graphics.strokeLine(left + stretch.from() + 0.5, y, left + stretch.to() - 0.5, y);
    }

    /// The bracket at an end of a span.
    private void tick(double x, double y, int inwards) {
        if (!Double.isNaN(x)) {
            graphics.strokeLine(left + x + inwards * 0.75, y + 1, left + x + inwards * 0.75, y - 4);
        }
    }

    private void tag(Mark mark, double laneTop, double lane) {
        if (mark.tag().isEmpty()) {
            return;
        }
        boolean full = isSelected(mark) || isPointed(mark);
        double wide = small.width(mark.tag()) + 7;
        Color letters = palette.letters(colour(mark));
        double x = left + mark.tagAt();
        if (full) {
            graphics.setFill(letters);
            graphics.fillRoundRect(x, laneTop + 3.5, wide, lane - 3, 5, 5);
        }
        graphics.setFont(small.font());
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.BASELINE);
        graphics.setFill(full ? palette.paper() : letters);
        graphics.fillText(mark.tag(), x + (full ? 3.5 : 1), laneTop + lane - 2);
    }

    /// An end that can be drawn with the pointer.
    private void grip(double x, Row row, Color colour) {
        if (!Double.isNaN(x)) {
            double top = row.y() + row.textTop();
            graphics.setFill(colour);
            graphics.fillRect(left + x - 1, top, 2, row.textHeight());
            graphics.fillOval(left + x - 3.5, top - 4, 7, 7);
        }
    }

    private void number(int number, double top) {
        graphics.setFont(small.font());
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(palette.muted());
        graphics.fillText(Integer.toString(number), left - 12, top + 3);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    /// Tabs and line breaks inside a row, and the sign that a long line goes on.
    private void signs(Row row, double top, RowWindow window, RowWindow.Placed placed) {
        String shown = content.cut().text().text(row.start(), row.end());
        graphics.setFill(palette.muted());
        graphics.setFont(small.font());
        graphics.setTextBaseline(VPos.CENTER);
        double middle = top + row.textHeight() / 2;
        int at = row.start();
        for (int i = 0; i < shown.length(); i = shown.offsetByCodePoints(i, 1), at++) {
            char each = shown.charAt(i);
            if (each == '\t' || each == '\n') {
                int place = at;
                row.stretches(place, place + 1).forEach(
                        stretch -> graphics.fillText(each == '\t' ? "→" : "↵", left + stretch.from() + 1, middle));
            }
        }
        boolean cut = window.blocks().goesOn(placed.block()) && row.end() == window.blocks().end(placed.block());
        if (cut) {
            double end = row.isRightToLeft() ? row.inset() - 14 : row.textRight() + 3;
            graphics.fillText("⋯", left + Math.min(end, row.width()), middle);
        }
    }

    static double laneTop(Row row, int lane) {
        return row.y() + row.textTop() + row.textHeight() + lane * row.lane();
    }

    private boolean isSelected(Mark mark) {
        return mark.layer() == Layer.ANNOTATION && content.selection().contains(mark.span().id());
    }

    private boolean isPointed(Mark mark) {
        return mark.layer() == Layer.SUGGESTION && content.pointed().contains(mark.span().id());
    }

    private Colour colour(Mark mark) {
        return content.labelOf(mark.span()).map(LabelClass::colour).orElse(UNKNOWN);
    }

    private static Color faint(Color colour, double strength) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getOpacity() * strength);
    }
}
