package labelwright.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import labelwright.model.AnswerSuggestion;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationTypeId;
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
    private final List<Relation> suggestedRelations = new ArrayList<>();
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
            suggestedRelations.addAll(set.relations());
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

    /// Whether the model suggested any region for the item, answered or not.
    public boolean suggestsRegions(ModelId model) {
        return !suggested.getOrDefault(model, List.of()).isEmpty();
    }

    /// What the model would answer about the whole item and the person neither answered nor refused, in the order of the questions' names.
    public List<AnswerSuggestion> suggestedAnswers(ModelId model) {
        return suggestedAnswers.getOrDefault(model, Map.of()).entrySet().stream()
                .map(answer -> new AnswerSuggestion(model, answer.getKey(), answer.getValue()))
                .filter(answer -> !set().answers().containsKey(answer.question()) && !set().refused().contains(answer.id()))
                .sorted(Comparator.comparing(AnswerSuggestion::question)).toList();
    }

    /// Relations between suggestions of which the person neither took nor refused any. Their ends are suggestions.
    public List<Relation> suggestedRelations(ModelId model) {
        Set<AnnotationId> open = new HashSet<>();
        suggestions(model).forEach(suggestion -> open.add(suggestion.id()));
        return suggestedRelations.stream().filter(relation -> open.contains(relation.from()) && open.contains(relation.to())).toList();
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

    /// The values that something begins with which the person takes.
    ///
    /// @param region gives a region that is new in the answer the start values of its label
    /// @param answers values for questions about the whole item that nobody has answered yet
    public record StartValues(UnaryOperator<Annotation> region, Map<String, String> answers) {
        public static final StartValues NONE = new StartValues(UnaryOperator.identity(), Map.of());
    }

    /// Takes regions as they are, see [#take(List, List, StartValues)].
    public List<Annotation> take(List<AnnotationId> regions) {
        return take(regions, List.of(), StartValues.NONE);
    }

    /// Copies suggestions into the person's answer, as one step. A relation of the model comes along when its second end is taken. Returns the new annotations in the order of
    /// the regions.
    ///
    /// @throws IllegalArgumentException when one of them is no open suggestion for this item
    public List<Annotation> take(List<AnnotationId> regions, List<AnswerSuggestion> answers, StartValues start) {
        List<Annotation> taken = new ArrayList<>();
        Map<AnnotationId, AnnotationId> copies = new HashMap<>();
        for (Annotation suggestion : requireOpen(regions)) {
            AnnotationId id = suggestion.id();
            Annotation copy = start.region.apply(new Annotation(ids.next(), suggestion.label(), suggestion.shape(),
                    taken(id, model(id), suggestion.origin()), suggestion.attributes()));
            taken.add(copy);
            copies.put(id, copy.id());
        }
        List<Edit> edits = new ArrayList<>();
        if (!taken.isEmpty()) {
            edits.add(Edit.add(set(), taken));
        }
        List<Relation> relations = relations(copies);
        if (!relations.isEmpty()) {
            edits.add(new Edit.InsertRelations(relations));
        }
        if (!answers.isEmpty()) {
            Map<String, String> said = new HashMap<>(start.answers);
            answers.forEach(answer -> said.put(requireOpen(answer).question(), answer.value()));
            edits.add(new Edit.Answer(said));
        }
        if (!edits.isEmpty()) {
            perform(taken.size() + answers.size() == 1 ? EditName.TAKE_SUGGESTION : EditName.TAKE_SUGGESTIONS,
                    edits.size() == 1 ? edits.getFirst() : new Edit.Several(edits));
        }
        return taken;
    }

    /// Copies of the suggested relations that touch what is being taken and whose other end is taken too, now or before. Where the person has joined the two in the same way,
    /// nothing is added.
    ///
    /// @param copies what is being taken: from suggestions to their copies
    private List<Relation> relations(Map<AnnotationId, AnnotationId> copies) {
        if (copies.isEmpty() || suggestedRelations.isEmpty()) {
            return List.of();
        }
        Map<AnnotationId, AnnotationId> all = new HashMap<>();
        for (Annotation annotation : set().annotations()) {
            if (annotation.origin() instanceof Origin.Taken before) {
                all.put(before.suggestion(), annotation.id());
            }
        }
        all.putAll(copies);
        Set<Link> own = new HashSet<>();
        set().relations().forEach(relation -> own.add(new Link(relation.type(), relation.from(), relation.to())));
        List<Relation> relations = new ArrayList<>();
        for (Relation relation : suggestedRelations) {
            AnnotationId from = all.get(relation.from());
            AnnotationId to = all.get(relation.to());
            boolean fresh = copies.containsKey(relation.from()) || copies.containsKey(relation.to());
            if (fresh && from != null && to != null && own.add(new Link(relation.type(), from, to))) {
                ModelId model = model(relation.from());
                relations.add(new Relation(ids.nextRelation(), relation.type(), from, to,
                        taken(new AnnotationId(relation.id().value()), model, relation.origin()), relation.attributes()));
            }
        }
        return relations;
    }

    private record Link(RelationTypeId type, AnnotationId from, AnnotationId to) {}

    private static Origin taken(AnnotationId suggestion, ModelId model, Origin origin) {
        double score = origin instanceof Origin.Suggested suggested ? suggested.score() : 1;
        return new Origin.Taken(suggestion, model, score, Origin.Fidelity.UNCHANGED);
    }

    /// Says no to regions, see [#refuse(Collection, Collection)].
    public void refuse(Collection<AnnotationId> regions) {
        refuse(regions, List.of());
    }

    /// Says no to suggestions, as one step.
    /// @throws IllegalArgumentException when one of them is no open suggestion for this item
    public void refuse(Collection<AnnotationId> regions, Collection<AnswerSuggestion> answers) {
        Set<AnnotationId> refused = new HashSet<>();
        requireOpen(regions).forEach(suggestion -> refused.add(suggestion.id()));
        answers.forEach(answer -> refused.add(requireOpen(answer).id()));
        if (!refused.isEmpty()) {
            perform(refused.size() == 1 ? EditName.REFUSE_SUGGESTION : EditName.REFUSE_SUGGESTIONS, new Edit.Refuse(refused));
        }
    }

    private AnswerSuggestion requireOpen(AnswerSuggestion answer) {
        if (!suggestedAnswers(answer.model()).contains(answer)) {
            throw new IllegalArgumentException("The answer to \"" + answer.question() + "\" was given already, or nobody suggested it");
        }
        return answer;
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

    private List<Annotation> requireOpen(Collection<AnnotationId> regions) {
        Map<AnnotationId, Annotation> open = new HashMap<>();
        regions.stream().map(this::model).distinct()
                .forEach(model -> suggestions(model).forEach(suggestion -> open.put(suggestion.id(), suggestion)));
        List<Annotation> found = new ArrayList<>();
        for (AnnotationId id : regions) {
            Annotation suggestion = open.get(id);
            if (suggestion == null) {
                throw new IllegalArgumentException("Suggestion " + id + " was answered already");
            }
            found.add(suggestion);
        }
        return found;
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
