package labelwright.exchange.plaintext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.SplitFiles;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;

/// Writes `train/a.txt` and so on, byte for byte, or `train.txt` and so on with one text a line.
///
/// @param by FILE or LINE
record PlainTextWriter(TextPiece by) implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new PlainTextLosses(by).of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new PlainTextLosses(by), folder -> by == TextPiece.LINE
                ? new LinesOfTexts(new SplitFiles(folder, ".txt", _ -> {}))
                : new FilesOfTexts(new PictureCopier(folder, request.pictures()), new TargetNames(TargetNames.Unique.NAME)));
    }

    private record FilesOfTexts(PictureCopier places, TargetNames names) implements Export.ItemWriter {
        @Override
        public void write(SourceItem item) throws IOException {
            Path place = places.place(SplitWords.word(item.item().split()) + "/" + names.claim(PlainTextLosses.target(item.item())));
            Files.write(place, item.text().bytes());
        }

        @Override
        public void finish() {
            // each file is complete when it is written
        }

        @Override
        public void close() {
            // each file is closed when it is written
        }
    }

    private record LinesOfTexts(SplitFiles files) implements Export.ItemWriter {
        @Override
        public void write(SourceItem item) throws IOException {
            String text = item.text().text();
            if (!text.isBlank()) {
                files.of(item.item().split()).append(PlainTextLosses.BREAKS.matcher(text).replaceAll(" ")).append('\n');
            }
        }

        @Override
        public void finish() throws IOException {
            files.close();
        }

        @Override
        public void close() throws IOException {
            files.close();
        }
    }
}
