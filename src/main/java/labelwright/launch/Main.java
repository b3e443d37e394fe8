package labelwright.launch;

import java.nio.file.Path;

import javafx.application.Application;

import labelwright.cli.CommandLineApp;

/// The first class. Words on the command line are a command; without any, or with `open DIR`, the
/// window opens.
///
/// Not an `Application` itself, because Java refuses to start one from the class path. JavaFX is loaded only where the window is.
public final class Main {
    private Main() {}

    /// @param args a command and its options; none for the app with its window
    public static void main(String[] args) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (args.length > 0 && !isOpen(args)) {
            System.exit(CommandLineApp.run(args));
        }
        Path logs = LogFolder.ofAccount();
        System.setProperty("labelwright.logs", logs.toString());
        System.setProperty("logback.configurationFile", "logback-window.xml");
        Window.open(args);
    }

    /// `open` or `open DIR`
    private static boolean isOpen(String[] args) {
        return args[0].equals("open") && (args.length == 1 || (args.length == 2 && !args[1].startsWith("-")));
    }

    /// Keeps JavaFX out of the first class.
    private static final class Window {
        private Window() {}

        static void open(String[] args) {
            Application.launch(DesktopApp.class, args);
        }
    }
}
