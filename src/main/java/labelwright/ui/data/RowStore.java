package labelwright.ui.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.query.ItemRow;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;

/// Rows with their shapes, read a page at a time when somebody asks for one of them, and forgotten again. FX thread only.
final class RowStore {
    private static final Texts TEXTS = Texts.of(RowStore.class);
    private static final int PAGE = 64;
    private static final int MOST_PAGES = 40;

    /// An item as a cell shows it, with the viewer's answer.
    ///
    /// @param excerpt the beginning of a text; empty for pictures
    record Row(ItemRow item, AnnotationSet answer, String excerpt) {}

    private final ProjectContext context;
    private final Runnable changed;
    private final Map<Integer, List<Row>> pages = new LinkedHashMap<>(MOST_PAGES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Row>> eldest) {
            return size() > MOST_PAGES;
        }
    };
    private final Set<Integer> underWay = new HashSet<>();
    private List<ItemId> ids = List.of();
    private long generation;

    /// @param changed called when more rows can be shown
    RowStore(ProjectContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
    }

    /// Forgets everything and serves this list.
    void setIds(List<ItemId> fresh) {
        ids = fresh;
        pages.clear();
        underWay.clear();
        generation++;
    }

    /// The row, if it was read already; else it is read.
    Optional<Row> find(int index) {
        int page = index / PAGE;
        List<Row> rows = pages.get(page);
        if (rows == null) {
            read(page);
            return Optional.empty();
        }
        ItemId wanted = ids.get(index);
        return rows.stream().filter(row -> row.item().item().id().equals(wanted)).findFirst();
    }

    private void read(int page) {
        if (!underWay.add(page)) {
            return;
        }
        long asked = generation;
        List<ItemId> wanted = List.copyOf(ids.subList(page * PAGE, Math.min(ids.size(), (page + 1) * PAGE)));
        Author viewer = context.annotator().get();
        context.app().jobs().read(TEXTS.get("doing.read"), () -> rows(wanted, viewer), rows -> {
            if (asked == generation) {
                underWay.remove(page);
                pages.put(page, rows);
                changed.run();
            }
        });
    }

    private List<Row> rows(List<ItemId> wanted, Author viewer) {
        Map<ItemId, AnnotationSet> answers = new HashMap<>();
        context.workbench().catalogue().answers(wanted, viewer).forEach(answer -> answers.put(answer.item(), answer));
        Map<ItemId, String> excerpts = switch (context.project().get().kind()) {
            case IMAGE -> Map.of();
            case TEXT -> context.workbench().texts().excerpts(wanted);
        };
        List<Row> rows = new ArrayList<>();
        for (ItemRow row : context.workbench().catalogue().rows(wanted, viewer)) {
            ItemId id = row.item().id();
            rows.add(new Row(row, answers.getOrDefault(id, AnnotationSet.empty(id, viewer)), excerpts.getOrDefault(id, "")));
        }
        return rows;
    }
}
