package labelwright.journey;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import javafx.application.Platform;

/// The headless toolkit for tests: started once, work is run on its thread, what it throws comes out here.
public final class Fx {
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final long MOST_SECONDS = 30;

    private Fx() {}

    /// An action that may throw.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            CompletableFuture<Void> up = new CompletableFuture<>();
            Platform.setImplicitExit(false);
            Platform.startup(() -> up.complete(null));
            up.join();
        }
    }

    public static void run(Work work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    public static <T> T get(Callable<T> work) {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("The FX thread did not answer", e);
        }
    }

    /// Waits until the condition holds on the FX thread; fails after a while, with the words.
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for: " + what);
            }
            pulse();
        }
    }

    /// Lets the toolkit lay out and draw once.
    public static void pulse() {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        Platform.runLater(() -> {
            new javafx.animation.AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (++pulses == 2) {
                        stop();
                        drawn.complete(null);
                    }
                }
            }.start();
            Platform.requestNextPulse();
        });
        drawn.orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
    }

    private static RuntimeException rethrow(Throwable cause) {
        switch (cause) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(cause);
        }
    }
}
