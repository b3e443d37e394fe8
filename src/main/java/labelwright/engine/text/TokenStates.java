package labelwright.engine.text;

/// What the pretrained network says about each sub-word of a text, in reading order and without special tokens.
///
/// @param dimension numbers of one state
/// @param states one after the other
/// @param starts of each sub-word, in code points of the text
/// @param ends of each sub-word, exclusive
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
public record TokenStates(int dimension, float[] states, int[] starts, int[] ends) {

    public int size() {
        return starts.length;
    }
}
