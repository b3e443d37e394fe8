package labelwright.exchange;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import labelwright.model.Split;

/// One picture of a data set.
///
/// @param key names the item while this data set is read
/// @param name path below the format's picture folder, with `/`; unique in the data set, safe as a relative path
/// @param file absent when the picture was not found
/// @param width in pixels, 0 when not known
/// @param height in pixels, 0 when not known
public record ItemRecord(String key, String name, @Nullable Path file, int width, int height, Split split) {}
