package labelwright.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.jdbi.v3.core.Handle;

import labelwright.edit.EditHistory;
import labelwright.edit.Step;
import labelwright.model.Annotation;
import labelwright.model.AnnotationList;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.ProjectId;
import labelwright.model.SuggestionCount;
import labelwright.model.WorkState;

/// What authors said about items. Thread-safe.
public final class AnnotationRepository {
    private static final int PAGE = 1000;
    private final Database database;
    private final Authors authors;
    private final Visibility visibility;
    private final Catalogues catalogues;

    AnnotationRepository(Database database, Authors authors, Visibility visibility, Catalogues catalogues) {
        this.database = database;
        this.authors = authors;
        this.visibility = visibility;
        this.catalogues = catalogues;
    }

    /// Makes the person the author of labels that came with a sample and that nobody has touched, if the person has labelled nothing yet.
    /// To be called before anything is read for the person.
    ///
    /// @param format of the imports that made the sample
    public void adoptSample(String format, Author.Annotator person) {
        boolean wanted = database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM import_batch b WHERE b.format = ?")
                .bind(0, format).mapTo(Long.class).one() > 0);
        if (wanted && database.write(handle -> new SampleAdoption(handle).adopt(format, person))) {
            authors.forget();
            catalogues.tell(Catalogue::changed);
        }
    }

    /// The author's answer; a new empty one when there is none.
    public AnnotationSet set(ItemId item, Author author) {
        return sets(List.of(item), author).getFirst();
    }

    /// One answer for each item, in the order of the items.
    public List<AnnotationSet> sets(List<ItemId> items, Author author) {
        OptionalInt id = authors.find(author);
        if (id.isEmpty()) {
            return items.stream().map(item -> AnnotationSet.empty(item, author)).toList();
        }
        List<AnnotationSet> all = new ArrayList<>(items.size());
        for (int from = 0; from < items.size(); from += PAGE) {
            List<ItemId> page = items.subList(from, Math.min(items.size(), from + PAGE));
            Map<ItemId, AnnotationSet> found = database.read(handle -> new SetReader(handle)
                    .sets(page.stream().map(item -> Authors.setId(item, id.getAsInt())).toList(), _ -> author));
            page.forEach(item -> all.add(found.getOrDefault(item, AnnotationSet.empty(item, author))));
        }
        return all;
    }

    /// Gives every answer that the author has in the project, in the order of import, a page at a time: memory stays bounded, and edits
    /// made meanwhile may or may not be seen.
    public void forEachSet(ProjectId project, Author author, Consumer<AnnotationSet> consumer) {
        OptionalInt id = authors.find(author);
        if (id.isEmpty()) {
            return;
        }
        long last = 0;
        while (true) {
            long after = last;
            List<Long> items = database.read(handle -> handle
                    .createQuery("SELECT i.id FROM item i WHERE i.id > :after AND i.project_id = :project" + visibility.condition()
                            + " ORDER BY i.id FETCH FIRST :page ROWS ONLY")
                    .bind("after", after).bind("project", project.value()).bind("page", PAGE).mapTo(Long.class).list());
            if (items.isEmpty()) {
                return;
            }
            Map<ItemId, AnnotationSet> found = database.read(handle -> new SetReader(handle)
                    .sets(items.stream().map(item -> Authors.setId(new ItemId(item), id.getAsInt())).toList(), _ -> author));
            found.values().forEach(consumer);
            last = items.getLast();
        }
    }

    /// The complete answers (submitted or accepted) that persons and the review gave to these items, for each item the one that was changed
    /// longest ago first. Items without such an answer are missing.
    public Map<ItemId, List<AnnotationSet>> completeSets(List<ItemId> items) {
        Map<ItemId, List<AnnotationSet>> all = new LinkedHashMap<>();
        for (int from = 0; from < items.size(); from += PAGE) {
            List<Long> page = items.subList(from, Math.min(items.size(), from + PAGE)).stream().map(ItemId::value).toList();
            database.read(handle -> {
                completeSets(handle, page, all);
                return all;
            });
        }
        return all;
    }

    private static void completeSets(Handle handle, List<Long> items, Map<ItemId, List<AnnotationSet>> all) {
        Map<Integer, Author> people = new LinkedHashMap<>();
        handle.createQuery("SELECT id, author_key FROM author WHERE model_id IS NULL")
                .map((row, context) -> people.put(row.getInt(1), Author.ofKey(row.getString(2)))).list();
        List<Long> keys = handle
                .createQuery("SELECT s.id FROM UNNEST(:items) WITH ORDINALITY n(item, place) JOIN annotation_set s "
                        + "ON s.id BETWEEN CAST(n.item AS BIGINT) * 1000000 AND CAST(n.item AS BIGINT) * 1000000 + 999999 WHERE s.state IN (:submitted, :accepted) "
                        + "ORDER BY n.place, s.changed, s.id")
                .bindArray("items", Long.class, items).bind("submitted", WorkState.SUBMITTED.code())
                .bind("accepted", WorkState.ACCEPTED.code())
                .mapTo(Long.class).list().stream().filter(key -> people.containsKey(authorOf(key))).toList();
        Map<Long, AnnotationSet> sets = new SetReader(handle).byKey(keys, people::get);
        for (Long key : keys) {
            AnnotationSet set = sets.get(key);
            if (set != null) {
                all.computeIfAbsent(set.item(), _ -> new ArrayList<>()).add(set);
            }
        }
    }

    private static int authorOf(long key) {
        return (int) (key % Authors.PER_ITEM);
    }

    /// Everything that was done to a set, for undo and redo after a restart.
    public StoredHistory history(ItemId item, Author author) {
        OptionalInt id = authors.find(author);
        if (id.isEmpty()) {
            return new StoredHistory(List.of(), List.of());
        }
        long set = Authors.setId(item, id.getAsInt());
        return database.read(handle -> {
            List<Step> steps = new Journal(handle, set).steps();
            int done = SetRow.find(handle, set).map(SetRow::steps).orElse(0);
            return new StoredHistory(steps.subList(0, done), steps.subList(done, steps.size()));
        });
    }

    /// Writes one change and its entry in the journal; it is in the file when this returns.
    /// @throws StoreException FAILED when the stored answer is not the one that the change started from, or the item is gone
    public void commit(EditHistory.Commit commit) {
        AnnotationSet before = commit.before();
        AnnotationSet after = commit.after();
        int author = authors.idOf(before.author());
        database.changeAside(handle -> {
            long set = Authors.setId(before.item(), author);
            Optional<SetRow> stored = SetRow.find(handle, set);
            requireSame(handle, stored, before);
            int done = stored.map(SetRow::steps).orElse(0);
            new SetWriter(handle, before.item(), author).write(before, after);
            int steps = switch (commit.direction()) {
                case PERFORM -> {
                    new Journal(handle, set).add(done, commit.step());
                    yield done + 1;
                }
                case UNDO -> done - 1;
                case REDO -> done + 1;
            };
            SetRow.of(after, author, steps).save(handle, stored.isPresent());
            HighestIds.coverAnnotation(handle, highest(after));
        });
        Catalogue.Answer answer = Catalogue.Answer.of(after, author);
        catalogues.tell(catalogue -> catalogue.answered(answer));
    }

    private static long highest(AnnotationSet set) {
        long relation = set.relations().isEmpty() ? 0 : set.relations().getLast().id().value();
        return Math.max(relation, AnnotationList.of(set.annotations()).highestId());
    }

    private static void requireSame(Handle handle, Optional<SetRow> stored, AnnotationSet before) {
        boolean same = stored.map(row -> row.state() == before.state() && row.annotations() == before.annotations().size()
                && row.answers().equals(before.answers()))
                .orElseGet(() -> before.annotations().isEmpty() && before.answers().isEmpty());
        if (!same) {
            throw StoreException.failed("The annotations of item " + before.item()
                    + " were changed by something else meanwhile, such as an import. Open the item again; this one edit was not saved.");
        }
        if (stored.isEmpty() && handle.createQuery("SELECT id FROM item WHERE id = ?").bind(0, before.item().value()).mapTo(Long.class)
                .findOne().isEmpty()) {
            throw StoreException.failed("Item " + before.item() + " is not in the workspace any more; the edit was not saved.");
        }
    }

    /// Replaces what the model suggested for the items of these sets. The sets' own author is not looked at. Answers are taken to be certain.
    public void saveSuggestions(ModelId model, List<AnnotationSet> sets) {
        saveSuggestions(model, sets, Map.of());
    }

    /// As [#saveSuggestions(ModelId, List)].
    ///
    /// @param certainties how sure the model is of its answers, 0 to 1, by item; items that are missing have 1
    public void saveSuggestions(ModelId model, List<AnnotationSet> sets, Map<ItemId, Double> certainties) {
        int author = authors.idOf(new Author.ByModel(model));
        database.change(handle -> {
            ModelRepository.read(handle, model);
            for (AnnotationSet set : sets) {
                saveSuggestions(handle, author, set, certainties.getOrDefault(set.item(), 1.0));
            }
        });
        catalogues.tell(catalogue -> catalogue.suggested(author));
    }

    private static void saveSuggestions(Handle handle, int author, AnnotationSet after, double certainty) throws SQLException {
        long id = Authors.setId(after.item(), author);
        Optional<SetRow> stored = SetRow.find(handle, id);
        AnnotationSet before = stored.isEmpty()
                ? AnnotationSet.empty(after.item(), after.author())
                : new SetReader(handle).sets(List.of(id), _ -> after.author()).getOrDefault(after.item(),
                        AnnotationSet.empty(after.item(), after.author()));
        new SetWriter(handle, after.item(), author).write(before, after);
        SetRow.suggested(after, author, certainty).save(handle, stored.isPresent());
        HighestIds.coverAnnotation(handle, highest(after));
    }

    /// What all models suggested for the item, oldest model first; models that suggested nothing are missing.
    public List<AnnotationSet> suggestionSets(ItemId item) {
        return database.read(handle -> said(handle, item, "t.model_id IS NOT NULL ORDER BY t.model_id"));
    }

    /// What other people answered about the item, by their names; those who said nothing are missing.
    public List<AnnotationSet> othersThan(Author author, ItemId item) {
        return database.read(handle -> said(handle, item, "t.model_id IS NULL ORDER BY t.author_key")).stream()
                .filter(set -> !set.author().equals(author)).toList();
    }

    /// @param whose the condition on authors and their order
    private static List<AnnotationSet> said(Handle handle, ItemId item, String whose) {
        Map<Integer, Author> authors = new LinkedHashMap<>();
        List<Long> sets = handle
                .createQuery("SELECT s.id, t.id, t.author_key FROM annotation_set s JOIN author t ON t.id = s.author_id "
                        + "WHERE s.id BETWEEN :first AND :last AND (s.annotations > 0 OR s.answers IS NOT NULL) AND " + whose)
                .bind("first", Authors.firstSetOf(item.value())).bind("last", Authors.lastSetOf(item.value())).map((row, context) -> {
                    authors.put(row.getInt(2), Author.ofKey(row.getString(3)));
                    return row.getLong(1);
                }).list();
        List<AnnotationSet> found = new ArrayList<>();
        for (Long set : sets) {
            int author = authorOf(set);
            found.addAll(new SetReader(handle).sets(List.of(set), _ -> authors.get(author)).values());
        }
        return found;
    }

    /// For every model of the project, what all people together said to its suggestions. `taken` counts those that are as the model said,
    /// `changed` those that were changed since. Answers count as [SuggestedAnswers] says.
    public List<SuggestionCount> suggestionCounts(ProjectId project) {
        return database.read(handle -> {
            List<SuggestionCount> regions = handle.createQuery(SUGGESTION_COUNTS).bind("project", project.value())
                    .map((row, context) -> new SuggestionCount(new ModelId(row.getLong(1)), row.getLong(2), row.getLong(3), row.getLong(4),
                            Math.max(0, row.getLong(5) - row.getLong(6))))
                    .list();
            Map<ModelId, SuggestedAnswers.Counts> answers = new SuggestedAnswers(handle)
                    .counts(regions.stream().map(SuggestionCount::model).toList(),
                            ProjectRepository.read(handle, project).schema().picture());
            return regions.stream().map(count -> with(answers.getOrDefault(count.model(), new SuggestedAnswers.Counts()), count)).toList();
        });
    }

    private static SuggestionCount with(SuggestedAnswers.Counts answers, SuggestionCount regions) {
        return new SuggestionCount(regions.model(), regions.taken() + answers.taken, regions.changed(), regions.refused() + answers.refused,
                regions.open() + answers.open);
    }

    private static final String SUGGESTION_COUNTS = """
            SELECT m.id,
                (SELECT COUNT(*) FROM taken t WHERE t.model_id = m.id AND NOT t.changed),
                (SELECT COUNT(*) FROM taken t WHERE t.model_id = m.id AND t.changed),
                (SELECT COUNT(*) FROM refused r WHERE r.model_id = m.id AND r.suggestion_id >= 0),
                (SELECT COALESCE(SUM(s.annotations), 0) FROM annotation_set s JOIN author w ON w.id = s.author_id WHERE w.model_id = m.id),
                (SELECT COUNT(*) FROM annotation a WHERE a.id IN (
                    SELECT t.suggestion_id FROM taken t WHERE t.model_id = m.id
                    UNION SELECT r.suggestion_id FROM refused r WHERE r.model_id = m.id))
            FROM model_version m WHERE m.project_id = :project ORDER BY m.id""";

    static DoubleSummaryStatistics suggestedScores(List<Annotation> annotations) {
        DoubleSummaryStatistics scores = new DoubleSummaryStatistics();
        for (Annotation annotation : annotations) {
            if (annotation.origin() instanceof Origin.Suggested suggested) {
                scores.accept(suggested.score());
            }
        }
        return scores;
    }
}
