package labelwright.exchange.plaintext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Loss;
import labelwright.exchange.RandomTexts;
import labelwright.exchange.ReadOption;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.Recorder;
import labelwright.exchange.TextRecord;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.formats.StandardFormats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlainTextTest {
    @TempDir
    Path folder;

    @Test
    void filesComeBackByteForByteAndTheirLabelsAreNamedAsLost() {
        RandomTexts data = new RandomTexts(7).inSeveralEncodings();
        WriteRequest request = new WriteRequest(folder.resolve("out"), data.schema);
        DatasetWriter writer = new PlainTextFormat().writer().orElseThrow();
        List<Loss> losses = writer.losses(request, data);
        assertEquals(losses, writer.write(request, data).losses());
        String words = losses.toString();
        assertTrue(words.contains(" spans") && words.contains(" relations") && words.contains("answers about whole texts"), words);
        assertEquals("text", StandardFormats.create().detect(request.out()).getFirst().format().id());
        Recorder read = Recorder.read(new PlainTextFormat(), request.out());
        for (SourceItem item : data.items) {
            TextRecord text = read.texts.get(item.item().name());
            if (item.text().byteCount() > 0) {
                assertEquals(item.text(), text.content(), item.item()::name);
                assertEquals(item.item().split(), text.split(), item.item()::name);
            }
        }
        assertEquals(data.items.stream().filter(item -> item.text().byteCount() > 0).count(), read.texts.size());
    }

    @Test
    void linesHoldOneTextEach() throws IOException {
        RandomTexts data = new RandomTexts(8);
        WriteRequest request = new WriteRequest(folder.resolve("out"), data.schema);
        DatasetWriter writer = new PlainLinesFormat().writer().orElseThrow();
        List<Loss> losses = writer.losses(request, data);
        assertEquals(losses, writer.write(request, data).losses());
        assertTrue(losses.toString().contains("texts of several lines") && losses.toString().contains("names of texts"), losses::toString);
        Recorder read = Recorder.read(new PlainLinesFormat(), request.out());
        List<String> written = data.items.stream().map(item -> item.item().split() + item.text().text().replaceAll("\\r\\n|[\\r\\n]", " "))
                .filter(text -> !text.replaceFirst("^[A-Z]+", "").isBlank()).sorted().toList();
        assertEquals(written, read.texts.values().stream().map(text -> text.split() + text.text()).sorted().toList());
        assertEquals(List.of(), read.problems);
        Recorder whole = new Recorder();
        new PlainLinesFormat().reader().read(new ReadRequest(request.out(), Optional.empty(), file -> Optional.empty(),
                Map.of(ReadOption.BY, "file")), whole);
        assertTrue(whole.texts.size() < read.texts.size());
    }
}
