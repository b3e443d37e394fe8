package labelwright.cli;

import picocli.CommandLine.Option;

/// How the result is printed.
final class OutputOption {
    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    boolean isJson() {
        return json;
    }
}
