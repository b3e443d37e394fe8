package labelwright.model.canary;

import ai.djl.ndarray.NDArray;

/// Breaks the rule that DJL stays in the engine.
public record UsesDjl(NDArray array) {}
