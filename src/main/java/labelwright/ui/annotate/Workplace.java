package labelwright.ui.annotate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.tool.EditRequest;
import labelwright.canvas.tool.Tool;
import labelwright.edit.Edit;
import labelwright.edit.Selection;
import labelwright.media.Picture;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.query.ItemRow;
import labelwright.ui.action.Texts;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.FileState;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.Workbench;

/// The open picture, its answer, and everything that a person does to it. FX thread only.
final class Workplace {
    private static final Texts TEXTS = Texts.of(Workplace.class);
    /// Of the neighbours, the next and the one just left.
    private static final int OPENED_AHEAD = 2;

    private final Workbench workbench;
    private final ProjectContext context;
    private final FxJobs jobs;
    private final LatestRead opening;
    private final WorkQueue queue;
    private final Suggestions suggestions = new Suggestions();
    private final Regions regions = new Regions();
    private final Labels labels;
    private final ReadOnlyObjectWrapper<@Nullable LabellingSession> session = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AnnotationSet> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PictureState> picture = new ReadOnlyObjectWrapper<>(new PictureState.None());
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
    private final ObjectProperty<Tool.Kind> tool = new SimpleObjectProperty<>(Tool.Kind.SELECT);
    private final List<Runnable> leaving = new ArrayList<>();
    private BooleanSupplier gate = () -> true;
    private boolean worked;
    /// The picture that was asked for last; another one may still be open.
    private @Nullable ItemId wanted;
    private int direction = 1;

    Workplace(ProjectContext context) {
        this.workbench = context.workbench();
        this.context = context;
        this.jobs = context.app().jobs();
        this.opening = jobs.latest();
        this.queue = new WorkQueue(context);
        this.labels = new Labels(context);
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

    WorkQueue queue() {
        return queue;
    }

    Suggestions suggestions() {
        return suggestions;
    }

    Regions regions() {
        return regions;
    }

    Labels labels() {
        return labels;
    }

    /// Null while no picture is open.
    ReadOnlyObjectProperty<@Nullable LabellingSession> session() {
        return session.getReadOnlyProperty();
    }

    Optional<LabellingSession> findSession() {
        return Optional.ofNullable(session.get());
    }

    /// The answer as it is now; null while no picture is open.
    ReadOnlyObjectProperty<@Nullable AnnotationSet> answer() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PictureState> picture() {
        return picture.getReadOnlyProperty();
    }

    ObjectProperty<Selection> selection() {
        return selection;
    }

    ObjectProperty<Tool.Kind> tool() {
        return tool;
    }

    /// Whether something was done here since this was asked last.
    boolean takeWorked() {
        boolean was = worked;
        worked = false;
        return was;
    }

    /// Reads the pictures of the project in the chosen order; the open one stays open. When none is, work goes on at the first that was
    /// not begun yet.
    void start() {
        queue.load(() -> {
            if (session.get() == null && !queue.items().isEmpty()) {
                queue.findUnlabelled(found -> open(found.orElseGet(() -> queue.items().getFirst())));
            }
        });
    }

    /// Somebody else may have changed pictures, suggestions or who is at work: reads again what is shown here.
    void reload() {
        if (queue.sequence().get() == Sequence.GIVEN && queue.current().isPresent()) {
            queue.refresh();
        } else {
            start();
        }
        reopen();
    }

    /// The runnable is called before the open answer is left, submitted, undone or redone, to write down what a field still holds.
    void onLeaving(Runnable runnable) {
        leaving.add(runnable);
    }

    /// Writes down what fields still hold.
    void settle() {
        leaving.forEach(Runnable::run);
    }

    /// Opens the picture in the background; of several in a row only the last one opens.
    void open(ItemId item) {
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

    /// Reads the open picture again: somebody else changed it, or a model suggested something new.
    void reopen() {
        queue.current().ifPresent(this::open);
    }

    private void show(LabellingSession opened) {
        boolean samePicture = isOpen(opened.item());
        session.set(opened);
        opened.onChange(() -> changed(opened));
        if (!samePicture) {
            regions.reset();
        }
        selection.set(samePicture ? selection.get().within(opened.set()) : Selection.NONE);
        refresh(opened);
        showPicture(opened.item());
        suggestions.open(opened);
    }

    private void showPicture(Item item) {
        Optional<Picture> ready = workbench.pictures().findPicture(item);
        if (ready.isPresent()) {
            picture.set(new PictureState.Ready(item, ready.get()));
            return;
        }
        picture.set(new PictureState.Loading(item));
        jobs.deliver(TEXTS.get("doing.open"), workbench.pictures().picture(item), pixels -> {
            if (isOpen(item)) {
                picture.set(new PictureState.Ready(item, pixels));
            }
        }, fault -> absent(item, fault));
    }

    private void absent(Item item, Throwable fault) {
        String why = Optional.ofNullable(fault.getMessage()).orElse(fault.toString());
        jobs.read(TEXTS.get("doing.open"), () -> workbench.catalogue().fileState(item), state -> {
            if (isOpen(item)) {
                FileState told = state == FileState.PRESENT ? FileState.UNREADABLE : state;
                picture.set(new PictureState.Absent(item, told, workbench.catalogue().file(item), why));
            }
        });
    }

    private boolean isOpen(Item item) {
        return findSession().filter(current -> current.item().id().equals(item.id())).isPresent();
    }

    /// How far to read ahead of a person.
    enum Reach {
        /// One picture: nothing else may compete with the person's next key.
        NEXT,
        /// What a person who looks at a picture for a while may ask for.
        AROUND;

        /// In how many steps the pictures are, the likeliest first.
        private List<Integer> steps() {
            return switch (this) {
                case NEXT -> List.of(1);
                case AROUND -> List.of(1, -1, 2, 3, 4);
            };
        }
    }

    /// Gets what is likely to be asked for next: the next picture in the direction in which the person goes, the one just left, and then those
    /// further on. To be called when the open picture is on the screen.
    ///
    /// @param reach how far
    void readAhead(Reach reach) {
        List<ItemId> near = new ArrayList<>();
        for (int step : reach.steps()) {
            queue.neighbour(direction * step).ifPresent(near::add);
        }
        Author.Annotator annotator = context.annotator().get();
        jobs.read(TEXTS.get("doing.rows"), () -> {
            workbench.labelling().openAhead(near.subList(0, Math.min(OPENED_AHEAD, near.size())), annotator);
            workbench.pictures().prefetch(workbench.catalogue().rows(near, annotator).stream().map(ItemRow::item).toList());
            return near;
        }, _ -> {});
    }

    private void changed(LabellingSession of) {
        if (of.equals(session.get())) {
            worked = true;
            refresh(of);
            suggestions.refresh();
            queue.worked(of.item().id(), of.state(), of.set().annotations().size(), suggestions.open().get());
        }
    }

    private void refresh(LabellingSession of) {
        regions.show(of.set(), labels.schema());
        answer.set(of.set());
        selection.set(selection.get().within(of.set()));
    }

    /// The labels of the project changed.
    void labelsChanged() {
        labels.chooseFirst();
        findSession().ifPresent(current -> regions.show(current.set(), labels.schema()));
    }

    void perform(EditRequest request) {
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

    void undo() {
        settle();
        findSession().ifPresent(LabellingSession::undo);
    }

    void redo() {
        settle();
        findSession().ifPresent(LabellingSession::redo);
    }

    /// The selected annotations that are neither hidden nor locked.
    List<Annotation> changeable() {
        return findSession().map(current -> selection.get().of(current.set()).stream().filter(regions::canChange).toList())
                .orElse(List.of());
    }

    /// @return whether there was a picture to go to
    boolean go(int steps) {
        Optional<ItemId> next = queue.neighbour(steps);
        direction = steps < 0 ? -1 : 1;
        next.ifPresent(this::open);
        return next.isPresent();
    }

    /// @return whether it was submitted; the gate may keep it back, and while the next picture is still being opened there is nothing to submit
    boolean submit() {
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
    void setGate(BooleanSupplier passes) {
        gate = passes;
    }

    void reopenAnswer() {
        findSession().ifPresent(LabellingSession::reopen);
    }

    /// Says where the missing picture is now.
    ///
    /// @param found gets how many pictures were found with it
    void locate(Item item, Path file, IntConsumer found) {
        jobs.read(TEXTS.get("doing.locate"), () -> workbench.catalogue().locate(item, file), items -> {
            found.accept(items.size());
            reopen();
        });
    }
}
