package labelwright.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which pixels a shape covers: those whose centre lies inside it.
public final class MaskFill {
    private MaskFill() {}

    /// The pixels of the shape inside the picture; empty when it covers no pixel's centre. Lines and points cover none.
    ///
    /// @param width of the picture in pixels
    /// @param height of the picture in pixels
    public static Optional<Mask> of(Shape shape, int width, int height) {
        Spans spans = switch (shape) {
            case Mask mask -> mask.spans().clip(width, height);
            case Polygon polygon -> polygon(polygon, width, height);
            case Box _, RotatedBox _, Ellipse _ -> evenOdd(rings(shape), width, height);
            case Polyline _, Points _, Keypoints _, TextSpan _ -> new Spans.Builder().build();
        };
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Mask(spans));
    }

    private static List<List<Point>> rings(Shape shape) {
        return Contour.of(shape).stream().map(Contour::points).toList();
    }

    /// Parts may overlap, so they are put together one by one.
    private static Spans polygon(Polygon polygon, int width, int height) {
        if (polygon.parts().size() == 1) {
            return evenOdd(rings(polygon), width, height);
        }
        MaskBitmap all = new MaskBitmap(0, 0, width, height);
        for (Polygon.Part part : polygon.parts()) {
            all.fill(evenOdd(rings(new Polygon(List.of(part))), width, height));
        }
        return all.spans();
    }

    private static Spans evenOdd(List<List<Point>> rings, int width, int height) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (List<Point> ring : rings) {
            for (Point point : ring) {
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        int firstRow = Math.clamp((long) Math.floor(top - 0.5), 0, height);
        int lastRow = Math.clamp((long) Math.ceil(bottom), 0, height);
        List<List<Double>> crossings = new ArrayList<>();
        for (int row = firstRow; row < lastRow; row++) {
            crossings.add(new ArrayList<>());
        }
        for (List<Point> ring : rings) {
            Point previous = ring.getLast();
            for (Point point : ring) {
                cross(previous, point, firstRow, crossings);
                previous = point;
            }
        }
        Spans.Builder spans = new Spans.Builder();
        for (int i = 0; i < crossings.size(); i++) {
            double[] sorted = crossings.get(i).stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            int done = 0;
            for (int c = 0; c + 1 < sorted.length; c += 2) {
                int from = Math.max(done, Math.clamp((long) Math.ceil(sorted[c] - 0.5), 0, width));
                int to = Math.clamp((long) Math.ceil(sorted[c + 1] - 0.5), 0, width);
                spans.add(firstRow + i, from, to);
                done = Math.max(done, to);
            }
        }
        return spans.build();
    }

    /// Notes where the edge crosses the middle of each row.
    private static void cross(Point a, Point b, int firstRow, List<List<Double>> crossings) {
        Point upper = a.y() < b.y() ? a : b;
        Point lower = a.y() < b.y() ? b : a;
        int from = Math.max((int) Math.ceil(upper.y() - 0.5), firstRow);
        int to = Math.min((int) Math.ceil(lower.y() - 0.5), firstRow + crossings.size());
        for (int row = from; row < to; row++) {
            double t = (row + 0.5 - upper.y()) / (lower.y() - upper.y());
            crossings.get(row - firstRow).add(upper.x() + t * (lower.x() - upper.x()));
        }
    }
}
