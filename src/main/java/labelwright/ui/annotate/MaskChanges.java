package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.Item;

/// Changes the pixels of all selected masks as one edit. A mask of which nothing would be left stays as it is. FX thread only.
final class MaskChanges {
    private final Workplace workplace;

    MaskChanges(Workplace workplace) {
        this.workplace = workplace;
    }

    void apply(UnaryOperator<Spans> change) {
        workplace.findSession().ifPresent(session -> {
            List<Edit> edits = new ArrayList<>();
            for (Annotation annotation : workplace.changeable()) {
                if (annotation.shape() instanceof Mask mask) {
                    add(annotation, mask.spans(), inPicture(change.apply(mask.spans()), session.item()), edits);
                }
            }
            if (!edits.isEmpty()) {
                workplace.perform(new EditRequest(EditName.CHANGE_MASK, new Edit.Several(edits), workplace.selection().get()));
            }
        });
    }

    private static Spans inPicture(Spans pixels, Item item) {
        return pixels.clip(item.width(), item.height());
    }

    private static void add(Annotation annotation, Spans before, Spans after, List<Edit> edits) {
        if (!after.isEmpty() && !after.equals(before)) {
            edits.add(new Edit.ChangePixels(annotation.id(), MaskAlgebra.subtract(after, before), MaskAlgebra.subtract(before, after)));
        }
    }
}
