package labelwright.canvas;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.application.Platform;

/// Takes work of the tools to the background and its results back.
///
/// @param settled runs on the JavaFX thread after each piece of work
record CanvasWork(Executor background, Runnable settled) {

    <T> void run(Supplier<T> work, Consumer<T> done) {
        background.execute(() -> {
            T result = work.get();
            Platform.runLater(() -> {
                done.accept(result);
                settled.run();
            });
        });
    }
}
