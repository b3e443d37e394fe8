package labelwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.MediaRef;
import labelwright.model.ModelId;
import labelwright.model.ProjectId;
import labelwright.model.Split;
import labelwright.model.query.Facets;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemRow;
import labelwright.model.query.ItemSort;

/// The items of projects, found by query. Items of an import that is still running are not seen by anybody. Thread-safe.
public final class ItemRepository {
    private static final int PAGE = 1000;
    private final Database database;
    private final Authors authors;
    private final Visibility visibility;
    private final Catalogues catalogues;

    ItemRepository(Database database, Authors authors, Visibility visibility, Catalogues catalogues) {
        this.database = database;
        this.authors = authors;
        this.visibility = visibility;
        this.catalogues = catalogues;
    }

    /// The ids of all items of the query, in order. `viewer` is whose answers the query speaks of.
    public List<ItemId> ids(ProjectId project, ItemQuery query, Author viewer, ItemSort sort) {
        return catalogues.of(project).ids(query, authors.findOrNone(viewer), sort);
    }

    /// How many items there are of each state, label and split in the query.
    public Facets facets(ProjectId project, ItemQuery query, Author viewer) {
        return catalogues.of(project).facets(query, authors.findOrNone(viewer));
    }

    /// What lists and grids show, in the order of the ids; ids of items that are gone are left out.
    public List<ItemRow> rows(List<ItemId> ids, Author viewer) {
        int author = authors.findOrNone(viewer);
        List<ItemRow> rows = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<ItemId> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            Map<ItemId, ItemRow> found = database.read(handle -> new RowReader(handle, author).rows(page));
            page.stream().map(found::get).filter(row -> row != null).forEach(rows::add);
        }
        return rows;
    }

    /// @throws StoreException FAILED when there is no such item
    public Item item(ItemId id) {
        return items(List.of(id)).stream().findFirst().orElseThrow(() -> StoreException.failed("There is no item with the id " + id + "."));
    }

    /// The items with these ids, in the order of the ids; those that are gone are left out.
    public List<Item> items(List<ItemId> ids) {
        List<Item> items = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<ItemId> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            Map<ItemId, Item> found = new HashMap<>();
            database.read(handle -> handle
                    .createQuery("SELECT " + ItemRows.COLUMNS + " FROM item i WHERE i.id = ANY(:ids)" + visibility.condition())
                    .bindArray("ids", Long.class, page.stream().map(ItemId::value).toList()).map((row, context) -> ItemRows.read(row))
                    .list())
                    .forEach(item -> found.put(item.id(), item));
            page.stream().map(found::get).filter(item -> item != null).forEach(items::add);
        }
        return items;
    }

    public long count(ProjectId project) {
        return database
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM item i WHERE i.project_id = :project" + visibility.condition())
                        .bind("project", project.value()).mapTo(Long.class).one());
    }

    public Optional<Item> findByName(ProjectId project, String name) {
        return database.read(handle -> handle
                .createQuery("SELECT " + ItemRows.COLUMNS + " FROM item i WHERE i.project_id = :project AND i.name = :name"
                        + visibility.condition())
                .bind("project", project.value()).bind("name", name).map((row, context) -> ItemRows.read(row)).findOne());
    }

    /// The ids of those names that the project has already.
    public Map<String, ItemId> findByNames(ProjectId project, Collection<String> names) {
        Map<String, ItemId> found = new HashMap<>();
        database.read(handle -> {
            String sql = "SELECT i.id FROM item i WHERE i.project_id = ? AND i.name = ?" + visibility.condition();
            Connection connection = handle.getConnection();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (String name : names) {
                    select.setLong(1, project.value());
                    select.setString(2, name);
                    try (var rows = select.executeQuery()) {
                        if (rows.next()) {
                            found.put(name, new ItemId(rows.getLong(1)));
                        }
                    }
                }
            }
            return found;
        });
        return found;
    }

    public void saveSplits(Map<ItemId, Split> splits) {
        database.change(handle -> {
            try (PreparedStatement update = handle.getConnection().prepareStatement("UPDATE item SET split = ? WHERE id = ?")) {
                for (Map.Entry<ItemId, Split> split : splits.entrySet()) {
                    update.setInt(1, split.getValue().code());
                    update.setLong(2, split.getKey().value());
                    update.addBatch();
                }
                update.executeBatch();
            }
        });
        catalogues.tell(catalogue -> catalogue.split(splits));
    }

    /// Says where the item's file is now and how large its picture is.
    public void saveMedia(ItemId item, MediaRef media, int width, int height) {
        database.change(handle -> {
            int changed = handle
                    .createUpdate(
                            "UPDATE item SET media_place = :place, media_path = :path, media_page = :page, width = :width, height = :height WHERE id = :id")
                    .bind("place", media.place().code()).bind("path", media.path()).bind("page", media.page()).bind("width", width)
                    .bind("height", height)
                    .bind("id", item.value()).execute();
            if (changed == 0) {
                throw StoreException.failed("There is no item with the id " + item + ".");
            }
        });
    }

    /// Replaces the project's ranking, the order of [ItemSort#USEFULNESS].
    /// @param model whose opinion it is; null for chance
    public void saveUsefulness(ProjectId project, @Nullable ModelId model, List<ItemId> mostUsefulFirst) {
        database.change(handle -> {
            handle.createUpdate("DELETE FROM usefulness WHERE project_id = :project").bind("project", project.value()).execute();
            String sql = "INSERT INTO usefulness (item_id, project_id, model_id, place) VALUES (?, ?, ?, ?)";
            try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
                for (int place = 0; place < mostUsefulFirst.size(); place++) {
                    insert.setLong(1, mostUsefulFirst.get(place).value());
                    insert.setLong(2, project.value());
                    insert.setObject(3, model == null ? null : model.value(), java.sql.Types.BIGINT);
                    insert.setInt(4, place);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
        catalogues.of(project).ranked();
    }

    /// Removes the items with everything that was said about them. Their files stay.
    public void delete(List<ItemId> ids) {
        database.change(handle -> new ItemDeletion(handle).delete(ids.stream().map(ItemId::value).toList()));
        catalogues.tell(Catalogue::changed);
    }
}
