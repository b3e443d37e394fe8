package labelwright.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.task.WorkerThreads;

/// A process in which the language model may not start: says on standard output what searching gave, twice, and that work goes on without it.
final class ModellessVictim {
    private ModellessVictim() {}

    public static void main(String[] args) {
        ExecutorService threads = WorkerThreads.pool("victim", 1);
        try (Workbench bench = Workbench.open(Path.of(args[0]), WorkbenchContext.of(threads, "kim"))) {
            Project project = bench.projects().byName("bank");
            List<ItemId> ids = bench.catalogue().find(project, "", TestBench.KIM, ItemSort.IMPORTED);
            for (int i = 0; i < 2; i++) {
                said(() -> "found " + bench.near().like("my card was stolen", ids, 3, Progress.NONE, new CancelToken()).size());
            }
            said(() -> train(bench, project, "text-embedding"));
            LabellingSession session = bench.labelling().open(ids.getFirst(), TestBench.KIM);
            session.submit();
            bench.labelling().flush();
            System.out.println("labelled");
            said(() -> train(bench, project, "text-ngrams"));
        } finally {
            threads.shutdownNow();
        }
    }

    private static String train(Workbench bench, Project project, String family) {
        Run run = bench.training().prepare(project, family, new Recipe(family, "", 1, new TreeMap<>(Map.of("epochs", "2"))));
        return family + " "
                + bench.training().train(run.id(), _ -> {}, Progress.NONE, new TrainingStop(new CancelToken())).state();
    }

    private static void said(Supplier<String> work) {
        try {
            System.out.println(work.get());
        } catch (WorkbenchException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }
}
