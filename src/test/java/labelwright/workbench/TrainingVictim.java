package labelwright.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import labelwright.model.Project;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.task.WorkerThreads;

/// A process that trains, or goes on with the run it finds, until it is killed. Says on standard output what it is doing.
final class TrainingVictim {
    static final Recipe RECIPE = new Recipe(Training.DETECTION, "", 1, new TreeMap<>(
            Map.of("epochs", "10000", "minutes", "60", "input_size", "64", "width", "0.25", "batch", "4", "threads", "1", "mosaic", "0")));

    private TrainingVictim() {}

    public static void main(String[] args) {
        ExecutorService threads = WorkerThreads.pool("victim", 1);
        try (Workbench bench = Workbench.open(Path.of(args[0]), WorkbenchContext.of(threads, "kim"))) {
            System.out.println("open");
            Project project = bench.projects().byName("P");
            List<Run> runs = bench.training().runs(project);
            TrainingStop stop = new TrainingStop(new CancelToken());
            Consumer<TrainingUpdate> listener = update -> {
                switch (update) {
                    case TrainingUpdate.Step _ -> System.out.println("step");
                    case TrainingUpdate.Epoch _ -> System.out.println("epoch");
                    case TrainingUpdate.Started _, TrainingUpdate.Log _, TrainingUpdate.Ended _ -> {
                    }
                }
            };
            if ( runs.isEmpty()) {
                bench.training().train(bench.training().prepare(project, "run", RECIPE).id(), listener, Progress.NONE, stop);
            } else {
                bench.training().resume(runs.getFirst().id(), listener, Progress.NONE, stop);
            }
        }
    }
}
