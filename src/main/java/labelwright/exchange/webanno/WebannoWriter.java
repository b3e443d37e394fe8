package labelwright.exchange.webanno;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;

/// Writes `train/a.txt.tsv` and so on.
final class WebannoWriter implements DatasetWriter {
    /// The features with the label of a region and the type of a relation.
    static final String LABEL = "label";
    static final String TYPE = "type";

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new WebannoLosses().of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new WebannoLosses(), folder -> new Items(folder, request));
    }

    private static final class Items implements Export.ItemWriter {
        private final WriteRequest request;
        private final LabelNumbers numbers;
        private final PictureCopier places;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);

        Items(Path folder, WriteRequest request) {
            this.request = request;
            this.numbers = new LabelNumbers(request.labels());
            this.places = new PictureCopier(folder, request.pictures());
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String path = SplitWords.word(source.item().split()) + "/" + names.claim(source.item().name()) + "." + WebannoReader.EXTENSION;
            Files.writeString(places.place(path), new WebannoText(source, numbers, request.schema()).write());
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
}
