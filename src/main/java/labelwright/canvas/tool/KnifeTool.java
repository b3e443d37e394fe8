package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Reshaping;
import labelwright.geometry.Bounds;
import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.geometry.ShapeAlgebra;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// Cuts shapes along a line drawn point by point: the selected ones, or those under the line when none is selected. A press on the first
/// point closes the line and cuts out what lies inside.
final class KnifeTool implements Tool {

    @Override
    public Kind kind() {
        return Kind.KNIFE;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        LabelId label = context.changeable().stream().map(Annotation::label).findFirst()
                .or(() -> context.activeLabel().map(LabelClass::id)).orElse(new LabelId(0));
        return Optional.of(new PathGesture(context, new Cut(context, label), List.of(), pointer));
    }

    @Override
    public boolean usesHandles() {
        return false;
    }

    @Override
    public Look look(Pointer pointer, ToolContext context) {
        return Look.CROSSHAIR;
    }

    private record Cut(ToolContext context, LabelId label) implements Path.Line {
        @Override
        public boolean canClose() {
            return true;
        }

        @Override
        public Outcome finish(List<Point> points, Contour.Ends how) {
            List<Annotation> selected = context.movable();
            List<Annotation> under = selected.isEmpty() ? context.near(Bounds.around(points)) : selected;
            List<Annotation> operands = under.stream().filter(context::canMove)
                    .filter(annotation -> ShapeAlgebra.hasArea(annotation.shape())).toList();
            return new Reshaping(context.set(), context.picture(), context::newId).cut(operands, new Contour(points, how))
                    .<Outcome>map(result -> new Outcome.Edited(new EditRequest(EditName.CUT, result.edit(), result.after())))
                    .orElseGet(() -> new Outcome.Refused(Outcome.Refusal.NOTHING_CUT));
        }
    }
}
