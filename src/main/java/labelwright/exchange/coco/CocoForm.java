package labelwright.exchange.coco;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.BoxText;
import labelwright.exchange.Facts;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Contour;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;

/// The standard fields that come nearest to a shape.
///
/// @param hasOwnLine whether they do not say everything, so that our own line must stand beside them
record CocoForm(Bounds box, double area, List<Ring> outlines, @Nullable Mask mask, List<Keypoint> keypoints,
        Map<String, String> attributes, boolean hasOwnLine) {

    /// @param width of the picture in pixels
    /// @param height of the picture in pixels
    static CocoForm of(Shape shape, Map<String, String> attributes, int width, int height) {
        Bounds box = BoxText.inside(shape.bounds(), width, height);
        return switch (shape) {
            case Box _ -> plain(shape.bounds(), shape.area(), List.of(), attributes, false);
            case Polygon polygon -> polygon(polygon, attributes, width, height);
            case RotatedBox _, Ellipse _ -> plain(box, shape.area(), outlines(shape, width, height), attributes, true);
            case Polyline _, Points _ -> plain(box, 0, List.of(), attributes, true);
            case Mask mask -> masked(box, mask, attributes, false);
            case TextSpan span -> throw span.notOfPicture();
            case Keypoints keypoints -> keypoints(keypoints, attributes);
        };
    }

    private static CocoForm plain(Bounds box, double area, List<Ring> outlines, Map<String, String> attributes, boolean hasOwnLine) {
        return new CocoForm(box, area, outlines, null, List.of(), attributes, hasOwnLine);
    }

    private static CocoForm masked(Bounds box, Mask mask, Map<String, String> attributes, boolean hasOwnLine) {
        return new CocoForm(box, mask.area(), List.of(), mask, List.of(), attributes, hasOwnLine);
    }

    private static CocoForm polygon(Polygon polygon, Map<String, String> attributes, int width, int height) {
        List<Ring> outers = polygon.parts().stream().map(Polygon.Part::outer).toList();
        boolean hasHoles = polygon.parts().stream().anyMatch(part -> !part.holes().isEmpty());
        Optional<Mask> pixels = hasHoles ? MaskFill.of(polygon, width, height) : Optional.empty();
        return pixels.map(mask -> masked(polygon.bounds(), mask, attributes, true))
                .orElseGet(() -> plain(polygon.bounds(), outers.stream().mapToDouble(Ring::area).sum(), outers, attributes, hasHoles));
    }

    private static List<Ring> outlines(Shape shape, int width, int height) {
        Polygon whole = Polygon.ofParts(Contour.of(shape).stream().map(contour -> new Ring(contour.points())).toList());
        return whole.clip(width, height).map(Polygon.class::cast).orElse(whole).parts().stream().map(Polygon.Part::outer).toList();
    }

    private static CocoForm keypoints(Keypoints keypoints, Map<String, String> attributes) {
        Map<String, String> others = new TreeMap<>(attributes);
        Optional<Bounds> around = Optional.ofNullable(others.get(Facts.BOX)).flatMap(BoxText::parse);
        around.ifPresent(_ -> others.remove(Facts.BOX));
        Bounds box = around.orElse(keypoints.bounds());
        return new CocoForm(box, box.area(), List.of(), null, keypoints.points(), others, false);
    }
}
