package labelwright.engine;

import labelwright.geometry.Bounds;

/// One object on a training picture.
///
/// @param label index into the run's list of labels
/// @param bounds continuous pixels of the picture after its EXIF turn
public record LabelledBox(int label, Bounds bounds) {}
