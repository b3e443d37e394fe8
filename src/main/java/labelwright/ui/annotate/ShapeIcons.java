package labelwright.ui.annotate;

import labelwright.geometry.ShapeKind;

/// The signs of the kinds of shape.
final class ShapeIcons {
    private ShapeIcons() {}

    static String of(ShapeKind kind) {
        return switch (kind) {
            case BOX -> "mdi2v-vector-square";
            case ROTATED_BOX -> "mdi2r-rhombus-outline";
            case ELLIPSE -> "mdi2e-ellipse-outline";
            case POLYGON -> "mdi2v-vector-polygon";
            case POLYLINE -> "mdi2v-vector-polyline";
            case POINTS -> "mdi2v-vector-point";
            case KEYPOINTS -> "mdi2h-human-handsup";
            case MASK -> "mdi2b-brush";
            case SPAN -> "mdi2f-format-underline";
        };
    }
}
