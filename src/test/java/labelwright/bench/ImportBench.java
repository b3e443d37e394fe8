package labelwright.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;

import labelwright.model.Author;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.task.CancelToken;
import labelwright.task.CancelledException;
import labelwright.task.Progress;
import labelwright.task.WorkerThreads;
import labelwright.workbench.ImportReport;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

/// Measures a whole import, pictures looked at and everything durable, and how long cancel takes in its middle. Arguments: the folder that
/// [CocoBench] made or is to make, then `images=100000 boxes=1000000`. Run it with -Xmx1g. Prints one JSON object.
final class ImportBench {
    private static final Author.Annotator ANNA = new Author.Annotator("anna");

    private final Path data;
    private final ExecutorService threads = WorkerThreads.pool("bench", 2);
    private final Map<String, Object> results = new LinkedHashMap<>();

    private ImportBench(Path data) {
        this.data = data;
    }

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        int images = args.length > 1 ? Integer.parseInt(args[1].substring("images=".length())) : 100_000;
        int boxes = args.length > 2 ? Integer.parseInt(args[2].substring("boxes=".length())) : 1_000_000;
        if (Files.notExists(data.resolve("annotations"))) {
            CocoBench.main(new String[] {data.toString(), "images=" + images, "boxes=" + boxes, "pictures=jpg", "runs=0"});
        }
        ImportBench bench = new ImportBench(data);
        bench.wholeImport(Files.createTempDirectory("import-bench").resolve("w"));
        for (String phase : List.of("", "Storing")) {
            for (double at : new double[] {0.4, 0.9}) {
                bench.cancel(Files.createTempDirectory("import-bench").resolve("w"), phase, at);
            }
        }
        bench.threads.shutdown();
        System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(bench.results));
    }

    private void wholeImport(Path folder) {
        try (Workbench bench = Workbench.create(folder, WorkbenchContext.of(threads, ANNA.name()))) {
            Project project = bench.projects().create("bench", ProjectKind.IMAGE, List.of());
            AtomicLong reports = new AtomicLong();
            AtomicLong readingCpu = new AtomicLong();
            long cpu = cpu();
            long start = System.nanoTime();
            ImportReport report = bench.imports().run(ImportRequest.of(project, data, ANNA), state -> {
                reports.incrementAndGet();
                if (state.message().startsWith("Storing")) {
                    readingCpu.compareAndSet(0, cpu() - cpu);
                }
            }, new CancelToken());
            results.put("items", report.items());
            results.put("annotations", report.annotations());
            results.put("problems", report.repaired() + report.skipped() + report.refused());
            results.put("seconds", (System.nanoTime() - start) / 1e9);
            results.put("cpuSeconds", (cpu() - cpu) / 1e9);
            results.put("cpuSecondsUntilStoring", readingCpu.get() / 1e9);
            results.put("maxHeapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
            results.put("progressReports", reports.get());
        }
    }

    /// @param phase how the messages of the progress begin then
    /// @param at where in that phase to cancel, 0 to 1
    private void cancel(Path folder, String phase, double at) {
        String name = "cancel" + phase + at;
        try (Workbench bench = Workbench.create(folder, WorkbenchContext.of(threads, ANNA.name()))) {
            Project project = bench.projects().create("bench", ProjectKind.IMAGE, List.of());
            CancelToken token = new CancelToken();
            AtomicLong asked = new AtomicLong();
            Progress progress = state -> {
                if (state.message().startsWith(phase) && state.fraction() >= at && asked.compareAndSet(0, System.nanoTime())) {
                    token.cancel();
                }
            };
            try {
                bench.imports().run(ImportRequest.of(project, data, ANNA), progress, token);
                results.put(name, "the import was over before");
            } catch (CancelledException e) {
                results.put(name + "Seconds", (System.nanoTime() - asked.get()) / 1e9);
            }
            results.put(name + "ItemsLeft", bench.catalogue().count(project));
        }
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
