package labelwright.engine.text;

/// Some buckets with their values.
///
/// @param indices ascending
@SuppressWarnings("ArrayRecordComponent") // handed on without a copy and never compared
record SparseVector(int[] indices, float[] values) {

    int size() {
        return indices.length;
    }
}
