package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import labelwright.canvas.tool.Tool;
import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.ui.label.RegionEdits;

/// What can be done to the selected regions of a picture as a whole, beside what can be done to all kinds.
final class SelectionEdits extends RegionEdits {
    private final Workplace workplace;
    private final Clipboard clipboard = new Clipboard();

    SelectionEdits(Workplace workplace) {
        super(workplace);
        this.workplace = workplace;
    }

    Clipboard clipboard() {
        return clipboard;
    }

    /// Chooses the label for new shapes; a tool that draws what the label forbids gives way to the first one that draws what it allows. With
    /// the select tool what is selected gets it too.
    ///
    /// @return how many of the selected shapes the label does not allow
    int choose(LabelId label) {
        workplace.labels().active().set(label);
        Set<ShapeKind> shapes = workplace.labels().schema().find(label).map(LabelClass::shapes).orElse(Set.of());
        if (workplace.tool().get().draws().filter(kind -> !shapes.contains(kind)).isPresent()) {
            Tool.Kind.drawing(shapes).ifPresent(workplace.tool()::set);
        }
        return workplace.tool().get() == Tool.Kind.SELECT ? relabel(label) : 0;
    }

    /// The labels that at least one selected region could get, without the one that all have.
    List<LabelClass> labelsForSelection() {
        List<Annotation> selected = workplace.changeable();
        return workplace.labels().schema().labels().stream().filter(label -> selected.stream()
                .anyMatch(region -> !region.label().equals(label.id()) && label.shapes().contains(region.shape().kind()))).toList();
    }

    /// Puts what is selected on top of everything else.
    void bringToFront() {
        workplace.findSession().ifPresent(session -> reorder(session.set().annotations().size() - workplace.changeable().size()));
    }

    /// Puts what is selected below everything else.
    void sendToBack() {
        reorder(0);
    }

    /// Puts each selected region one place higher.
    void bringForward() {
        shift(1);
    }

    /// Puts each selected region one place lower.
    void sendBackward() {
        shift(-1);
    }

    private void shift(int step) {
        workplace.findSession().ifPresent(session -> {
            Set<AnnotationId> moved = new HashSet<>(workplace.changeable().stream().map(Annotation::id).toList());
            List<Annotation> order = new ArrayList<>(session.set().annotations());
            int count = order.size();
            for (int i = 1; i < count; i++) {
                int at = step > 0 ? count - 1 - i : i;
                if (moved.contains(order.get(at).id()) && !moved.contains(order.get(at + step).id())) {
                    Collections.swap(order, at, at + step);
                }
            }
            List<Edit.Placed> placed = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (moved.contains(order.get(i).id())) {
                    placed.add(new Edit.Placed(i, order.get(i)));
                }
            }
            if (!order.equals(session.set().annotations())) {
                perform(EditName.ORDER, new Edit.Several(List.of(new Edit.Remove(List.copyOf(moved)), new Edit.Insert(placed))),
                        workplace.selection().get());
            }
        });
    }

    private void reorder(int place) {
        List<Annotation> moved = workplace.changeable();
        if (!moved.isEmpty()) {
            List<Edit.Placed> placed = new ArrayList<>();
            moved.forEach(annotation -> placed.add(new Edit.Placed(place + placed.size(), annotation)));
            Edit edit = new Edit.Several(List.of(new Edit.Remove(moved.stream().map(Annotation::id).toList()), new Edit.Insert(placed)));
            perform(EditName.ORDER, edit, workplace.selection().get());
        }
    }

    void copy() {
        workplace.findSession()
                .ifPresent(session -> clipboard.copy(workplace.selection().get().of(session.set()), session.item().id()));
    }

    void paste() {
        workplace.findSession().ifPresent(session -> insert(EditName.PASTE, clipboard.paste(session, workplace.labels().schema())));
    }

    void duplicate() {
        workplace.findSession().ifPresent(
                session -> insert(EditName.DUPLICATE, Clipboard.shifted(workplace.selection().get().of(session.set()), session)));
    }

    private void insert(EditName name, List<Annotation> fresh) {
        if (!fresh.isEmpty()) {
            workplace.findSession().ifPresent(session -> perform(name, Edit.add(session.set(), fresh),
                    Selection.of(fresh.stream().map(Annotation::id).toList())));
        }
    }
}
