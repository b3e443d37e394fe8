package labelwright.model.canary;

/// Breaks the rule that threads come from the task package.
public record MakesThreads(String name) {
    public Thread make() {
        return new Thread(() -> {}, name);
    }
}
