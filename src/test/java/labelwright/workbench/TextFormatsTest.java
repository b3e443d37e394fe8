package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import labelwright.Samples;
import labelwright.model.AttributeType;
import labelwright.model.LabelSchema;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.RelationType;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Real files of texts go into a project, out in another format, and into a second project, where they are the same.
@Timeout(120)
class TextFormatsTest {
    @TempDir
    private Path folder;
    private TestBench test;
    private Project first;
    private Project second;

    @BeforeEach
    void open() {
        test = TestBench.create(folder.resolve("w"));
        first = test.get().projects().create("first", ProjectKind.TEXT, List.of());
        second = test.get().projects().create("second", ProjectKind.TEXT, List.of());
    }

    @AfterEach
    void close() {
        assertTrue(test.get().maintenance().check().ok(), () -> test.get().maintenance().check().problems().toString());
        test.close();
    }

    private ImportReport read(Project project, Path root) {
        return test.get().imports().run(ImportRequest.of(project, root, TestBench.KIM), Progress.NONE, new CancelToken());
    }

    private void write(String format) {
        Project now = test.get().projects().project(first.id());
        ExportReport report = test.get().exports().run(new ExportRequest(now, folder.resolve("out"), format, TestBench.KIM, "", Verify.YES),
                Progress.NONE,
                new CancelToken());
        assertEquals(ExportReport.Verified.SAME, report.verified(), report.lost()::toString);
    }

    private LabelSchema schema(Project project) {
        return test.get().projects().project(project.id()).schema();
    }

    @ParameterizedTest
    @CsvSource({"doccano", "prodigy"})
    void spansAndRelationsMoveBetweenProjects(String format) {
        ImportReport report = read(first, Samples.require("formats/edge-issues/doccano-relations-chinese.jsonl"));
        assertEquals("doccano", report.format());
        assertEquals(List.of(2L, 4L, 4L), List.of(report.items(), report.annotations(), report.relations()), report.problems()::toString);
        assertEquals(List.of("属性词", "观点词"), schema(first).names());
        write(format);
        ImportReport again = read(second, folder.resolve("out"));
        assertEquals(format, again.format());
        assertEquals(List.of(2L, 4L, 4L), List.of(again.items(), again.annotations(), again.relations()), again.problems()::toString);
        assertEquals(schema(first).names(), schema(second).names());
        assertEquals(schema(first).relations().stream().map(RelationType::name).toList(),
                schema(second).relations().stream().map(RelationType::name).toList());
    }

    @Test
    void whatIsReadTwiceIsLeftOutWithItsRelations() throws IOException {
        Path file = folder.resolve("people.jsonl");
        Files.writeString(file, """
                {"id":1,"text":"Ana knows Bo.","entities":[{"id":7,"start_offset":0,"end_offset":3,"label":"PER"},\
                {"id":8,"start_offset":10,"end_offset":12,"label":"PER"}],"relations":[{"id":1,"from_id":7,"to_id":8,"type":"knows"}]}
                """);
        assertEquals(1, read(first, file).relations());
        ImportReport again = read(first, file);
        assertEquals(List.of(0L, 0L, 0L), List.of(again.items(), again.annotations(), again.relations()));
        assertEquals(List.of(Problem.Action.SKIPPED), again.problems().stream().map(Problem::action).toList(), again.problems()::toString);
    }

    @Test
    void classesOfTextsAreTheOptionsOfOneQuestion() {
        ImportReport report = read(first, Samples.require("datasets/banking77/test.csv"));
        assertEquals("csv", report.format());
        assertEquals(3080, report.items());
        AttributeType question = schema(first).picture().find("label").orElseThrow().type();
        assertTrue(question instanceof AttributeType.Select && question.options().size() == 77, question::toString);
        write("csv");
        assertEquals(3080, read(second, folder.resolve("out")).items());
        assertEquals(schema(first).picture(), schema(second).picture());
    }

    @Test
    void aRequestOfYesterdaysProjectIsCheckedWithTheSchemaOfToday() throws IOException {
        Path tasks = folder.resolve("tasks.json");
        Files.writeString(tasks, """
                [{"id":1,"data":{"text":"Ana swims."},"annotations":[{"result":[
                  {"id":"a","from_name":"l","type":"labels","value":{"start":0,"end":3,"text":"Ana","labels":["PER"]}},
                  {"from_name":"mood","type":"choices","value":{"choices":["good","calm"]}},
                  {"from_name":"place","type":"taxonomy","value":{"taxonomy":[["Earth","Asia"]]}}]}]},
                 {"id":2,"data":{"text":"Bo runs."},"annotations":[{"result":[
                  {"from_name":"mood","type":"choices","value":{"choices":["calm"]}}]}]}]""");
        assertEquals("label-studio-text", read(first, tasks).format());
        assertEquals(List.of(new AttributeType.MultiSelect(List.of("good", "calm")),
                new AttributeType.Taxonomy(List.of("Earth/Asia"), AttributeType.Amount.ONE)),
                List.of(schema(first).picture().find("label").orElseThrow().type(),
                        schema(first).picture().find("place").orElseThrow().type()));
        for (String format : List.of("label-studio-text", "doccano", "csv")) {
            ExportReport report = test.get().exports().run(
                    new ExportRequest(first, folder.resolve("out-" + format), format, TestBench.KIM, "", Verify.YES), Progress.NONE,
                    new CancelToken());
            boolean hasSpans = !format.equals("csv");
            assertEquals(hasSpans ? ExportReport.Verified.SAME : ExportReport.Verified.DIFFERENT, report.verified(),
                    report.lost()::toString);
        }
        read(second, folder.resolve("out-label-studio-text"));
        assertEquals(schema(test.get().projects().project(first.id())).picture(), schema(second).picture());
    }

    @Test
    void tokensBecomeTexts() {
        ImportReport report = read(first, Samples.require("datasets/wnut17/emerging.dev.conll"));
        assertEquals("conll", report.format());
        assertEquals(List.of(1009L, 836L), List.of(report.items(), report.annotations()), report.problems()::toString);
        assertEquals(6, schema(first).labels().size());
    }
}
