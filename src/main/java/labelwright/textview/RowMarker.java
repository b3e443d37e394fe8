package labelwright.textview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelClass;
import labelwright.model.Origin;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.textview.Mark.Edges;
import labelwright.textview.Mark.Layer;
import labelwright.textview.Mark.Stretch;
import labelwright.textview.flow.Lanes;
import labelwright.textview.flow.SpanIndex;

/// Finds out what is drawn at a row: the short spans next to the letters, the long ones below them; short arcs below long ones.
final class RowMarker {
    /// Between one thing in a lane and the next.
    private static final double GAP = 5;
    private static final double TAG_PADDING = 4;

    private final SurfaceContent content;
    private final TextMetrics small;

    /// @param small the font of tags
    RowMarker(SurfaceContent content, TextMetrics small) {
        this.content = content;
        this.small = small;
    }

    /// How wide the name of a label or of a relation is.
    double tagWidth(String tag) {
        return tag.isEmpty() ? 0 : small.width(tag) + 2 * TAG_PADDING;
    }

    RowMarks marks(Row row) {
        List<Mark> marks = new ArrayList<>();
        Lanes lanes = new Lanes();
        byLength(content.spans().in(row.start(), row.end())).forEach(span -> add(marks, lanes, row, span, Layer.ANNOTATION));
        byLength(content.suggestions().in(row.start(), row.end())).forEach(span -> add(marks, lanes, row, span, Layer.SUGGESTION));
        Lanes levels = new Lanes();
        List<ArcPiece> arcs = arcs(row, marks, levels);
        return new RowMarks(marks, lanes.count(), arcs, levels.count());
    }

    private static List<Annotation> byLength(List<Annotation> spans) {
        return spans.stream().sorted(Comparator.comparingInt((Annotation span) -> SpanIndex.extent(span).length())
                .thenComparingInt(span -> SpanIndex.extent(span).start()).thenComparing(Annotation::id)).toList();
    }

    private void add(List<Mark> marks, Lanes lanes, Row row, Annotation span, Layer layer) {
        List<TextRange> fragments = ((TextSpan) span.shape()).fragments();
        List<Stretch> strokes = new ArrayList<>();
        List<Stretch> gaps = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            strokes.addAll(row.stretches(fragments.get(i).start(), fragments.get(i).end()));
            if (i > 0) {
                gaps.addAll(row.stretches(fragments.get(i - 1).end(), fragments.get(i).start()));
            }
        }
        if (strokes.isEmpty() && gaps.isEmpty()) {
            return;
        }
        List<Stretch> joined = Stretches.joined(strokes);
        int start = SpanIndex.extent(span).start();
        boolean begins = start >= row.start() && start < row.end();
        String tag = begins ? tag(span, layer) : "";
        double wide = tagWidth(tag);
        double left = Math.min(Mark.leftOf(joined), Mark.leftOf(gaps));
        double right = Math.max(Mark.rightOf(joined), Mark.rightOf(gaps));
        double wanted = row.isRightToLeft() ? right - wide : left;
        double tagAt = Math.clamp(wanted, 0, Math.max(0, row.width() - wide));
        int lane = lanes.place(Math.min(left, tagAt), Math.max(right, tagAt + wide) + (wide > 0 ? GAP : 1));
        marks.add(new Mark(span, layer, joined, Stretches.joined(gaps), lane, tag, tagAt, edges(row, span)));
    }

    private static Edges edges(Row row, Annotation span) {
        TextRange extent = SpanIndex.extent(span);
        boolean starts = extent.start() >= row.start() && extent.start() < row.end();
        boolean ends = extent.end() > row.start() && extent.end() <= row.end();
        double start = starts ? row.edge(extent.start(), false) : Double.NaN;
        double end = ends ? row.edge(extent.end() - 1, true) : Double.NaN;
        return new Edges(start, end);
    }

    private String tag(Annotation span, Layer layer) {
        String name = content.labelOf(span).map(LabelClass::name).orElse("?");
        return layer == Layer.SUGGESTION && span.origin() instanceof Origin.Suggested
                ? String.format(Locale.ROOT, "%s %.2f", name, span.score())
                : name;
    }

    private List<ArcPiece> arcs(Row row, List<Mark> marks, Lanes levels) {
        List<ArcPiece> wanted = new ArrayList<>();
        Set<RelationId> seen = new HashSet<>();
        for (Mark mark : marks) {
            if (beginsIn(row, mark.span())) {
                for (Relation relation : content.relationsOf(mark.span().id(), mark.layer())) {
                    if (seen.add(relation.id())) {
                        piece(row, marks, relation, mark.layer()).ifPresent(wanted::add);
                    }
                }
            }
        }
        wanted.sort(Comparator.comparingDouble((ArcPiece piece) -> Math.abs(piece.at() - piece.to()))
                .thenComparing(piece -> piece.relation().id()));
        return wanted.stream().map(piece -> {
            double half = tagWidth(content.typeOf(piece.relation()).map(type -> type.name()).orElse("")) / 2;
            double middle = (piece.at() + piece.to()) / 2;
            double from = Math.min(Math.min(piece.at(), piece.to()), middle - half);
            double to = Math.max(Math.max(piece.at(), piece.to()), middle + half);
            return new ArcPiece(piece.relation(), piece.layer(), levels.place(from - 2, to + 2), piece.at(), piece.to(), piece.end());
        }).toList();
    }

    private Optional<ArcPiece> piece(Row row, List<Mark> marks, Relation relation, Layer layer) {
        Optional<Double> from = foot(row, marks, relation.from(), layer, -1);
        Optional<Double> to = foot(row, marks, relation.to(), layer, 1);
        double margin = row.width() + 6;
        if (from.isPresent() && to.isPresent()) {
            return Optional.of(new ArcPiece(relation, layer, 0, from.get(), to.get(), ArcPiece.End.BOTH));
        }
        return from.map(x -> new ArcPiece(relation, layer, 0, x, margin, ArcPiece.End.FROM))
                .or(() -> to.map(x -> new ArcPiece(relation, layer, 0, x, margin, ArcPiece.End.TO)));
    }

    /// Where an arc stands on a span: at the middle of what begins it, what leaves beside what arrives.
    private static Optional<Double> foot(Row row, List<Mark> marks, AnnotationId span, Layer layer, int side) {
        return marks.stream()
                .filter(mark -> mark.layer() == layer && mark.span().id().equals(span) && beginsIn(row, mark.span()))
                .findFirst().map(mark -> {
                    TextRange first = ((TextSpan) mark.span().shape()).fragments().getFirst();
                    List<Stretch> places = row.stretches(first.start(), first.end());
                    Stretch place = places.isEmpty() ? mark.strokes().getFirst() : places.getFirst();
                    return place.middle() + side * Math.min(4, place.width() / 5);
                });
    }

    private static boolean beginsIn(Row row, Annotation span) {
        int start = SpanIndex.extent(span).start();
        return start >= row.start() && start < row.end();
    }
}
