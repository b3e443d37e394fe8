package labelwright.model.canary;

/// Breaks the rule that only the command line prints.
public record PrintsToTheConsole(String text) {
    public void print() {
        System.out.println(text);
    }
}
