package labelwright.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.RelationId;
import labelwright.model.WorkState;

/// One person labels one item. Every change is in memory when the method returns and written in order behind it; closing the workspace
/// waits for that. One thread owns a session; its listeners are called on that thread.
public final class LabellingSession {
    private final Item item;
    private final EditHistory history;
    private final AnnotationIds ids;
    private final Map<ModelId, List<Annotation>> suggested = new LinkedHashMap<>();
    private final Map<AnnotationId, ModelId> modelOf = new HashMap<>();
    private final Map<ModelId, Map<String, String>> suggestedAnswers = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    LabellingSession(Item item, EditHistory history, AnnotationIds ids, List<AnnotationSet> suggestionSets) {
        this.item = item;
        this.history = history;
        this.ids = ids;
        for (AnnotationSet set : suggestionSets) {
            if (set.author() instanceof Author.ByModel(ModelId model) && !set.answers().isEmpty()) {
                suggested.computeIfAbsent(model, _ -> new ArrayList<>());
                suggestedAnswers.put(model, set.answers());
            }
            for (Annotation annotation : set.annotations()) {
                if (annotation.origin() instanceof Origin.Suggested(ModelId model, double _)) {
                    suggested.computeIfAbsent(model, _ -> new ArrayList<>()).add(annotation);
                    modelOf.put(annotation.id(), model);
                }
            }
        }
    }

    public Item item() {
        return item;
    }

    public AnnotationSet set() {
        return history.set();
    }

    public WorkState state() {
        return history.set().state();
    }

    /// An id for an annotation that is about to be drawn.
    public AnnotationId newId() {
        return ids.next();
    }

    public RelationId newRelationId() {
        return ids.nextRelation();
    }

    /// @throws IllegalArgumentException when the edit does not fit the set
    public EditHistory.Commit perform(EditName name, Edit edit) {
        EditHistory.Commit commit = history.perform(name, edit);
        changed();
        return commit;
    }

    /// As [#perform], in the place of the newest step: see [EditHistory#amend].
    public EditHistory.Commit amend(EditName name, Edit edit) {
        EditHistory.Commit commit = history.amend(name, edit);
        changed();
        return commit;
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    public Optional<EditName> undoName() {
        return history.undoName();
    }

    public Optional<EditName> redoName() {
        return history.redoName();
    }

    public Optional<EditHistory.Commit> undo() {
        return told(history.undo());
    }

    public Optional<EditHistory.Commit> redo() {
        return told(history.redo());
    }

    /// The listener is called after each change of the set, on the thread that owns the session.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /// Models that suggested something for the item, oldest first.
    public List<ModelId> suggestingModels() {
        return List.copyOf(suggested.keySet());
    }

    /// What the model would answer about the whole item, whether or not the person has answered it.
    public Map<String, String> suggestedAnswers(ModelId model) {
        return suggestedAnswers.getOrDefault(model, Map.of());
    }

    /// What the model suggested and the person neither took nor refused, best first.
    public List<Annotation> suggestions(ModelId model) {
        Set<AnnotationId> answered = answered();
        return suggested.getOrDefault(model, List.of()).stream().filter(annotation -> !answered.contains(annotation.id()))
                .sorted((a, b) -> Double.compare(b.score(), a.score())).toList();
    }

    /// As [#suggestions(ModelId)], of those the model is at least so sure of.
    public List<Annotation> suggestions(ModelId model, double threshold) {
        return suggestions(model).stream().filter(annotation -> annotation.score() >= threshold).toList();
    }

    /// As [#take(List, UnaryOperator)], with no values but those that the model gave.
    public List<Annotation> take(List<AnnotationId> suggestions) {
        return take(suggestions, UnaryOperator.identity());
    }

    /// Copies the suggestions into the person's answer, as one step. Returns the new annotations in the same order.
    ///
    /// @param started gives a region that is new in the answer the start values of its label
    /// @throws IllegalArgumentException when one of them is no open suggestion for this item
    public List<Annotation> take(List<AnnotationId> suggestions, UnaryOperator<Annotation> started) {
        List<Annotation> taken = new ArrayList<>();
        for (AnnotationId id : suggestions) {
            Annotation suggestion = open(id);
            taken.add(started.apply(new Annotation(ids.next(), suggestion.label(), suggestion.shape(),
                    new Origin.Taken(id, model(id), suggestion.score(), Origin.Fidelity.UNCHANGED), suggestion.attributes())));
        }
        if (!taken.isEmpty()) {
            perform(taken.size() == 1 ? EditName.TAKE_SUGGESTION : EditName.TAKE_SUGGESTIONS, Edit.add(set(), taken));
        }
        return taken;
    }

    /// Says no to the suggestions, as one step.
    /// @throws IllegalArgumentException when one of them is no open suggestion for this item
    public void refuse(Collection<AnnotationId> suggestions) {
        Set<AnnotationId> refused = new HashSet<>();
        suggestions.forEach(id -> refused.add(open(id).id()));
        if (!refused.isEmpty()) {
            perform(refused.size() == 1 ? EditName.REFUSE_SUGGESTION : EditName.REFUSE_SUGGESTIONS, new Edit.Refuse(refused));
        }
    }

    /// Says that the answer is complete, also when it is empty. Nothing happens when it was said already.
    public void submit() {
        if (!state().isComplete()) {
            perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
        }
    }

    /// Makes a complete or rejected answer a draft again. Nothing happens to one that is not complete yet.
    public void reopen() {
        if (state().canMoveTo(WorkState.DRAFT) && state() != WorkState.NEW) {
            perform(EditName.REOPEN, new Edit.ChangeState(WorkState.DRAFT));
        }
    }

    private Set<AnnotationId> answered() {
        Set<AnnotationId> answered = new HashSet<>(set().refused());
        for (Annotation annotation : set().annotations()) {
            if (annotation.origin() instanceof Origin.Taken taken) {
                answered.add(taken.suggestion());
            }
        }
        return answered;
    }

    private Annotation open(AnnotationId id) {
        return suggestions(model(id)).stream().filter(annotation -> annotation.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Suggestion " + id + " was answered already"));
    }

    private ModelId model(AnnotationId id) {
        ModelId model = modelOf.get(id);
        if (model == null) {
            throw new IllegalArgumentException("No model suggested " + id + " for item " + item.id());
        }
        return model;
    }

    private Optional<EditHistory.Commit> told(Optional<EditHistory.Commit> commit) {
        commit.ifPresent(_ -> changed());
        return commit;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
