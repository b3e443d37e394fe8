package labelwright.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import labelwright.model.AnnotationSet;
import labelwright.model.WorkState;

/// The current annotation set of one author on one item, and everything done to it. Not thread-safe: one thread owns it.
public final class EditHistory {

    /// Is told of every change after it was applied in memory and before [#set] shows it. If it throws, nothing happened.
    @FunctionalInterface
    public interface Sink {
        void committed(Commit commit);
    }

    /// Which way the step was gone.
    public enum Direction {
        /// A new step; steps that were undone before it are gone for good.
        PERFORM, UNDO, REDO
    }

    /// One change that happened.
    public record Commit(Direction direction, Step step, AnnotationSet before, AnnotationSet after) {}

    private final Sink sink;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private AnnotationSet set;

    /// @param done oldest first
    /// @param undone in the order in which redo would go through them
    public EditHistory(AnnotationSet set, List<Step> done, List<Step> undone, Sink sink) {
        this.set = set;
        this.sink = sink;
        done.forEach(this.done::push);
        undone.reversed().forEach(this.undone::push);
    }

    public AnnotationSet set() {
        return set;
    }

    /// The one door through which a set changes. Content changes make the answer a draft.
    /// @throws IllegalArgumentException when the edit does not fit the set, or the move to the state is not legal
    public Commit perform(EditName name, Edit edit) {
        Edit whole = withState(edit);
        Edit.Applied applied = whole.apply(set);
        Step step = new Step(name, whole, applied.inverse());
        Commit commit = commit(Direction.PERFORM, step, applied.set());
        undone.clear();
        done.push(step);
        return commit;
    }

    /// As [#perform], in the place of the newest step: that one is undone first and is not in the history any more. For a word that is
    /// still being typed, which is one step however often it was kept meanwhile.
    /// @throws IllegalArgumentException when there is no step, or the edit does not fit the set as it was before that step
    public Commit amend(EditName name, Edit edit) {
        if (undo().isEmpty()) {
            throw new IllegalArgumentException("There is no step that could be amended");
        }
        return perform(name, edit);
    }

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    public Optional<EditName> undoName() {
        return Optional.ofNullable(done.peek()).map(Step::name);
    }

    public Optional<EditName> redoName() {
        return Optional.ofNullable(undone.peek()).map(Step::name);
    }

    /// Takes the newest step back; empty when there is none.
    public Optional<Commit> undo() {
        Step step = done.peek();
        if (step == null) {
            return Optional.empty();
        }
        Commit commit = commit(Direction.UNDO, step, step.inverse().apply(set).set());
        undone.push(done.pop());
        return Optional.of(commit);
    }

    /// Does the last undone step again; empty when there is none.
    public Optional<Commit> redo() {
        Step step = undone.peek();
        if (step == null) {
            return Optional.empty();
        }
        Commit commit = commit(Direction.REDO, step, step.edit().apply(set).set());
        done.push(undone.pop());
        return Optional.of(commit);
    }

    private Commit commit(Direction direction, Step step, AnnotationSet after) {
        Commit commit = new Commit(direction, step, set, after);
        sink.committed(commit);
        set = after;
        return commit;
    }

    private Edit withState(Edit edit) {
        return switch (edit) {
            case Edit.ChangeState(WorkState to) -> {
                if (!set.state().canMoveTo(to)) {
                    throw new IllegalArgumentException("An answer that is " + set.state() + " cannot become " + to);
                }
                yield edit;
            }
            case Edit.Insert _, Edit.Remove _, Edit.Replace _, Edit.InsertRelations _, Edit.RemoveRelations _, Edit.ReplaceRelations _, Edit.ChangePixels _, Edit.Refuse _, Edit.Unrefuse _, Edit.Answer _, Edit.Several _ ->
                set.state() == WorkState.DRAFT
                        ? edit
                        : new Edit.Several(List.of(new Edit.ChangeState(WorkState.DRAFT), edit));
        };
    }
}
