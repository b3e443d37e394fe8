package labelwright.ui.text;

import labelwright.edit.Selection;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.textview.TextSurface;
import labelwright.ui.label.Surface;

/// The text surface as the lists and fields beside it know it.
record SurfacePlace(TextSurface surface, TextDesk desk) implements Surface {
    @Override
    public void takeKeys() {
        surface.requestFocus();
    }

    @Override
    public void reveal(AnnotationId region) {
        desk.findSession().flatMap(session -> session.set().findAnnotation(region)).ifPresent(this::show);
        if (desk.suggestions().pointed().get().contains(region)) {
            surface.point(Selection.of(region));
        }
    }

    private void show(Annotation span) {
        if (span.shape() instanceof TextSpan shape) {
            surface.reveal(shape.extent());
        }
    }
}
