package labelwright.engine;

import java.util.List;

/// What one training step learns from.
///
/// @param pixels pictures x height x width x 3, as [PictureSampler] draws them
/// @param objects for each picture its objects in input pixels
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
record Batch(float[] pixels, List<List<LabelledBox>> objects) {

    int size() {
        return objects.size();
    }
}
