package labelwright.engine;

/// A change of colour: saturation, then a gain and an offset for each channel; values are in 0 to 255.
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
record Tint(float saturation, float[] gain, float[] offset) {

    static final Tint NONE = new Tint(1, new float[] {1, 1, 1}, new float[3]);
}
