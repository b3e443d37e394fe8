package labelwright.model;

/// One picture to label.
///
/// @param name the file's path below the folder it was imported from, with `/`; unique in its project
/// @param width in pixels after the EXIF turn
/// @param height in pixels after the EXIF turn
public record Item(ItemId id, ProjectId project, String name, MediaRef media, int width, int height, Split split) {
    public Item withSplit(Split changed) {
        return new Item(id, project, name, media, width, height, changed);
    }

    public Item withMedia(MediaRef changed) {
        return new Item(id, project, name, changed, width, height, split);
    }
}
