package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.Samples;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Split;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whole imports of real and of awkward files: whatever is in them, the workspace is sound afterwards and every problem is a sentence.
@Timeout(300)
class SampleImportsTest {
    @TempDir
    private Path folder;

    @Test
    void bloodCellsComeInWithTheirSplits() {
        Path data = Samples.require("datasets/bccd");
        try (TestBench test = TestBench.create(folder.resolve("w"))) {
            ImportReport report = test.get().imports().run(ImportRequest.of(test.project(), data, TestBench.KIM), Progress.NONE,
                    new CancelToken());
            assertEquals(364, report.items());
            assertEquals(2, report.refused());
            SplitReport split = test.get().splits().byLists(test.project(), data.resolve("ImageSets/Main"));
            assertEquals(new SplitReport(205, 87, 72, 0, List.of()), split);
            assertEquals(72, test.get().catalogue().find(test.project(), "split:" + Split.TEST.key(), TestBench.KIM,
                    labelwright.model.query.ItemSort.NAME).size());
            assertTrue(test.get().maintenance().check().ok());
        }
    }

    @Test
    void awkwardDataSetsLeaveASoundWorkspace() throws IOException {
        List<Path> sets = new ArrayList<>();
        for (String kind : List.of("coco", "voc", "yolo", "cvat-xml", "labelme-json", "label-studio", "dota", "edge-issues", "edge-made",
                "edge-images")) {
            Path root = Samples.require("formats/" + kind);
            try (Stream<Path> files = Files.walk(root, 1)) {
                files.filter(Files::isDirectory).forEach(sets::add);
            }
        }
        int imported = 0;
        try (TestBench test = TestBench.create(folder.resolve("w"))) {
            for (Path set : sets) {
                Project project = test.get().projects().create(set.toString(), ProjectKind.IMAGE, List.of());
                try {
                    ImportReport report = test.get().imports().run(ImportRequest.of(project, set, TestBench.KIM), Progress.NONE,
                            new CancelToken());
                    imported++;
                    assertEquals(report.items(), test.get().catalogue().count(project), set.toString());
                    for (Problem problem : report.problems()) {
                        assertFalse(problem.where().isBlank(), set + ": " + problem);
                        assertTrue(problem.what().strip().length() > 10 && !problem.what().contains("Exception"), set + ": " + problem);
                    }
                } catch (WorkbenchException e) {
                    assertFalse(String.valueOf(e.getMessage()).contains("Exception"), set + ": " + e.getMessage());
                    assertEquals(0, test.get().catalogue().count(project));
                }
            }
            assertTrue(imported > 10, "only " + imported + " data sets came in");
            assertTrue(test.get().maintenance().check().ok(), test.get().maintenance().check().problems().toString());
        }
    }
}
