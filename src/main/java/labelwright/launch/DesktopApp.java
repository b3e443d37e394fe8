package labelwright.launch;

import java.nio.file.Path;
import java.util.List;

import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.settings.SettingsFile;

/// The app with its window. Its arguments are none, `open`, or `open` and the folder of a workspace.
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
            List<String> words = getParameters().getUnnamed();
            if (words.size() > 1) {
                running.model().open(Path.of(words.get(1)).toAbsolutePath().normalize());
            } else {
                running.openLast();
            }
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
