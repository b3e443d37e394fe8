package labelwright.canvas.tool;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;
import labelwright.model.Origin;

/// Turns what the pixel tools made into one edit.
final class MaskEdits {
    /// Runs of a mask; a good deal below what the store can hold.
    static final int MOST_RUNS = 300_000;

    private final List<Edit> edits = new ArrayList<>();
    private final Set<AnnotationId> gone = new LinkedHashSet<>();
    private final Set<AnnotationId> changed = new LinkedHashSet<>();

    private MaskEdits() {}

    /// The selected mask of the label that is in use, if there is one and a stroke may go on with it.
    static Optional<Annotation> selected(ToolContext context, LabelId label) {
        return context.movable().stream()
                .filter(annotation -> annotation.shape() instanceof Mask && annotation.label().equals(label)).findFirst();
    }

    /// The pixels of a mask.
    static Spans pixels(Annotation annotation) {
        return annotation.shape() instanceof Mask mask ? mask.spans() : Spans.NONE;
    }

    /// All masks that can be changed.
    static List<Annotation> masks(ToolContext context) {
        return context.set().annotations().stream()
                .filter(annotation -> annotation.shape() instanceof Mask && context.canMove(annotation)).toList();
    }

    /// The mask, or a new one, with exactly these pixels. Other masks lose what came in, when the options say so.
    static Outcome painted(ToolContext context, EditName name, LabelId label, Optional<Annotation> base, Spans pixels) {
        Spans before = base.map(MaskEdits::pixels).orElse(Spans.NONE);
        Spans after = inPicture(context, pixels);
        Spans added = MaskAlgebra.subtract(after, before);
        if (after.isEmpty() && base.isEmpty()) {
            return Outcome.CANCELLED;
        }
        if (after.size() > Math.max(MOST_RUNS, before.size())) {
            return new Outcome.Refused(Outcome.Refusal.TOO_MANY_PIECES);
        }
        MaskEdits edits = new MaskEdits();
        AnnotationId id = base.map(Annotation::id).orElseGet(context::newId);
        if (base.isPresent()) {
            edits.change(base.get(), after);
        } else {
            Annotation drawn = new Annotation(id, label, new Mask(after), new Origin.Manual());
            edits.edits.add(Edit.add(context.set(), List.of(drawn)));
        }
        if (context.pixelOptions().overlap() == PixelOptions.Overlap.TAKEN_AWAY && !added.isEmpty()) {
            masks(context).stream().filter(other -> !other.id().equals(id)).forEach(other -> edits.take(other, added));
        }
        return edits.outcome(name, after.isEmpty() ? Selection.NONE : Selection.of(id));
    }

    /// The masks with other pixels; those that are left empty go.
    static Outcome replaced(ToolContext context, EditName name, List<Annotation> masks, List<Spans> pixels) {
        MaskEdits edits = new MaskEdits();
        for (int i = 0; i < masks.size(); i++) {
            edits.change(masks.get(i), inPicture(context, pixels.get(i)));
        }
        Set<AnnotationId> kept = new LinkedHashSet<>(context.selection().ids());
        if (kept.isEmpty()) {
            kept.addAll(edits.changed);
        }
        kept.removeAll(edits.gone);
        return edits.outcome(name, Selection.of(kept));
    }

    private static Spans inPicture(ToolContext context, Spans pixels) {
        return pixels.clip((int) context.picture().width(), (int) context.picture().height());
    }

    private void take(Annotation from, Spans taken) {
        Spans before = pixels(from);
        if (MaskAlgebra.overlap(before, taken)) {
            change(from, MaskAlgebra.subtract(before, taken));
        }
    }

    private void change(Annotation mask, Spans after) {
        Spans before = pixels(mask);
        if (after.isEmpty()) {
            edits.add(new Edit.Remove(List.of(mask.id())));
            gone.add(mask.id());
            return;
        }
        Spans added = MaskAlgebra.subtract(after, before);
        Spans removed = MaskAlgebra.subtract(before, after);
        if (!added.isEmpty() || !removed.isEmpty()) {
            edits.add(new Edit.ChangePixels(mask.id(), added, removed));
            changed.add(mask.id());
        }
    }

    private Outcome outcome(EditName name, Selection after) {
        if (edits.isEmpty()) {
            return Outcome.CANCELLED;
        }
        Edit whole = edits.size() == 1 ? edits.getFirst() : new Edit.Several(edits);
        return new Outcome.Edited(new EditRequest(name, whole, after));
    }
}
