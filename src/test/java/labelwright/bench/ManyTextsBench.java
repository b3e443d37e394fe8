package labelwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.journey.Fx;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.settings.Theme;
import labelwright.task.WorkerThreads;
import labelwright.textview.TextSurface;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.control.Appearance;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.Place;
import labelwright.ui.text.TextScreen;

/// What stays in the heap while 1,000 texts of 20 kB are opened one after the other in the Annotate screen, a word of each is labelled and
/// undone, and how long it takes from the question for the next text until it is drawn. Run:
/// `mvn -q -Pbench -Dbench=ManyTextsBench -Dbench.jvm=-Xmx512m [-Dbench.args="texts=1000"]`. Writes one line of JSON: the heap after a
/// collection at every tenth of the way, in MB, and the times in ms.
public final class ManyTextsBench {
    private static final int SIZE = 20_000;

    private ManyTextsBench() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0].substring("texts=".length())) : 1_000;
        Path folder = Files.createTempDirectory("texts");
        Map<String, Object> results = new LinkedHashMap<>();
        try (ExecutorService threads = WorkerThreads.pool("bench", 2);
                LabellingBench bench = LabellingBench.ofTexts(folder, texts(count),
                        new LabelSchema(List.of(new LabelClass(new LabelId(-1), "word", Colour.ofPalette(0), Set.of(ShapeKind.SPAN)))),
                        threads)) {
            TextScreen screen = Fx.get(() -> {
                Appearance.apply(Theme.LIGHT);
                return new TextScreen(bench.projectContext(threads, FxJobs.fxThread()));
            });
            Stage stage = Fx.get(() -> {
                Scene scene = new Scene((Parent) screen.view(), 1_400, 900);
                Appearance.dress(scene);
                Stage fresh = new Stage();
                fresh.setScene(scene);
                fresh.show();
                screen.onShow();
                return fresh;
            });
            walk(bench, screen, stage, count, results);
            Fx.run(() -> {
                screen.onHide();
                stage.close();
            });
        }
        System.out.println(new ObjectMapper().writeValueAsString(results));
        System.exit(0);
    }

    private static void walk(LabellingBench bench, TextScreen screen, Stage stage, int count, Map<String, Object> results) {
        List<ItemId> items = bench.items();
        TextSurface surface = (TextSurface) find(stage, "#text-surface");
        LabelId label = bench.project().schema().labels().getFirst().id();
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            long start = System.nanoTime();
            Fx.run(() -> screen.arrive(new Place.Picture(items.get(number), items)));
            Fx.await("the text is open", () -> surface.text().text().text().startsWith(beginning(number)));
            times.add((System.nanoTime() - start) / 1e6);
            Fx.run(() -> {
                surface.mark(new TextRange(0, 6));
                surface.label(label);
            });
            Fx.pulse();
            if (i % Math.max(1, count / 10) == 0 || i == count - 1) {
                bench.workbench().labelling().flush();
                results.put("heap_mb_after_" + i, heap());
            }
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        results.put("next_text_ms_median", sorted[sorted.length / 2]);
        results.put("next_text_ms_p95", sorted[(int) (sorted.length * 0.95)]);
        results.put("next_text_ms_max", Arrays.stream(sorted).max().orElse(0));
    }

    private static Node find(Stage stage, String id) {
        return stage.getScene().lookup(id);
    }

    private static String beginning(int number) {
        return "t%05d ".formatted(number);
    }

    private static Map<String, String> texts(int count) {
        Random random = new Random(4);
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            StringBuilder made = new StringBuilder(beginning(i));
            while (made.length() < SIZE) {
                for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
                    made.append((char) ('a' + random.nextInt(26)));
                }
                made.append(random.nextInt(40) == 0 ? ".\n" : " ");
            }
            texts.put("%05d.txt".formatted(i), made.toString());
        }
        return texts;
    }

    /// In MB, after collections.
    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return Math.round(least / 104857.6) / 10.0;
    }
}
