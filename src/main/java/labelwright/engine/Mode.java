package labelwright.engine;

/// What batch normalisation goes by: the batch itself (and its running statistics move), or the running statistics (nothing moves).
enum Mode {
    TRAINING, INFERENCE
}
