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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.WorkState;

/// One person labels one item. Every change is in memory when the method returns and written in order behind it; closing the workspace
/// waits for that. One thread owns a session; its listeners are called on that thread.
public final class LabellingSession {
    private final Item item;
    private final EditHistory history;
    private final AnnotationIds ids;
    private final Map<Author, OtherAnswer> models = new LinkedHashMap<>();
    private final Map<Author, OtherAnswer> people = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    LabellingSession(Item item, EditHistory history, AnnotationIds ids, List<AnnotationSet> suggestionSets) {
        this.item = item;
        this.history = history;
        this.ids = ids;
        for (AnnotationSet set : suggestionSets) {
            if (set.author() instanceof Author.ByModel(ModelId model)) {
                models.put(set.author(), new ModelAnswer(model, set));
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

    /// Lays what other people answered beside this answer, in the place of what was brought before. Nothing happens when it is about another item.
    public void bring(OtherPeople others) {
        if (others.item().equals(item.id())) {
            people.clear();
            others.answers().forEach(answer -> people.put(answer.author(), answer));
        }
    }

    /// Models that suggested something for the item, oldest first.
    public List<Author> suggestingModels() {
        return List.copyOf(models.keySet());
    }

    /// Other people whose answers were brought here, by name.
    public List<Author> people() {
        return List.copyOf(people.keySet());
    }

    /// One region of the other's, open or not.
    public Optional<Annotation> region(Author other, AnnotationId id) {
        return find(other).flatMap(answer -> answer.said().findAnnotation(id));
    }

    /// Whether the other one has any region on the item, answered or not.
    public boolean hasRegions(Author other) {
        return find(other).filter(answer -> !answer.said().annotations().isEmpty()).isPresent();
    }

    /// How the regions of another person and one's own stand to each other; empty for models.
    public Optional<Agreement> agreement(Author other) {
        return find(other).filter(PersonAnswer.class::isInstance).map(PersonAnswer.class::cast).map(answer -> answer.agreement(set()));
    }

    /// What the other one says about the whole item and the person neither says nor refused, in the order of the questions' names. A question that was answered
    /// otherwise is open only towards people.
    public List<AnswerSuggestion> suggestedAnswers(Author other) {
        return find(other).map(answer -> answer.answers(set())).orElse(List.of());
    }

    /// Relations between suggestions of which the person neither took nor refused any. Their ends are suggestions.
    public List<Relation> suggestedRelations(Author other) {
        return find(other).map(answer -> answer.relations(set())).orElse(List.of());
    }

    /// Relations of another person between regions that both have, where one's own answer has none. Their ends are the other person's regions.
    public List<Relation> missingRelations(Author other) {
        return find(other).map(answer -> answer.missing(set())).orElse(List.of());
    }

    /// What the other one says and the person neither has nor refused: of a model best first, of a person in the order of reading.
    public List<Annotation> suggestions(Author other) {
        return find(other).map(answer -> answer.regions(set())).orElse(List.of());
    }

    private Optional<OtherAnswer> find(Author other) {
        return Optional.ofNullable(models.get(other)).or(() -> Optional.ofNullable(people.get(other)));
    }

    /// The values that something begins with which the person takes.
    ///
    /// @param region gives a region that is new in the answer the start values of its label
    /// @param answers values for questions about the whole item that nobody has answered yet
    public record StartValues(UnaryOperator<Annotation> region, Map<String, String> answers) {
        public static final StartValues NONE = new StartValues(UnaryOperator.identity(), Map.of());
    }

    /// What a person takes of one other answer, as one step.
    ///
    /// @param regions that are open
    /// @param answers that are open
    /// @param relations of those that are missing
    public record Taking(List<AnnotationId> regions, List<AnswerSuggestion> answers, List<Relation> relations, StartValues start) {
        public Taking {
            regions = List.copyOf(regions);
            answers = List.copyOf(answers);
            relations = List.copyOf(relations);
        }
    }

    /// Takes regions as they are, see [#take(List, List, StartValues)].
    public List<Annotation> take(List<AnnotationId> regions) {
        return take(regions, List.of(), StartValues.NONE);
    }

    /// As [#take(Taking)], without relations that are taken for themselves.
    public List<Annotation> take(List<AnnotationId> regions, List<AnswerSuggestion> answers, StartValues start) {
        return take(new Taking(regions, answers, List.of(), start));
    }

    /// Copies suggestions, or what another person has, into the person's answer, as one step. A relation comes along when its second end is taken. Where
    /// another person's region is one's own with another label or other attributes, it takes its place. Returns the new annotations in the order of the regions.
    ///
    /// @throws IllegalArgumentException when one of them is not open for this item, or when they are of several others
    public List<Annotation> take(Taking taking) {
        List<Edit> edits = new ArrayList<>();
        List<Annotation> taken = List.of();
        if (!taking.regions.isEmpty() || !taking.relations.isEmpty()) {
            OtherAnswer other = taking.regions.isEmpty() ? holder(taking.relations.getFirst()) : holder(taking.regions.getFirst());
            TakeStep step = new TakeStep(set(), other, ids);
            requireOpen(taking.regions).forEach(region -> step.take(region, taking.start));
            edits.addAll(step.edits(set(), taking.relations));
            taken = step.taken();
        }
        if (!taking.answers.isEmpty()) {
            Map<String, String> said = new HashMap<>(taking.start.answers);
            taking.answers.forEach(answer -> said.put(requireOpen(answer).question(), answer.value()));
            edits.add(new Edit.Answer(said));
        }
        if (!edits.isEmpty()) {
            int parts = taking.regions.size() + taking.answers.size() + taking.relations.size();
            perform(parts == 1 ? EditName.TAKE_SUGGESTION : EditName.TAKE_SUGGESTIONS,
                    edits.size() == 1 ? edits.getFirst() : new Edit.Several(edits));
        }
        return taken;
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
        if (!suggestedAnswers(answer.author()).contains(answer)) {
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

    private List<Annotation> requireOpen(Collection<AnnotationId> regions) {
        Map<AnnotationId, Annotation> open = new HashMap<>();
        regions.stream().map(this::holder).distinct()
                .forEach(other -> other.regions(set()).forEach(suggestion -> open.put(suggestion.id(), suggestion)));
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

    private OtherAnswer holder(AnnotationId id) {
        return holder(other -> other.said().findAnnotation(id).isPresent(),
                "Nobody else says anything of region " + id + " of item " + item.id());
    }

    private OtherAnswer holder(Relation relation) {
        return holder(other -> other.said().relations().contains(relation),
                "Nobody else says anything of relation " + relation.id() + " of item " + item.id());
    }

    private OtherAnswer holder(Predicate<OtherAnswer> holds, String otherwise) {
        return Stream.concat(models.values().stream(), people.values().stream()).filter(holds).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(otherwise));
    }

    private Optional<EditHistory.Commit> told(Optional<EditHistory.Commit> commit) {
        commit.ifPresent(_ -> changed());
        return commit;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
