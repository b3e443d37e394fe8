package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.text.CodePoints;
import labelwright.text.Search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A text in which every way of counting gives another number (emoji joined from several, flags, combining marks, Chinese, Arabic, Windows
/// line breaks and a mark at the beginning) is labelled, exported to every format that holds spans, imported again, and still says the same.
@Timeout(120)
class EmojiThroughEveryFormatTest {
    private static final String TEXT = "Ada 👩‍💻 met 🇯🇵 friends in 東京.\r\nHe\u0301le\u0300ne 👍🏽 lives in القاهرة near 北京大学 and 😀 Oslo.\r\n\r\nBye\t👨‍👩‍👧‍👦 Ada.\r\n";
    private static final List<String> WORDS = List.of("Ada", "👩‍💻", "🇯🇵", "東京", "He\u0301le\u0300ne", "القاهرة", "北京大学", "Oslo",
            "👨‍👩‍👧‍👦");
    /// Holds tokens and not the spaces between them, and says so beforehand.
    private static final String TOKENS = "conll";

    @TempDir
    private Path folder;
    private TestBench test;
    private Project letters;

    @BeforeEach
    void label() throws IOException {
        test = TestBench.create(folder.resolve("w"));
        letters = test.get().projects().create("letters", ProjectKind.TEXT, List.of("name", "人物 😀"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("emoji 😀.txt"), "\uFEFF" + TEXT);
        read(letters, data);
        ItemId item = items(letters).getFirst();
        LabellingSession session = test.get().labelling().open(item, TestBench.KIM);
        List<Annotation> spans = new ArrayList<>();
        CodePoints index = CodePoints.of(TEXT);
        for (String word : WORDS) {
            for (TextRange range : Search.all(index, word, Set.of())) {
                spans.add(new Annotation(test.get().store().annotationIds().next(), letters.schema().labels().get(spans.size() % 2).id(),
                        TextSpan.of(TEXT, List.of(range)), new Origin.Manual()));
            }
        }
        session.perform(EditName.LABEL_TEXT, Edit.add(session.set(), spans));
        session.submit();
        test.get().labelling().flush();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @TestFactory
    Stream<DynamicTest> theSpansComeBack() {
        return test.get().exports().formats().stream()
                .filter(format -> format.kind() == ProjectKind.TEXT && format.shapes().contains(ShapeKind.SPAN))
                .map(format -> DynamicTest.dynamicTest(format.id(), () -> comeBack(format)));
    }

    private void comeBack(FormatInfo format) {
        Path out = folder.resolve("out-" + format.id());
        ExportRequest request = new ExportRequest(letters, out, format.id(), TestBench.KIM, "", Verify.YES);
        ExportReport report = test.get().exports().run(request, Progress.NONE, new CancelToken());
        Project back = test.get().projects().create(format.id(), ProjectKind.TEXT, List.of());
        read(back, out);
        back = test.get().projects().byName(format.id());
        assertEquals(WORDS.size() + 1, report.annotations());
        if (format.id().equals(TOKENS)) {
            assertTrue(report.lost().toString().contains("spaces change"), report.lost()::toString);
            assertEquals(words(letters), words(back));
        } else {
            assertEquals(ExportReport.Verified.SAME, report.verified(), report.lost()::toString);
            assertEquals(TEXT, test.get().texts().text(items(back).getFirst()).text());
            assertEquals(spans(letters), spans(back));
        }
    }

    /// Offsets, words and labels.
    private Set<String> spans(Project project) {
        return described(project, span -> ((TextSpan) span.shape()).fragments() + ((TextSpan) span.shape()).covered()
                + project.schema().label(span.label()).name());
    }

    /// Words without the spaces that a format of tokens puts between Chinese characters.
    private Set<String> words(Project project) {
        return described(project, span -> ((TextSpan) span.shape()).covered().replace(" ", ""));
    }

    private Set<String> described(Project project, Function<Annotation, String> words) {
        AnnotationSet set = test.get().catalogue().answers(items(project), TestBench.KIM).getFirst();
        return set.annotations().stream().map(words).collect(Collectors.toCollection(TreeSet::new));
    }

    private void read(Project project, Path data) {
        ImportReport report = test.get().imports().run(ImportRequest.of(project, data, TestBench.KIM), Progress.NONE, new CancelToken());
        assertEquals(1, report.items(), report.problems()::toString);
    }

    private List<ItemId> items(Project project) {
        return test.get().catalogue().find(project, "", TestBench.KIM, ItemSort.IMPORTED);
    }
}
