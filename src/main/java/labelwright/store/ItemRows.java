package labelwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;

import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.MediaRef;
import labelwright.model.ProjectId;
import labelwright.model.Split;

/// Items as rows.
final class ItemRows {
    /// For reading; the table is called `i`.
    static final String COLUMNS = "i.id, i.project_id, i.name, i.media_place, i.media_path, i.width, i.height, i.split, i.media_page";
    static final int COUNT = 9;

    private ItemRows() {}

    /// Reads the columns of [#COLUMNS], which start the row.
    static Item read(ResultSet row) throws SQLException {
        return new Item(new ItemId(row.getLong(1)), new ProjectId(row.getLong(2)), row.getString(3),
                new MediaRef(MediaRef.Place.ofCode(row.getInt(4)), row.getString(5), row.getInt(9)), row.getInt(6), row.getInt(7),
                Split.ofCode(row.getInt(8)));
    }
}
