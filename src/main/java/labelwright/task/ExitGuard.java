package labelwright.task;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets running work end cleanly when the process is told to stop (Ctrl-C, a service manager): sets the token and holds the exit back until
/// the guard is closed, at most [#PATIENCE_SECONDS].
public final class ExitGuard implements AutoCloseable {
    public static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    public ExitGuard(CancelToken token) {
        hook = new Thread(() -> hold(token), "labelwright-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void hold(CancelToken token) {
        token.cancel();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.Logger log = System.getLogger(ExitGuard.class.getName());
                log.log(System.Logger.Level.WARNING, "Work did not stop within {0} s of being told to", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already, and waits for exactly this
            System.getLogger(ExitGuard.class.getName()).log(System.Logger.Level.TRACE, "Ending", e);
        }
    }
}
