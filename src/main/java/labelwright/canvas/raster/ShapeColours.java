package labelwright.canvas.raster;

import labelwright.model.Annotation;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.Origin;

/// The colour of a shape.
final class ShapeColours {
    /// Of shapes whose label is unknown.
    private static final int NO_LABEL = 0x9AA4AF;
    /// Hues that follow each other in steps of the golden section never come close for long.
    private static final double GOLDEN = 0.618033988749895;
    private static final double SATURATION = 0.75;
    private static final double VALUE = 0.95;
    private static final int BYTE = 255;
    private static final int FIRST_MODEL = 2;

    private ShapeColours() {}

    /// 0xRRGGBB.
    static int of(Annotation annotation, LayerStyle style) {
        return switch (style.look().colouring()) {
            case LABEL -> ofLabel(annotation, style);
            case INSTANCE -> ofHue(annotation.id().value() * GOLDEN % 1);
            case AUTHOR -> Colour.ofPalette(author(annotation.origin())).rgb();
        };
    }

    private static int ofLabel(Annotation annotation, LayerStyle style) {
        LabelClass label = style.labels().get(annotation.label());
        return label == null ? NO_LABEL : label.colour().rgb();
    }

    private static int author(Origin origin) {
        return switch (origin) {
            case Origin.Manual _ -> 0;
            case Origin.Imported _ -> 1;
            case Origin.Propagated _ -> 0;
            case Origin.Suggested suggested -> (int) (FIRST_MODEL + suggested.model().value());
            case Origin.Taken taken -> (int) (FIRST_MODEL + taken.model().value());
        };
    }

    private static int ofHue(double hue) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            double distance = Math.abs((hue * 6 + channel * 2) % 6 - 3) - 1;
            double share = Math.clamp(distance, 0, 1);
            rgb = rgb << 8 | (int) Math.round(BYTE * VALUE * (1 - SATURATION + SATURATION * share));
        }
        return rgb;
    }
}
