package labelwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import labelwright.edit.Edit;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.Workbench;

/// The open item, its answer, and everything that a person does to it. FX thread only.
public abstract class LabellingDesk {
    private static final Texts TEXTS = Texts.of(LabellingDesk.class);

    private final Workbench workbench;
    private final ProjectContext context;
    private final FxJobs jobs;
    private final LatestRead opening;
    private final LatestRead comparing;
    private final WorkQueue queue;
    private final Suggestions suggestions = new Suggestions(region -> labels().schema().started(region));
    private final SuggestedAnswers suggestedAnswers;
    private final Regions regions;
    private final Labels labels;
    private final ReadOnlyObjectWrapper<@Nullable LabellingSession> session = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AnnotationSet> answer = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
    private final List<Runnable> leaving = new ArrayList<>();
    private BooleanSupplier gate = () -> true;
    private boolean worked;
    /// The item that was asked for last; another one may still be open.
    private @Nullable ItemId wanted;
    private int direction = 1;

    @SuppressWarnings("this-escape") // the listeners run once the desk is on the screen
    protected LabellingDesk(ProjectContext context, Regions regions) {
        this.workbench = context.workbench();
        this.context = context;
        this.jobs = context.app().jobs();
        this.opening = jobs.latest();
        this.comparing = jobs.latest();
        this.queue = new WorkQueue(context);
        this.labels = new Labels(context);
        this.regions = regions;
        suggestedAnswers = new SuggestedAnswers(this, () -> labels().schema().picture());
        suggestions.people().addListener((_, _, _) -> findSession().ifPresent(current -> {
            suggestions.open(current);
            compare(current);
        }));
        suggestions.pointed().addListener((_, _, pointed) -> {
            if (!pointed.isEmpty()) {
                selection.set(Selection.NONE);
            }
        });
        selection.addListener((_, _, chosen) -> {
            if (!chosen.isEmpty()) {
                suggestions.pointed().set(Selection.NONE);
            }
        });
    }

    /// The session is the open one now and its answer is known; what is to be seen of the item comes here.
    protected abstract void shown(LabellingSession opened);

    public WorkQueue queue() {
        return queue;
    }

    public Suggestions suggestions() {
        return suggestions;
    }

    /// What models would answer about the whole item.
    public SuggestedAnswers suggestedAnswers() {
        return suggestedAnswers;
    }

    public Regions regions() {
        return regions;
    }

    public Labels labels() {
        return labels;
    }

    /// Null while no item is open.
    public ReadOnlyObjectProperty<@Nullable LabellingSession> session() {
        return session.getReadOnlyProperty();
    }

    public Optional<LabellingSession> findSession() {
        return Optional.ofNullable(session.get());
    }

    /// The answer as it is now; null while no item is open.
    public ReadOnlyObjectProperty<@Nullable AnnotationSet> answer() {
        return answer.getReadOnlyProperty();
    }

    public ObjectProperty<Selection> selection() {
        return selection;
    }

    /// Whether something was done here since this was asked last.
    public boolean takeWorked() {
        boolean was = worked;
        worked = false;
        return was;
    }

    /// Reads the items of the project in the chosen order; the open one stays open. When none is, work goes on at the first that was not
    /// begun yet.
    public void start() {
        queue.load(() -> {
            if (session.get() == null && wanted == null && !queue.items().isEmpty()) {
                queue.findUnlabelled(this::openFirst);
            }
        });
    }

    /// Nothing happens when an item was asked for meanwhile.
    private void openFirst(Optional<ItemId> unlabelled) {
        if (wanted == null && !queue.items().isEmpty()) {
            open(unlabelled.orElseGet(() -> queue.items().getFirst()));
        }
    }

    /// Somebody else may have changed items, suggestions or who is at work: reads again what is shown here.
    public void reload() {
        if (queue.sequence().get() == Sequence.GIVEN && queue.current().isPresent()) {
            queue.refresh();
        } else {
            start();
        }
        reopen();
    }

    /// The runnable is called before the open answer is left, submitted, undone or redone, to write down what a field still holds.
    public void onLeaving(Runnable runnable) {
        leaving.add(runnable);
    }

    /// Writes down what fields still hold.
    public void settle() {
        leaving.forEach(Runnable::run);
    }

    /// Opens the item in the background; of several in a row only the last one opens.
    public void open(ItemId item) {
        settle();
        Author.Annotator annotator = context.annotator().get();
        queue.moveTo(item);
        wanted = item;
        Optional<LabellingSession> ready = workbench.labelling().findOpen(item, annotator);
        if (ready.isPresent()) {
            opening.forget();
            show(ready.get());
            return;
        }
        opening.read(TEXTS.get("doing.open"), () -> workbench.labelling().open(item, annotator), this::show);
    }

    /// Reads the open item again: somebody else changed it, or a model suggested something new.
    public void reopen() {
        queue.current().ifPresent(this::open);
    }

    private void show(LabellingSession opened) {
        boolean sameItem = isOpen(opened.item());
        session.set(opened);
        opened.onChange(() -> changed(opened));
        if (!sameItem) {
            regions.reset();
        }
        selection.set(sameItem ? selection.get().within(opened.set()) : Selection.NONE);
        refresh(opened);
        shown(opened);
        suggestions.open(opened);
        compare(opened);
    }

    /// Lays the answers of other people beside the open one, when the person asked for them.
    private void compare(LabellingSession opened) {
        comparing.forget();
        if (suggestions.people().get()) {
            AnnotationSet own = opened.set();
            comparing.read(TEXTS.get("doing.people"), () -> workbench.labelling().others(own), others -> {
                if (opened.equals(session.get())) {
                    opened.bring(others);
                    suggestions.open(opened);
                }
            });
        }
    }

    protected final boolean isOpen(Item item) {
        return findSession().filter(current -> current.item().id().equals(item.id())).isPresent();
    }

    /// The items so many steps further on in the direction in which the person goes.
    ///
    /// @param steps in the order of the result; negative for those behind
    protected final List<ItemId> near(List<Integer> steps) {
        List<ItemId> near = new ArrayList<>();
        steps.forEach(step -> queue.neighbour(direction * step).ifPresent(near::add));
        return near;
    }

    private void changed(LabellingSession of) {
        if (of.equals(session.get())) {
            worked = true;
            refresh(of);
            suggestions.refresh();
            queue.worked(of.item().id(), of.state(), of.set().annotations().size(), suggested(of));
        }
    }

    /// How many suggestions of models are open; those of the chosen model when one is chosen.
    private int suggested(LabellingSession of) {
        return suggestions.other().get() instanceof Author.ByModel
                ? suggestions.open().get()
                : of.suggestingModels().stream().mapToInt(model -> of.suggestions(model).size()).sum();
    }

    private void refresh(LabellingSession of) {
        regions.show(of.set(), labels.schema());
        answer.set(of.set());
        selection.set(selection.get().within(of.set()));
    }

    /// The labels of the project changed.
    public void labelsChanged() {
        labels.chooseFirst();
        findSession().ifPresent(current -> regions.show(current.set(), labels.schema()));
    }

    public void perform(EditRequest request) {
        findSession().ifPresent(current -> {
            current.perform(request.name(), started(request.edit(), current.set()));
            selection.set(request.after().within(current.set()));
        });
    }

    /// New regions that say nothing yet begin with the start values of their label.
    private Edit started(Edit edit, AnnotationSet set) {
        if (edit instanceof Edit.Several(List<Edit> edits)) {
            return new Edit.Several(edits.stream().map(one -> started(one, set)).toList());
        }
        return edit instanceof Edit.Insert(List<Edit.Placed> placed)
                ? new Edit.Insert(placed.stream().map(one -> new Edit.Placed(one.index(), started(one.annotation(), set))).toList())
                : edit;
    }

    private Annotation started(Annotation region, AnnotationSet set) {
        boolean fresh = region.attributes().isEmpty() && set.findAnnotation(region.id()).isEmpty();
        return fresh ? labels.schema().started(region) : region;
    }

    public void undo() {
        settle();
        findSession().ifPresent(LabellingSession::undo);
    }

    public void redo() {
        settle();
        findSession().ifPresent(LabellingSession::redo);
    }

    /// The selected annotations that are neither hidden nor locked.
    public List<Annotation> changeable() {
        return findSession().map(current -> selection.get().of(current.set()).stream().filter(regions::canChange).toList())
                .orElse(List.of());
    }

    /// @return whether there was an item to go to
    public boolean go(int steps) {
        Optional<ItemId> next = queue.neighbour(steps);
        direction = steps < 0 ? -1 : 1;
        next.ifPresent(this::open);
        return next.isPresent();
    }

    /// @return whether it was submitted; the gate may keep it back, and while the next item is still being opened there is nothing to submit
    public boolean submit() {
        settle();
        boolean passed = isCurrentOpen() && gate.getAsBoolean();
        if (passed) {
            findSession().ifPresent(LabellingSession::submit);
        }
        return passed;
    }

    private boolean isCurrentOpen() {
        return findSession().map(current -> current.item().id()).filter(open -> open.equals(wanted)).isPresent();
    }

    /// Says whether the open answer may be submitted.
    public void setGate(BooleanSupplier passes) {
        gate = passes;
    }

    public void reopenAnswer() {
        findSession().ifPresent(LabellingSession::reopen);
    }
}
