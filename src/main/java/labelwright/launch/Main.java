package labelwright.launch;

import labelwright.cli.CommandLineApp;

/// The first class.
public final class Main {
    private Main() {}

    /// @param args a command and its options
    public static void main(String[] args) {
        System.exit(CommandLineApp.run(args));
    }
}
