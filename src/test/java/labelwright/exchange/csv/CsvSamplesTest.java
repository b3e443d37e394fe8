package labelwright.exchange.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FolderLook;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.ReadOption;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.Recorder;
import labelwright.exchange.TextRecord;
import labelwright.model.Problem;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Tables of real data sets give what was counted in them by other means.
class CsvSamplesTest {

    private static Recorder read(String path) {
        Path root = Samples.require(path);
        assertTrue(new CsvFormat().recognise(FolderLook.at(root)).isPresent(), path);
        return Recorder.read(new CsvFormat(), root);
    }

    private static long classes(Recorder read) {
        return read.answers.values().stream().map(answers -> answers.get("label")).distinct().count();
    }

    @Test
    void banking77() {
        Recorder read = read("datasets/banking77");
        assertEquals(List.of(), read.problems);
        assertEquals(10_003, read.texts.values().stream().filter(text -> text.split() == Split.TRAIN).count());
        assertEquals(3_080, read.texts.values().stream().filter(text -> text.split() == Split.TEST).count());
        assertEquals(77, classes(read));
        assertEquals(10, read.texts.values().stream().filter(text -> text.split() == Split.TRAIN && text.text().contains("\n")).count());
    }

    @Test
    void amazonSentences() {
        Recorder read = read("datasets/amazon-sentences");
        assertEquals(List.of(), read.problems);
        assertEquals(1000, read.texts.size());
        assertEquals(500, read.answers.values().stream().filter(Map.of("label", "1")::equals).count());
        assertEquals(500, read.answers.values().stream().filter(Map.of("label", "0")::equals).count());
    }

    @Test
    void tablesOfDoccano() {
        assertEquals(3, read("formats/doccano/doccano-import-tests/example.utf16.csv").texts.size());
        assertEquals(3, read("formats/doccano/doccano-export-examples/text_classification/example.csv").texts.size());
        Recorder holes = read("formats/doccano/doccano-import-tests/text_classification/example.csv");
        assertEquals(List.of("exampleA", "exampleB"), holes.texts.values().stream().map(TextRecord::text).toList());
        assertEquals(List.of("example.csv, line 4", "example.csv, line 5"), holes.problems.stream().map(Problem::where).toList());
        Recorder ragged = read("formats/doccano/doccano-import-tests/text_classification/example.invalid.2.csv");
        assertEquals(3, ragged.texts.size());
        assertEquals(1, ragged.problems.size());
        Recorder order = read("formats/doccano/doccano-import-tests/text_classification/example_out_of_order_columns.csv");
        assertEquals(Map.of("label", "positive", "foo", "foo1"), order.answers.values().iterator().next());
        Recorder bom = read("formats/edge-issues/csv-utf8-bom.csv");
        assertEquals(List.of("good, really", "一般"), bom.texts.values().stream().map(TextRecord::text).toList());
        assertEquals(List.of(), bom.problems);
    }

    /// Texts read and rows that are reported, together all rows of the table but its header.
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            csv-text/datumaro-tabular/women-clothing/women_clothing.csv,            101, -
            csv-text/datumaro-tabular/women-clothing/women_clothing_imbalanced.csv, 101, -
            csv-text/datumaro-tabular/women-clothing/women_clothing_orig.csv,        53, -
            csv-text/datumaro-tabular/women-clothing/women_clothing_refined.csv,     51, -
            doccano/doccano-export-examples/sequence_to_sequence/example.csv,         3, -
            doccano/doccano-import-examples/sequence_to_sequence/example.csv,         3, 'text=column_data,label=column_label'
            doccano/doccano-import-tests/seq2seq/example.csv,                         4, -
            csv-text/label-studio-amazon/amazon_cells_labelled.tsv,                1000, 'text=1,label=2'
            """)
    void noRowIsLostInSilence(String path, int rows, String columns) {
        Recorder read = new Recorder();
        new CsvFormat().reader().read(new ReadRequest(Samples.require("formats/" + path), Optional.empty(), PictureSizes.UNKNOWN,
                columns == null ? Map.of() : Map.of(ReadOption.COLUMNS, columns)), read);
        long left = read.problems.stream().filter(problem -> problem.action() != Problem.Action.REPAIRED).count();
        assertEquals(rows, read.texts.size() + left, read.problems::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adopt-a-buddy/test.csv", "adopt-a-buddy/train.csv", "electricity.csv", "electricity_missing.csv"})
    void tablesOfNumbersHaveNoTexts(String path) {
        Path file = Samples.require("formats/csv-text/datumaro-tabular/" + path);
        assertTrue(assertThrows(ExchangeException.class, () -> Recorder.read(new CsvFormat(), file)).getMessage()
                .contains("no table that explains itself"));
    }

    @Test
    void namesOfColumnsCanBeSaid() {
        Path file = Samples.require("formats/doccano/doccano-import-examples/text_classification/example.csv");
        Recorder read = new Recorder();
        new CsvFormat().reader().read(new ReadRequest(file, Optional.empty(), PictureSizes.UNKNOWN,
                Map.of(ReadOption.COLUMNS, "text=column_data,label=column_label")), read);
        assertEquals(3, read.texts.size());
        assertEquals(2, classes(read));
    }

    @Test
    void reviewsWithOtherColumns() {
        Recorder read = Recorder.read(new CsvFormat(),
                Samples.require("formats/csv-text/datumaro-tabular/women-clothing/women_clothing.csv"));
        assertEquals(99, read.texts.size());
        assertEquals(List.of("women_clothing.csv, line 2"), read.problems.stream().limit(1).map(Problem::where).toList());
        assertEquals(2, read.problems.size());
        assertTrue(assertThrows(ExchangeException.class,
                () -> Recorder.read(new CsvFormat(), Samples.require("formats/csv-text/datumaro-tabular/electricity.csv"))).getMessage()
                .contains("nswprice"));
    }
}
