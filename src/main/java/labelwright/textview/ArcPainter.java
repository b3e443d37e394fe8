package labelwright.textview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationType;
import labelwright.textview.flow.SpanIndex;
import labelwright.textview.gesture.TextPreview;

/// Draws relations: an arc above the row from span to span with its name and an arrow head. Between two rows the arc goes along the right
/// margin, and out of the screen when the other end is not on it.
final class ArcPainter {
    private static final Colour UNKNOWN = new Colour(0x888888);
    private static final double CORNER = 5;
    private static final double ARROW = 5;
    private static final int TRACKS = 4;
    private static final double REACH = 4;

    private final SurfaceContent content;
    private final TextMetrics small;
    private final Palette palette;
    private final double left;
    private final double height;

    ArcPainter(SurfaceContent content, TextMetrics small, Palette palette, double left, double height) {
        this.content = content;
        this.small = small;
        this.palette = palette;
        this.left = left;
        this.height = height;
    }

    private record Standing(Row row, ArcPiece piece) {}

    void paint(GraphicsContext graphics, List<RowWindow.Placed> rows) {
        Map<RelationId, Standing> others = new HashMap<>();
        rows.forEach(placed -> pieces(placed.row()).forEach(piece -> {
            if (piece.end() == ArcPiece.End.TO) {
                others.put(piece.relation().id(), new Standing(placed.row(), piece));
            }
        }));
        graphics.setLineCap(StrokeLineCap.BUTT);
        for (RowWindow.Placed placed : rows) {
            for (ArcPiece piece : pieces(placed.row())) {
                switch (piece.end()) {
                    case BOTH -> whole(graphics, placed.row(), piece);
                    case FROM -> {
                        Standing other = others.remove(piece.relation().id());
                        across(graphics, new Standing(placed.row(), piece), Optional.ofNullable(other));
                    }
                    case TO -> {
                        // drawn with the other end when that is on the screen
                    }
                }
            }
        }
        others.values().forEach(standing -> across(graphics, standing, Optional.empty()));
    }

    /// A relation that is being drawn: both ends framed, and a line between them when both are on the screen.
    void paintLink(GraphicsContext graphics, RowWindow window, TextPreview.Link link) {
        graphics.setStroke(palette.accent());
        graphics.setLineWidth(1.5);
        Optional<Point2D> from = frame(graphics, window, link.from());
        Optional<Point2D> to = link.to().flatMap(id -> frame(graphics, window, id));
        if (from.isPresent() && to.isPresent()) {
            graphics.setLineDashes(4, 3);
            double top = Math.min(from.get().getY(), to.get().getY()) - 14;
            graphics.beginPath();
            graphics.moveTo(from.get().getX(), from.get().getY());
            graphics.bezierCurveTo(from.get().getX(), top, to.get().getX(), top, to.get().getX(), to.get().getY());
            graphics.stroke();
            graphics.setLineDashes();
        }
    }

    private Optional<Point2D> frame(GraphicsContext graphics, RowWindow window, AnnotationId id) {
        Optional<Annotation> span = content.spans().find(id);
        Optional<Point2D> middle = Optional.empty();
        for (RowWindow.Placed placed : window.visible()) {
            Row row = placed.row();
            double top = row.y() + row.textTop();
            List<TextRange> fragments = span.map(found -> ((TextSpan) found.shape()).fragments()).orElse(List.of());
            for (TextRange range : fragments) {
                for (Mark.Stretch place : row.stretches(range.start(), range.end())) {
                    graphics.strokeRoundRect(left + place.from() - 2, top - 1, place.width() + 4, row.textHeight() + 2, 5, 5);
                    middle = middle.isPresent() ? middle : Optional.of(new Point2D(left + place.middle(), top - 1));
                }
            }
        }
        return middle;
    }

    /// The relation whose line is at a place of the surface.
    static Optional<RelationId> at(List<RowWindow.Placed> rows, double left, double x, double y) {
        for (RowWindow.Placed placed : rows) {
            for (ArcPiece piece : pieces(placed.row())) {
                if (piece.layer() == Mark.Layer.SUGGESTION) {
                    continue; // comes with the spans that it joins, and is not chosen alone
                }
                boolean along = x >= left + Math.min(piece.at(), piece.to()) && x <= left + Math.max(piece.at(), piece.to());
                if (along && Math.abs(y - level(placed.row(), piece)) <= REACH) {
                    return Optional.of(piece.relation().id());
                }
            }
        }
        return Optional.empty();
    }

    private static List<ArcPiece> pieces(Row row) {
        RowMarks marks = row.marks();
        return marks == null ? List.of() : marks.arcs();
    }

    private static double foot(Row row) {
        return row.y() + row.textTop() - 1;
    }

    private static double level(Row row, ArcPiece piece) {
        return foot(row) - 9 - piece.level() * row.arc();
    }

    private void whole(GraphicsContext graphics, Row row, ArcPiece piece) {
        double y = level(row, piece);
        double foot = foot(row);
        double from = left + piece.at();
        double to = left + piece.to();
        pen(graphics, piece);
        graphics.beginPath();
        graphics.moveTo(from, foot);
        graphics.arcTo(from, y, to, y, corner(from, to, foot - y));
        graphics.arcTo(to, y, to, foot, corner(from, to, foot - y));
        graphics.lineTo(to, foot);
        graphics.stroke();
        graphics.setLineDashes();
        arrow(graphics, piece.relation(), to, foot);
        name(graphics, piece.relation(), (from + to) / 2, y);
    }

    /// From one row to another, or to where it is.
    private void across(GraphicsContext graphics, Standing here, Optional<Standing> there) {
        Relation relation = here.piece().relation();
        double track = left + here.piece().to() + 4 + relation.id().value() % TRACKS * 4;
        double y = level(here.row(), here.piece());
        double far = there.map(other -> level(other.row(), other.piece())).orElseGet(() -> isAbove(here) ? -20 : height + 20);
        pen(graphics, here.piece());
        graphics.beginPath();
        graphics.moveTo(left + here.piece().at(), foot(here.row()));
        graphics.arcTo(left + here.piece().at(), y, track, y, CORNER);
        graphics.arcTo(track, y, track, far, CORNER);
        if (there.isPresent()) {
            double end = left + there.get().piece().at();
            graphics.arcTo(track, far, end, far, CORNER);
            graphics.arcTo(end, far, end, foot(there.get().row()), CORNER);
            graphics.lineTo(end, foot(there.get().row()));
        } else {
            graphics.lineTo(track, far);
        }
        graphics.stroke();
        graphics.setLineDashes();
        if (here.piece().end() == ArcPiece.End.TO) {
            arrow(graphics, relation, left + here.piece().at(), foot(here.row()));
        }
        there.ifPresent(other -> arrow(graphics, relation, left + other.piece().at(), foot(other.row())));
        name(graphics, relation, (left + here.piece().at() + track) / 2, y);
        there.ifPresent(other -> name(graphics, relation, (left + other.piece().at() + track) / 2, far));
    }

    private boolean isAbove(Standing here) {
        Relation relation = here.piece().relation();
        SpanIndex spans = here.piece().layer() == Mark.Layer.SUGGESTION ? content.suggestions() : content.spans();
        return spans.find(here.piece().end() == ArcPiece.End.FROM ? relation.to() : relation.from())
                .map(span -> SpanIndex.extent(span).start() < here.row().start()).orElse(false);
    }

    private void pen(GraphicsContext graphics, ArcPiece piece) {
        Relation relation = piece.relation();
        boolean suggested = piece.layer() == Mark.Layer.SUGGESTION;
        boolean strong = content.selectedRelation().filter(relation.id()::equals).isPresent()
                || content.selection().contains(relation.from()) || content.selection().contains(relation.to())
                || (suggested && (content.pointed().contains(relation.from()) || content.pointed().contains(relation.to())));
        graphics.setStroke(palette.line(colour(relation)));
        graphics.setLineWidth(strong ? 2.2 : 1.2);
        if (suggested) {
            graphics.setLineDashes(5, 3);
        }
    }

    private void arrow(GraphicsContext graphics, Relation relation, double x, double y) {
        if (content.typeOf(relation).filter(type -> type.direction() == RelationType.Direction.MUTUAL).isEmpty()) {
            graphics.setFill(palette.line(colour(relation)));
            graphics.fillPolygon(new double[] {x - ARROW * 0.7, x + ARROW * 0.7, x}, new double[] {y - ARROW, y - ARROW, y + 1}, 3);
        }
    }

    private void name(GraphicsContext graphics, Relation relation, double x, double y) {
        String name = content.typeOf(relation).map(RelationType::name).orElse("?");
        double wide = small.width(name) + 6;
        boolean chosen = content.selectedRelation().filter(relation.id()::equals).isPresent();
        Color letters = palette.letters(colour(relation));
        graphics.setFill(chosen ? letters : palette.paper());
        graphics.fillRoundRect(x - wide / 2, y - 6.5, wide, 13, 5, 5);
        graphics.setFont(small.font());
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFill(chosen ? palette.paper() : letters);
        graphics.fillText(name, x, y);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    private Colour colour(Relation relation) {
        return content.typeOf(relation).map(RelationType::colour).orElse(UNKNOWN);
    }

    private static double corner(double from, double to, double rise) {
        return Math.min(CORNER, Math.min(Math.abs(to - from) / 2, rise));
    }
}
