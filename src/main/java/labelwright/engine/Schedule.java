package labelwright.engine;

/// Learning rate over a run: a linear warm-up, then half a cosine down to a hundredth. Progress is the larger of the part of the
/// planned steps and the part of the time budget that is used up, so that a slow machine also brings the rate to its end. The warm-up also
/// takes a number of steps: on a slow machine a part of the time may be a handful of them, too few for the moments of the optimiser.
///
/// @param warmUp part of the run, 0 to 1
/// @param leastSteps of the warm-up, however little of the run they are
record Schedule(double highest, double warmUp, long leastSteps) {
    private static final long USUAL_LEAST_STEPS = 40;
    private static final double START = 0.02;

    /// @param planned steps of the whole run; a short run warms up for a quarter of them at most
    static Schedule of(DetectionSettings settings, long planned) {
        double warmUp = settings.number(DetectionOption.WARM_UP);
        return new Schedule(settings.number(DetectionOption.LEARNING_RATE), warmUp,
                warmUp == 0 ? 0 : Math.min(USUAL_LEAST_STEPS, planned / 4));
    }

    /// @param progress 0 to 1
    /// @param steps taken before this one
    double rate(double progress, long steps) {
        double ramp = steps >= leastSteps ? 1 : START + (1 - START) * steps / leastSteps;
        return Math.min(highest * ramp, curve(Math.clamp(progress, 0, 1)));
    }

    private double curve(double p) {
        if (p < warmUp) {
            return highest * (START + (1 - START) * p / warmUp);
        }
        double cosine = 0.5 * (1 + Math.cos(Math.PI * (p - warmUp) / (1 - warmUp)));
        return highest * (0.01 + 0.99 * cosine);
    }
}
