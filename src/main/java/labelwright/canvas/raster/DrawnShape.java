package labelwright.canvas.raster;

import java.util.List;

import labelwright.geometry.Bounds;
import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.model.Annotation;

/// An annotation with its outline laid out flat for drawing.
final class DrawnShape {
    private final Annotation annotation;
    private final Bounds bounds;
    private final double[] xy;
    private final int[] ends;
    private int order;

    DrawnShape(Annotation annotation) {
        this.annotation = annotation;
        this.bounds = annotation.shape().bounds();
        List<List<Point>> rings = Contour.of(annotation.shape()).stream().map(Contour::points).toList();
        this.ends = new int[rings.size()];
        int points = 0;
        for (int i = 0; i < ends.length; i++) {
            points += rings.get(i).size();
            ends[i] = points;
        }
        this.xy = new double[2 * points];
        int next = 0;
        for (List<Point> ring : rings) {
            for (Point point : ring) {
                xy[next++] = point.x();
                xy[next++] = point.y();
            }
        }
    }

    /// Its place in the layer: higher lies on top. The layer keeps it up to date.
    int order() {
        return order;
    }

    void order(int place) {
        order = place;
    }

    Annotation annotation() {
        return annotation;
    }

    /// Where along the top edge of its bounds the shape is; the left end for a box.
    double topmostX() {
        int best = 0;
        for (int i = 2; i < xy.length; i += 2) {
            if (xy[i + 1] < xy[best + 1]) {
                best = i;
            }
        }
        return xy[best];
    }

    /// In picture pixels.
    Bounds bounds() {
        return bounds;
    }

    /// Picture coordinates, x and y in turn, ring after ring.
    double[] xy() {
        return xy;
    }

    /// For each ring the number of points up to and including it.
    int[] ends() {
        return ends;
    }
}
