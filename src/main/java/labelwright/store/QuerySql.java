package labelwright.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jdbi.v3.core.statement.SqlStatement;

import labelwright.model.ItemId;
import labelwright.model.ProjectId;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemSort;

/// A query as a condition on the items called `i`. Values of the query are only ever bound, never part of the text.
///
/// The answer of the asking author is joined as `s` where something looks at it.
final class QuerySql {
    private final ProjectId project;
    private final int viewer;
    private final List<Object> values = new ArrayList<>();
    private boolean usesSet;

    /// @param viewer the number of the asking author, 0 for one who has never written anything
    QuerySql(ProjectId project, int viewer) {
        this.project = project;
        this.viewer = viewer;
    }

    /// @param columns what to select
    /// @param tail grouping or order
    static String select(String columns, Where where, String tail) {
        return "SELECT " + columns + " FROM item i" + where.joins + " WHERE " + where.condition + tail;
    }

    /// The tables and the condition, and how to bind its values, which stand in the order of the text.
    record Where(String joins, String condition, List<Object> values) {
        <S extends SqlStatement<S>> S bind(S statement) {
            S bound = statement;
            int next = 0;
            for (Object value : values) {
                bound = bound.bind(next++, value);
            }
            return bound;
        }
    }

    Where where(ItemQuery query, Visibility visibility, Joins joins) {
        String condition = condition(query);
        String set = "";
        List<Object> all = new ArrayList<>();
        if (usesSet || joins.set) {
            set = " LEFT JOIN annotation_set s ON s.id = i.id * " + Authors.PER_ITEM + " + ?";
            all.add(viewer);
        }
        all.add(project.value());
        all.addAll(values);
        return new Where(set + joins.more, "i.project_id = ?" + visibility.condition() + " AND " + condition, all);
    }

    /// What the rest of the statement needs beside the items.
    enum Joins {
        NONE(false, ""), SET(true, ""), USEFULNESS(false, " LEFT JOIN usefulness u ON u.item_id = i.id"), SUGGESTIONS(false,
                " LEFT JOIN (SELECT x.item_id, MIN(x.lowest_score) lowest FROM annotation_set x "
                        + "WHERE x.author_id IN (SELECT id FROM author WHERE model_id IS NOT NULL) GROUP BY x.item_id) m ON m.item_id = i.id");

        private final boolean set;
        private final String more;

        Joins(boolean set, String more) {
            this.set = set;
            this.more = more;
        }
    }

    static Joins joins(ItemSort sort) {
        return switch (sort) {
            case IMPORTED, NAME, SPLIT -> Joins.NONE;
            case STATE, FEWEST_ANNOTATIONS, MOST_ANNOTATIONS -> Joins.SET;
            case LOWEST_SCORE -> Joins.SUGGESTIONS;
            case USEFULNESS -> Joins.USEFULNESS;
        };
    }

    static String order(ItemSort sort) {
        return switch (sort) {
            case IMPORTED -> " ORDER BY i.id";
            case NAME -> " ORDER BY i.project_id, i.name";
            case STATE -> " ORDER BY COALESCE(s.state, 0), i.id";
            case SPLIT -> " ORDER BY i.project_id, i.split, i.id";
            case FEWEST_ANNOTATIONS -> " ORDER BY COALESCE(s.annotations, 0), i.id";
            case MOST_ANNOTATIONS -> " ORDER BY COALESCE(s.annotations, 0) DESC, i.id";
            case LOWEST_SCORE -> " ORDER BY m.lowest NULLS LAST, i.id";
            case USEFULNESS -> " ORDER BY u.place NULLS LAST, i.id";
        };
    }

    private String condition(ItemQuery query) {
        return switch (query) {
            case ItemQuery.And(List<ItemQuery> terms) -> join(terms, " AND ", "TRUE");
            case ItemQuery.Or(List<ItemQuery> terms) -> join(terms, " OR ", "FALSE");
            case ItemQuery.Not(ItemQuery term) -> "NOT " + condition(term);
            case ItemQuery.HasLabel label -> hasLabel(label);
            case ItemQuery.InState(var states) -> {
                usesSet = true;
                yield "COALESCE(s.state, 0) IN (" + marks(states, state -> bind(((WorkState) state).code())) + ")";
            }
            case ItemQuery.InSplit(var splits) -> "i.split IN (" + marks(splits, split -> bind(((Split) split).code())) + ")";
            case ItemQuery.Score(ItemQuery.Comparison comparison, double value) -> score(comparison, value);
            case ItemQuery.AnnotationCount(ItemQuery.Comparison comparison, int value) -> {
                usesSet = true;
                bind(value);
                yield "COALESCE(s.annotations, 0) " + comparison.sign() + " ?";
            }
            case ItemQuery.NameContains(String text) -> {
                bind(pattern(text));
                yield "LOWER(i.name) LIKE ? ESCAPE '!'";
            }
            case ItemQuery.TextContains(String text) -> {
                bind(viewer);
                bind(pattern(text));
                yield "EXISTS (SELECT 1 FROM annotation a WHERE a.set_id = i.id * " + Authors.PER_ITEM
                        + " + ? AND LOWER(a.attributes) LIKE ? ESCAPE '!')";
            }
            case ItemQuery.Suggested() -> modelSet("x.annotations > 0");
            case ItemQuery.HasId(var ids) -> "i.id IN (" + marks(ids, id -> bind(((ItemId) id).value())) + ")";
        };
    }

    private String hasLabel(ItemQuery.HasLabel label) {
        bind(viewer);
        bind(project.value());
        String names = marks(label.names(), name -> bind(((String) name).toLowerCase(Locale.ROOT)));
        return "i.id IN (SELECT l.item_id FROM set_label l WHERE l.author_id = ? AND l.label_id IN "
                + "(SELECT c.id FROM label_class c WHERE c.project_id = ? AND LOWER(c.name) IN (" + names + ")))";
    }

    private String score(ItemQuery.Comparison comparison, double value) {
        String lowest = "x.lowest_score " + comparison.sign() + " ?";
        String highest = "x.highest_score " + comparison.sign() + " ?";
        bind(value);
        return switch (comparison) {
            case LESS, AT_MOST -> modelSet(lowest);
            case MORE, AT_LEAST -> modelSet(highest);
            case EQUAL -> "i.id IN (SELECT x.item_id FROM annotation_set x JOIN annotation a ON a.set_id = x.id "
                    + "WHERE x.author_id IN (SELECT id FROM author WHERE model_id IS NOT NULL) AND a.score = ?)";
        };
    }

    private static String modelSet(String condition) {
        return "i.id IN (SELECT x.item_id FROM annotation_set x WHERE x.author_id IN (SELECT id FROM author WHERE model_id IS NOT NULL) AND "
                + condition + ")";
    }

    private String join(List<ItemQuery> terms, String word, String none) {
        return terms.isEmpty() ? none : terms.stream().map(this::condition).collect(Collectors.joining(word, "(", ")"));
    }

    private void bind(Object value) {
        values.add(value);
    }

    private static String marks(Iterable<?> all, Consumer<Object> binding) {
        StringBuilder marks = new StringBuilder();
        for (Object value : all) {
            binding.accept(value);
            marks.append(marks.isEmpty() ? "?" : ", ?");
        }
        return marks.isEmpty() ? "NULL" : marks.toString();
    }

    private static String pattern(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
