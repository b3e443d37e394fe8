package labelwright.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jdbi.v3.core.Handle;

import labelwright.model.AttributeForm;
import labelwright.model.Choices;
import labelwright.model.ProjectId;

/// Reads the columns of a [Catalogue], row by row as the database finds them, from indexes that hold all that is needed.
final class CatalogueLoader {
    private final Database database;
    private final Visibility visibility;
    private final ProjectId project;

    CatalogueLoader(Database database, Visibility visibility, ProjectId project) {
        this.database = database;
        this.visibility = visibility;
        this.project = project;
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, RowReader reader, long... values) {
        database.read(handle -> {
            each(handle, sql, reader, values);
            return values;
        });
    }

    /// Lazily, so that a million rows are neither held in memory nor written to a temporary file.
    private static void each(Handle handle, String sql, RowReader reader, long... values) throws SQLException {
        handle.execute("SET LAZY_QUERY_EXECUTION TRUE");
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } finally {
            handle.execute("SET LAZY_QUERY_EXECUTION FALSE");
        }
    }

    ItemColumns items() {
        long[][] packed = {new long[1024]};
        int[] count = {0};
        each("SELECT i.id, i.split FROM item i WHERE i.project_id = ?" + visibility.condition(), row -> {
            if (count[0] == packed[0].length) {
                packed[0] = Arrays.copyOf(packed[0], count[0] * 2);
            }
            packed[0][count[0]++] = row.getLong(1) << 2 | row.getInt(2);
        }, project.value());
        return new ItemColumns(Arrays.copyOf(packed[0], count[0]));
    }

    AnswerColumns answers(ItemColumns items, int author) {
        AnswerColumns answers = new AnswerColumns(items.size());
        if (items.size() > 0) {
            long first = items.id(0);
            long last = items.id(items.size() - 1);
            each("SELECT item_id, state, annotations, lowest_score FROM annotation_set WHERE author_id = ? AND item_id BETWEEN ? AND ?",
                    row -> {
                        int place = items.place(row.getLong(1));
                        if (place >= 0) {
                            answers.set(place, row.getInt(2), row.getInt(3));
                            if (row.getObject(4) != null) {
                                answers.suggested().set(place);
                            }
                        }
                    }, author, first, last);
            each("SELECT c.id, l.item_id FROM label_class c JOIN set_label l ON l.author_id = ? AND l.label_id = c.id WHERE c.project_id = ?",
                    row -> {
                        int place = items.place(row.getLong(2));
                        if (place >= 0) {
                            answers.addLabel(place, row.getLong(1));
                        }
                    }, author, project.value());
        }
        return answers;
    }

    SuggestionColumns suggestions(ItemColumns items) {
        SuggestionColumns suggestions = new SuggestionColumns(items.size());
        each("SELECT x.item_id, x.lowest_score, x.highest_score FROM author w JOIN annotation_set x ON x.author_id = w.id "
                + "JOIN model_version m ON m.id = w.model_id WHERE m.project_id = ? AND x.lowest_score IS NOT NULL", row -> {
                    int place = items.place(row.getLong(1));
                    if (place >= 0) {
                        suggestions.add(place, row.getDouble(2), row.getDouble(3));
                    }
                }, project.value());
        return suggestions;
    }

    NameColumn names(ItemColumns items) {
        NameColumn names = new NameColumn(items.size());
        each("SELECT i.id, i.name FROM item i WHERE i.project_id = ? ORDER BY i.project_id, i.name", row -> {
            int place = items.place(row.getLong(1));
            if (place >= 0) {
                names.add(place, row.getString(2));
            }
        }, project.value());
        return names;
    }

    /// The names of the project's labels by their ids.
    Map<Long, String> labels() {
        Map<Long, String> labels = new HashMap<>();
        each("SELECT id, name FROM label_class WHERE project_id = ?", row -> labels.put(row.getLong(1), row.getString(2)), project.value());
        return labels;
    }

    /// The ids of items where an attribute of an annotation contains the text, without regard to case. Reads all annotations of the author.
    List<Long> withAttributeText(int author, String text) {
        String pattern = "%" + text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return database.read(handle -> handle
                .createQuery("SELECT DISTINCT s.item_id FROM annotation_set s JOIN annotation a ON a.set_id = s.id "
                        + "WHERE s.author_id = :author AND LOWER(a.attributes) LIKE :pattern ESCAPE '!'")
                .bind("author", author).bind("pattern", pattern).mapTo(Long.class).list());
    }

    /// The ids of text items that contain the text, without regard to case. Reads all texts of the project, one at a time.
    List<Long> withText(String text) {
        List<Long> found = new ArrayList<>();
        TextSearch search = new TextSearch(text, found::add);
        each("SELECT t.item_id, t.charset, p.content FROM item i JOIN item_text t ON t.item_id = i.id "
                + "JOIN text_part p ON p.id BETWEEN i.id * 1000 AND i.id * 1000 + 999 WHERE i.project_id = ? ORDER BY p.id",
                row -> search.part(row.getLong(1), row.getString(2), row.getBytes(3)), project.value());
        search.finish();
        return found;
    }

    /// The ids of items where an annotation has the attribute with one of the values, or any. Reads all annotations of the author.
    List<Long> withAttribute(int author, String name, Set<String> values) {
        return naming("SELECT s.item_id, a.attributes FROM annotation_set s JOIN annotation a ON a.set_id = s.id "
                + "WHERE s.author_id = :author AND a.attributes LIKE :pattern ESCAPE '!'", author, name, values);
    }

    /// The ids of items that the author gave the answer with one of the values, or any.
    List<Long> withAnswer(int author, String name, Set<String> values) {
        return naming(
                "SELECT s.item_id, s.answers FROM annotation_set s WHERE s.author_id = :author AND s.answers LIKE :pattern ESCAPE '!'",
                author, name, values);
    }

    private List<Long> naming(String sql, int author, String name, Set<String> values) {
        String key = Json.write(name) + ":";
        String pattern = "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        List<Long> found = new ArrayList<>();
        database.read(handle -> handle.createQuery(sql).bind("author", author).bind("pattern", pattern).map((row, context) -> {
            String value = Json.attributes(row.getString(2)).getOrDefault(name, "");
            boolean fits = !value.isEmpty()
                    && (values.isEmpty() || values.contains(value) || Choices.decode(value).stream().anyMatch(values::contains));
            return fits && found.add(row.getLong(1));
        }).list());
        return found;
    }

    /// What is asked about each item of the project.
    AttributeForm picture() {
        return database.read(handle -> ProjectRepository.read(handle, project)).schema().picture();
    }

    /// What the author said about items, by their ids; items without such an answer are missing.
    Map<Long, Map<String, String>> answerTexts(int author) {
        Map<Long, Map<String, String>> answers = new HashMap<>();
        each("SELECT s.item_id, s.answers FROM annotation_set s JOIN item i ON i.id = s.item_id AND i.project_id = ? "
                + "WHERE s.author_id = ? AND s.answers IS NOT NULL", row -> answers.put(row.getLong(1), Json.attributes(row.getString(2))),
                project.value(), author);
        return answers;
    }

    /// The author numbers of the project's models of these names, without regard to case.
    List<Integer> modelAuthors(Set<String> names) {
        List<String> wanted = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return database.read(handle -> handle
                .createQuery("SELECT w.id FROM author w JOIN model_version m ON m.id = w.model_id "
                        + "WHERE m.project_id = :project AND LOWER(m.name) = ANY(:names)")
                .bind("project", project.value()).bindArray("names", String.class, wanted).mapTo(Integer.class).list());
    }

    /// The ids of items for which a model suggested something of exactly this score.
    List<Long> withScore(double score) {
        return database.read(handle -> handle
                .createQuery("SELECT DISTINCT x.item_id FROM author w JOIN annotation_set x ON x.author_id = w.id "
                        + "JOIN annotation a ON a.set_id = x.id WHERE w.model_id IS NOT NULL AND x.lowest_score <= :score "
                        + "AND x.highest_score >= :score AND a.score = :score")
                .bind("score", score).mapTo(Long.class).list());
    }

    /// Each item's place in the ranking; the largest number for items that are not ranked.
    int[] usefulness(ItemColumns items) {
        int[] ranks = new int[items.size()];
        Arrays.fill(ranks, Integer.MAX_VALUE);
        each("SELECT item_id, place FROM usefulness WHERE project_id = ?", row -> {
            int place = items.place(row.getLong(1));
            if (place >= 0) {
                ranks[place] = row.getInt(2);
            }
        }, project.value());
        return ranks;
    }
}
