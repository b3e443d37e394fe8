package labelwright.canvas.tool;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;

/// Annotations as they would become, to be looked at before they are taken with Enter. Presses change nothing.
public record ProposalGesture(EditName name, List<Annotation> before, List<Annotation> after) implements Gesture {
    public ProposalGesture {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    @Override
    public Preview preview() {
        return new Preview.Changed(after);
    }

    @Override
    public Outcome move(Pointer pointer) {
        return Outcome.GOING;
    }

    @Override
    public boolean takesPoints() {
        return false;
    }

    @Override
    public Outcome release(Pointer pointer) {
        return Outcome.GOING;
    }

    @Override
    public boolean wants(ToolKey key) {
        return key == ToolKey.ENTER;
    }

    @Override
    public Outcome key(ToolKey key) {
        return key == ToolKey.ENTER ? taken() : Outcome.GOING;
    }

    private Outcome taken() {
        Set<Annotation> old = Set.copyOf(before);
        List<Annotation> changed = after.stream().filter(annotation -> !old.contains(annotation)).toList();
        Set<AnnotationId> ids = after.stream().map(Annotation::id).collect(Collectors.toSet());
        return changed.isEmpty()
                ? Outcome.CANCELLED
                : new Outcome.Edited(new EditRequest(name, new Edit.Replace(changed), Selection.of(ids)));
    }
}
