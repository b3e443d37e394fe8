package labelwright.engine;

/// Learning rate over a run: a linear warm-up, then half a cosine down to a hundredth. Progress is the larger of the part of the
/// planned steps and the part of the time budget that is used up, so that a slow machine also brings the rate to its end.
///
/// @param warmUp part of the run, 0 to 1
record Schedule(double highest, double warmUp) {

    /// @param progress 0 to 1
    double rate(double progress) {
        double p = Math.clamp(progress, 0, 1);
        if (p < warmUp) {
            return highest * (0.02 + 0.98 * p / warmUp);
        }
        double cosine = 0.5 * (1 + Math.cos(Math.PI * (p - warmUp) / (1 - warmUp)));
        return highest * (0.01 + 0.99 * cosine);
    }
}
