package labelwright.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.SkeletonTemplate.Edge;
import labelwright.model.SkeletonTemplate.Joint;

/// Templates of skeletons made from what was drawn on a picture.
public final class DrawnTemplate {
    private static final double MIDDLE = 0.5;

    private DrawnTemplate() {}

    /// The template whose points stand as the shape's points do: a skeleton's, single points', or those of a line, which are joined one after
    /// the other. What the label's template says of names, colours, lines and mirror pairs is kept when it has as many points; a point
    /// that is absent in the drawn skeleton keeps its place in the unit box.
    ///
    /// @param shape in the coordinates of the picture
    /// @param before the template that the label has
    /// @return empty for other kinds of shape, and for fewer than two points
    public static Optional<SkeletonTemplate> of(Shape shape, Optional<SkeletonTemplate> before) {
        return switch (shape) {
            case Keypoints skeleton -> of(skeleton.points(), before, List.of());
            case Points points -> of(visible(points.points()), before, List.of());
            case Polyline line -> of(visible(line.points()), before, chain(line.points().size()));
            case Box _, RotatedBox _, Ellipse _, Polygon _, Mask _, TextSpan _ -> Optional.empty();
        };
    }

    private static List<Keypoint> visible(List<Point> points) {
        return points.stream().map(Keypoint::visible).toList();
    }

    private static List<Edge> chain(int points) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i < points; i++) {
            edges.add(new Edge(i - 1, i, Colour.ofPalette(i - 1)));
        }
        return edges;
    }

    private static Optional<SkeletonTemplate> of(List<Keypoint> points, Optional<SkeletonTemplate> before, List<Edge> drawnEdges) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        Optional<SkeletonTemplate> known = before.filter(template -> template.size() == points.size());
        Bounds bounds = Bounds.around(points.stream().filter(Keypoint::isThere).map(Keypoint::at).toList());
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int place = i;
            Joint joint = known.map(template -> template.joints().get(place))
                    .orElseGet(() -> new Joint("point_" + (place + 1), Colour.ofPalette(place), MIDDLE, MIDDLE));
            Keypoint point = points.get(i);
            joints.add(point.isThere()
                    ? joint.at(share(point.at().x() - bounds.x(), bounds.width()),
                            share(point.at().y() - bounds.y(), bounds.height()))
                    : joint);
        }
        return Optional.of(known.map(template -> new SkeletonTemplate(joints, template.edges(), template.mirrors()))
                .orElseGet(() -> new SkeletonTemplate(joints, drawnEdges, List.of())));
    }

    /// A skeleton that is all in one line stands in the middle of the box.
    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : MIDDLE;
    }
}
