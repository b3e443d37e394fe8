package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;
import labelwright.workbench.LabellingSession;

/// Annotations that were copied, to be pasted into this or another picture. FX thread only.
final class Clipboard {
    /// How far a copy lies from its original on the same picture, in pixels.
    private static final double SHIFT = 12;

    private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper();
    private List<Annotation> copied = List.of();
    private @Nullable ItemId from;

    /// Whether there is something to paste.
    ReadOnlyBooleanProperty filled() {
        return filled.getReadOnlyProperty();
    }

    void copy(List<Annotation> annotations, ItemId item) {
        if (!annotations.isEmpty()) {
            copied = List.copyOf(annotations);
            from = item;
            filled.set(true);
        }
    }

    /// New annotations like those copied: at the same place on another picture, beside them on the same one, cut at the picture's edge. Those
    /// whose label is gone are left out.
    List<Annotation> paste(LabellingSession into, LabelSchema schema) {
        List<Annotation> known = copied.stream().filter(annotation -> schema.find(annotation.label()).isPresent()).toList();
        return into.item().id().equals(from) ? shifted(known, into) : fresh(known, into, 0);
    }

    /// New annotations a little beside these.
    static List<Annotation> shifted(List<Annotation> annotations, LabellingSession into) {
        return fresh(annotations, into, SHIFT);
    }

    private static List<Annotation> fresh(List<Annotation> annotations, LabellingSession into, double shift) {
        Item item = into.item();
        List<Annotation> result = new ArrayList<>();
        for (Annotation annotation : annotations) {
            Shape moved = annotation.shape().translate(shift, shift);
            Optional<Shape> inside = item.width() > 0 ? moved.clip(item.width(), item.height()) : Optional.of(moved);
            inside.ifPresent(shape -> result
                    .add(new Annotation(into.newId(), annotation.label(), shape, new Origin.Manual(),
                            Map.copyOf(annotation.attributes()))));
        }
        return result;
    }
}
