package labelwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jdbi.v3.core.Handle;

import labelwright.model.AnnotationId;
import labelwright.model.AnswerSuggestion;
import labelwright.model.AttributeForm;
import labelwright.model.Author;
import labelwright.model.ModelId;

/// What became of the answers that models would give about whole items. Such an answer is not copied when it is taken: it counts as taken where a person says the same, as
/// refused where a person says something else or refused it, and as open otherwise.
record SuggestedAnswers(Handle handle) {
    private static final int PAGE = 1000;
    private static final String SETS_OF_ITEMS = " FROM UNNEST(:items) WITH ORDINALITY n(item, place) JOIN annotation_set s "
            + "ON s.id BETWEEN CAST(n.item AS BIGINT) * 1000000 AND CAST(n.item AS BIGINT) * 1000000 + 999999 "
            + "JOIN author w ON w.id = s.author_id ";

    /// Sums over the items of a project.
    static final class Counts {
        long taken;
        long refused;
        long open;
    }

    /// What all people together said to the answers of each model; models without any are missing.
    ///
    /// @param form what the project asks: what it does not ask any more is not counted
    Map<ModelId, Counts> counts(Collection<ModelId> models, AttributeForm form) {
        Map<ModelId, Counts> counts = new HashMap<>();
        if (form.isEmpty()) {
            return counts;
        }
        Set<Refusal> refusals = new HashSet<>();
        handle.createQuery("SELECT set_id, suggestion_id FROM refused WHERE suggestion_id < 0")
                .map((row, context) -> refusals.add(refusal(row))).list();
        for (ModelId model : models) {
            Counts sum = new Counts();
            long after = 0;
            while (true) {
                Map<Long, Map<String, String>> page = new LinkedHashMap<>();
                handle.createQuery("SELECT s.item_id, s.answers FROM author w JOIN annotation_set s ON s.author_id = w.id "
                        + "WHERE w.model_id = :model AND s.item_id > :after AND s.answers IS NOT NULL ORDER BY s.item_id "
                        + "FETCH FIRST " + PAGE + " ROWS ONLY").bind("model", model.value()).bind("after", after)
                        .map((row, context) -> page.put(row.getLong(1), Json.attributes(row.getString(2)))).list();
                if (page.isEmpty()) {
                    break;
                }
                add(sum, model, page, form, refusals);
                after = new ArrayList<>(page.keySet()).getLast();
            }
            counts.put(model, sum);
        }
        return counts;
    }

    private void add(Counts sum, ModelId model, Map<Long, Map<String, String>> page, AttributeForm form, Set<Refusal> refusals) {
        Map<Long, List<Map<String, String>>> people = new HashMap<>();
        handle.createQuery("SELECT s.item_id, s.answers" + SETS_OF_ITEMS + "WHERE w.model_id IS NULL AND s.answers IS NOT NULL")
                .bindArray("items", Long.class, List.copyOf(page.keySet()))
                .map((row, context) -> people.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(Json.attributes(row.getString(2))))
                .list();
        page.forEach((item, answers) -> answers.forEach((question, value) -> {
            if (form.find(question).filter(definition -> definition.type().accepts(value)).isPresent()) {
                List<String> said = people.getOrDefault(item, List.of()).stream().map(one -> one.getOrDefault(question, ""))
                        .filter(one -> !one.isEmpty()).toList();
                if (said.contains(value)) {
                    sum.taken++;
                } else if (!said.isEmpty()
                        || refusals.contains(new Refusal(item, new AnswerSuggestion(new Author.ByModel(model), question, value).id()))) {
                    sum.refused++;
                } else {
                    sum.open++;
                }
            }
        }));
    }

    /// How many answers of models the author has neither answered nor refused, by item; items without any are missing.
    ///
    /// @param author the author's number
    Map<Long, Integer> open(List<Long> items, int author) {
        Map<Long, Map<String, String>> own = new HashMap<>();
        handle.createQuery("SELECT s.item_id, s.answers" + SETS_OF_ITEMS + "WHERE w.id = :author AND s.answers IS NOT NULL")
                .bindArray("items", Long.class, items).bind("author", author)
                .map((row, context) -> own.put(row.getLong(1), Json.attributes(row.getString(2)))).list();
        Set<Refusal> open = new HashSet<>();
        handle.createQuery(
                "SELECT s.item_id, w.model_id, s.answers" + SETS_OF_ITEMS + "WHERE w.model_id IS NOT NULL AND s.answers IS NOT NULL")
                .bindArray("items", Long.class, items).map((row, context) -> {
                    long item = row.getLong(1);
                    ModelId model = new ModelId(row.getLong(2));
                    Json.attributes(row.getString(3)).forEach((question, value) -> {
                        if (!own.getOrDefault(item, Map.of()).containsKey(question)) {
                            open.add(new Refusal(item, new AnswerSuggestion(new Author.ByModel(model), question, value).id()));
                        }
                    });
                    return item;
                }).list();
        if (!open.isEmpty()) {
            handle.createQuery("SELECT set_id, suggestion_id FROM refused WHERE set_id = ANY(:sets) AND suggestion_id < 0")
                    .bindArray("sets", Long.class, items.stream().map(item -> item * Authors.PER_ITEM + author).toList())
                    .map((row, context) -> open.remove(refusal(row))).list();
        }
        Map<Long, Integer> counts = new HashMap<>();
        open.forEach(one -> counts.merge(one.item, 1, Integer::sum));
        return counts;
    }

    /// A suggested answer on an item.
    private record Refusal(long item, AnnotationId suggestion) {}

    private static Refusal refusal(ResultSet row) throws SQLException {
        return new Refusal(row.getLong(1) / Authors.PER_ITEM, new AnnotationId(row.getLong(2)));
    }
}
