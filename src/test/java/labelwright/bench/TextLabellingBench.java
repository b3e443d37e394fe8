package labelwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

/// Labels a text of one megabyte that has 20,000 spans: opening it, and one more span, in memory and on the disk. Prints medians.
public final class TextLabellingBench {
    private static final int SPANS = 20_000;
    private static final int EDITS = 60;

    private TextLabellingBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("text-labelling-bench");
        Files.writeString(Files.createDirectories(folder.resolve("data")).resolve("a.txt"), "word after word, ".repeat(62_000));
        Author.Annotator kim = new Author.Annotator("kim");
        try (Workbench bench = Workbench.create(folder.resolve("w"), WorkbenchContext.of(Runnable::run, "kim"))) {
            Project project = bench.projects().create("T", ProjectKind.TEXT, List.of("one", "two"));
            bench.imports().run(ImportRequest.of(project, folder.resolve("data"), kim), Progress.NONE, new CancelToken());
            ItemId item = bench.catalogue().find(project, "", kim, ItemSort.IMPORTED).getFirst();
            LabellingSession session = bench.labelling().open(item, kim);
            LabelId label = project.schema().labels().getFirst().id();
            Random random = new Random(1);
            List<Annotation> spans = new ArrayList<>();
            for (int i = 0; i < SPANS; i++) {
                spans.add(span(session, label, random));
            }
            session.perform(EditName.PASTE, Edit.add(session.set(), spans));
            bench.labelling().flush();
            long[] opening = new long[9];
            for (int i = 0; i < opening.length; i++) {
                bench.labelling().discard(item);
                long start = System.nanoTime();
                session = bench.labelling().open(item, kim);
                bench.texts().text(item);
                opening[i] = System.nanoTime() - start;
            }
            long[] memory = new long[EDITS];
            long[] disk = new long[EDITS];
            for (int i = 0; i < EDITS; i++) {
                Annotation more = span(session, label, random);
                long start = System.nanoTime();
                session.perform(EditName.DRAW, Edit.add(session.set(), List.of(more)));
                memory[i] = System.nanoTime() - start;
                bench.labelling().flush();
                disk[i] = System.nanoTime() - start;
            }
            System.out.printf("opened in %.0f ms; one more span: %.2f ms in memory, %.1f ms until it is on the disk%n", median(opening),
                    median(memory), median(disk));
        }
    }

    private static Annotation span(LabellingSession session, LabelId label, Random random) {
        int start = random.nextInt(1_000_000);
        return new Annotation(session.newId(), label, new TextSpan(List.of(new TextRange(start, start + 8)), "covered!"),
                new Origin.Manual());
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
