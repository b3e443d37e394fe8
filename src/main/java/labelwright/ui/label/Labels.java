package labelwright.ui.label;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.ShapeKind;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.model.ProjectId;
import labelwright.model.SkeletonTemplate;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.Projects;

/// The palette: which label new shapes get, and changes of the labels themselves. FX thread only; labels are stored in the background.
public final class Labels {
    private static final Texts TEXTS = Texts.of(Labels.class);

    private final Projects projects;
    private final ProjectContext context;
    private final ObjectProperty<@Nullable LabelId> active = new SimpleObjectProperty<>();

    public Labels(ProjectContext context) {
        this.projects = context.workbench().projects();
        this.context = context;
        chooseFirst();
    }

    /// The label of new shapes; null when there is none.
    public ObjectProperty<@Nullable LabelId> active() {
        return active;
    }

    public LabelSchema schema() {
        return context.project().get().schema();
    }

    /// The label with this hotkey.
    ///
    /// @param key 1 to 9
    public Optional<LabelClass> byKey(int key) {
        return key <= schema().labels().size() ? Optional.of(schema().labels().get(key - 1)) : Optional.empty();
    }

    /// After labels changed: the active one may be gone, or be the first there is.
    public void chooseFirst() {
        if (Optional.ofNullable(active.get()).flatMap(schema()::find).isEmpty()) {
            active.set(schema().labels().stream().findFirst().map(LabelClass::id).orElse(null));
        }
    }

    /// Adds a label and makes it the active one.
    public void add(String name) {
        change(TEXTS.get("doing.addLabel"), () -> projects.addLabel(id(), name),
                () -> schema().findByName(name.strip()).map(LabelClass::id).ifPresent(active::set));
    }

    public void rename(LabelId label, String name) {
        change(TEXTS.get("doing.renameLabel"), () -> projects.renameLabel(id(), label, name), () -> {});
    }

    public void recolour(LabelId label, Colour colour) {
        change(TEXTS.get("doing.recolourLabel"), () -> projects.recolour(id(), label, colour), () -> {});
    }

    public void setShapes(LabelId label, Set<ShapeKind> shapes) {
        change(TEXTS.get("doing.labelShapes"), () -> projects.setShapes(id(), label, shapes), () -> {});
    }

    /// @param shapes what the label allows from now on
    /// @param then runs when it is stored
    public void setSkeleton(LabelId label, Set<ShapeKind> shapes, @Nullable SkeletonTemplate skeleton, Runnable then) {
        change(TEXTS.get("doing.labelSkeleton"), () -> projects.setSkeleton(id(), label, shapes, skeleton), then);
    }

    /// @param steps to which side: -1 for the hotkey before, 1 for the one after
    public void move(LabelId label, int steps) {
        int place = schema().indexOf(label) + steps;
        change(TEXTS.get("doing.moveLabel"), () -> projects.reorder(id(), label, place), () -> {});
    }

    /// A label that is in use stays, and the reason is told.
    public void remove(LabelId label) {
        change(TEXTS.get("doing.removeLabel"), () -> projects.removeLabel(id(), label), () -> {});
    }

    private ProjectId id() {
        return context.project().get().id();
    }

    private void change(String doing, Callable<Project> work, Runnable then) {
        context.app().jobs().read(doing, work, changed -> {
            context.projectChanged(changed);
            chooseFirst();
            then.run();
        });
    }
}
