package labelwright.workbench;

import java.util.SortedMap;
import java.util.TreeMap;

import labelwright.engine.EngineStatus;

/// What a run needs to be told apart from a run elsewhere: device, versions, machine, time.
final class RunEnvironment {
    /// Time spent training, pauses between a stop and a resume left out.
    static final String SECONDS = "trainingSeconds";

    private RunEnvironment() {}

    static SortedMap<String, String> of(EngineStatus.Ready engine) {
        SortedMap<String, String> facts = here();
        facts.put("device", device(engine));
        facts.put("djl", engine.djlVersion());
        facts.put("pytorch", engine.pytorchVersion());
        return facts;
    }

    /// Models of texts learn in plain Java and need no engine.
    static SortedMap<String, String> ofTexts() {
        SortedMap<String, String> facts = here();
        int threads = Runtime.getRuntime().availableProcessors();
        facts.put("device", threads == 1 ? "CPU, 1 thread" : "CPU, " + threads + " threads");
        return facts;
    }

    private static SortedMap<String, String> here() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("java", System.getProperty("java.vendor", "") + " " + System.getProperty("java.version", ""));
        facts.put("system", "%s %s %s".formatted(System.getProperty("os.name", ""), System.getProperty("os.version", ""),
                System.getProperty("os.arch", "")));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("heapMegabytes", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
        String version = Workbench.class.getPackage().getImplementationVersion();
        facts.put("labelwright", version == null ? "development" : version);
        return facts;
    }

    /// The device that training takes by itself, for people.
    static String device(EngineStatus.Ready engine) {
        return engine.devices().size() > 1
                ? engine.devices().getLast()
                : engine.threads() == 1 ? "CPU, 1 thread" : "CPU, " + engine.threads() + " threads";
    }
}
