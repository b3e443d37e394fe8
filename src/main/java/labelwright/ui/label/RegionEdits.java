package labelwright.ui.label;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.Flag;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// What can be done to selected regions of every kind. Each is one edit; hidden and locked regions are left alone. FX thread only.
public class RegionEdits {
    private final LabellingDesk desk;

    public RegionEdits(LabellingDesk desk) {
        this.desk = desk;
    }

    public void delete() {
        List<Annotation> gone = desk.changeable();
        if (!gone.isEmpty()) {
            perform(EditName.DELETE, new Edit.Remove(gone.stream().map(Annotation::id).toList()), Selection.NONE);
        }
    }

    /// Gives what is selected the label.
    ///
    /// @return how many of the selected shapes the label does not allow
    public int relabel(LabelId label) {
        LabelClass to = desk.labels().schema().label(label);
        List<Annotation> wanted = desk.changeable().stream().filter(annotation -> !annotation.label().equals(label)).toList();
        List<Annotation> allowed = wanted.stream().filter(annotation -> to.shapes().contains(annotation.shape().kind())).toList();
        if (!allowed.isEmpty()) {
            perform(EditName.RELABEL,
                    new Edit.Replace(allowed.stream().map(annotation -> desk.labels().schema().relabelled(annotation, label)).toList()),
                    desk.selection().get());
        }
        return wanted.size() - allowed.size();
    }

    /// Sets the flag on what is selected, or takes it away when all of them have it.
    public void toggle(Flag flag) {
        List<Annotation> selected = desk.changeable();
        boolean on = selected.stream().allMatch(annotation -> annotation.has(flag));
        List<Annotation> changed = selected.stream().filter(annotation -> annotation.has(flag) == on)
                .map(annotation -> annotation.withAttributes(on ? flag.off(annotation.attributes()) : flag.on(annotation.attributes())))
                .toList();
        if (!changed.isEmpty()) {
            perform(EditName.EDIT_ATTRIBUTES, new Edit.Replace(changed), desk.selection().get());
        }
    }

    /// Selects everything that has a label of the selection.
    public void selectSameLabel() {
        desk.findSession().ifPresent(session -> {
            Set<LabelId> labels = new HashSet<>(desk.selection().get().of(session.set()).stream().map(Annotation::label).toList());
            desk.selection().set(Selection.of(session.set().annotations().stream().filter(desk.regions()::canChange)
                    .filter(annotation -> labels.contains(annotation.label())).map(Annotation::id).toList()));
        });
    }

    public void selectAll() {
        desk.findSession().ifPresent(session -> desk.selection().set(Selection
                .of(session.set().annotations().stream().filter(desk.regions()::canChange).map(Annotation::id).toList())));
    }

    protected final void perform(EditName name, Edit edit, Selection after) {
        desk.perform(new EditRequest(name, edit, after));
    }
}
