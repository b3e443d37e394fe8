package labelwright.ui.control;

import javafx.animation.AnimationTimer;

/// Does work that can wait until the frame in preparation is on the screen: once, however often it is asked for until then.
/// FX thread only.
public final class AfterFrame {
    private final Runnable work;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private boolean wanted;
    private boolean preparing;

    public AfterFrame(Runnable work) {
        this.work = work;
    }

    public void request() {
        if (!wanted) {
            wanted = true;
            preparing = false;
            timer.start();
        }
    }

    /// Timers run at the beginning of a pulse: the first one prepares the frame, at the second it has been handed over.
    private void pulse() {
        if (!preparing) {
            preparing = true;
            return;
        }
        timer.stop();
        wanted = false;
        work.run();
    }
}
