package labelwright.launch;

import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.settings.SettingsFile;

/// The app with its window.
public final class DesktopApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);
    private @Nullable Composition composition;

    @Override
    public void start(Stage stage) {
        try {
            Composition running = new Composition(stage, SettingsFile.ofAccount(), null);
            composition = running;
            Thread.setDefaultUncaughtExceptionHandler((_, fault) -> running.faults().report("Labelwright", fault));
            running.show();
            LOG.info("The window is up after {} ms", System.currentTimeMillis() - startOfProcess());
            running.openLast();
        } catch (RuntimeException | Error e) {
            LOG.error("The app cannot start", e);
            LastResort.show(stage, e);
        }
    }

    @Override
    public void stop() {
        Composition running = composition;
        if (running != null) {
            running.close();
        }
    }

    private static long startOfProcess() {
        return ProcessHandle.current().info().startInstant().map(java.time.Instant::toEpochMilli).orElse(System.currentTimeMillis());
    }
}
