package labelwright.ui.train;

/// How far a running training is.
///
/// @param epoch from 1; 0 before the first step
/// @param epochs planned; 0 while unknown
/// @param secondsLeft negative while unknown
/// @param picturesPerSecond 0 while unknown
/// @param fraction of the whole, from 0 to 1; negative while unknown
/// @param best highest score on the validation split so far; NaN while there is none
record LiveState(Phase phase, int epoch, int epochs, long step, double secondsLeft, double picturesPerSecond, double fraction,
        double best) {
    static final LiveState WAITING = new LiveState(Phase.QUEUED, 0, 0, 0, -1, 0, -1, Double.NaN);
    static final LiveState OVER = new LiveState(Phase.ENDED, 0, 0, 0, -1, 0, -1, Double.NaN);

    enum Phase {
        /// Another job uses the engine; this one begins by itself when that is over.
        QUEUED,
        /// Pictures are being read and the network built.
        PREPARING, TRAINING,
        /// A person asked it to stop; it does so at the end of the batch.
        STOPPING, ENDED
    }
}
