package labelwright.exchange.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.FileNames;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.Split;

/// Writes the layout of Ultralytics: `data.yaml`, `images/train`, `labels/train` and so on.
final class YoloWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new YoloLosses().of(source);
    }

    /// Walks through the source twice: whether there is any polygon decides how the first line is written.
    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        YoloLosses before = new YoloLosses();
        before.of(source);
        return Export.run(request, source, new YoloLosses(), folder -> new Items(folder, request, before.hasPolygons()));
    }

    private static final class Items implements Export.ItemWriter {
        private final List<LabelClass> labels;
        private final LabelNumbers numbers;
        private final PictureCopier copier;
        private final TargetNames names = new TargetNames(TargetNames.Unique.STEM);
        private final Set<Split> splits = EnumSet.noneOf(Split.class);
        private final boolean asPolygons;

        Items(Path folder, WriteRequest request, boolean asPolygons) {
            this.labels = request.labels();
            this.numbers = new LabelNumbers(labels);
            this.copier = new PictureCopier(folder, request.pictures());
            this.asPolygons = asPolygons;
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String name = names.claim(source.item().name());
            String split = SplitWords.word(source.item().split());
            splits.add(source.item().split());
            copier.copy(source.file(), "images/" + split + "/" + name);
            YoloText text = new YoloText(source.item().width(), source.item().height());
            for (Annotation annotation : source.annotations().annotations()) {
                text.add(numbers.of(annotation.label()), annotation.shape(), asPolygons);
            }
            Files.writeString(copier.place("labels/" + split + "/" + FileNames.stem(name) + ".txt"), text.toString());
        }

        @Override
        public void finish() throws IOException {
            Map<String, Object> description = new LinkedHashMap<>();
            for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
                if (splits.contains(split)) {
                    description.put(split.key(), "images/" + split.key());
                }
            }
            if (!splits.contains(Split.TRAIN)) {
                description.put("train", "images/" + SplitWords.UNSPLIT);
            }
            Map<Integer, String> classes = new LinkedHashMap<>();
            for (int i = 0; i < labels.size(); i++) {
                classes.put(i, labels.get(i).name());
            }
            description.put("names", classes);
            new ObjectMapper(YAMLFactory.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES).build()).writeValue(copier.place("data.yaml").toFile(), description);
        }

        @Override
        public void close() {
            splits.clear();
        }
    }
}
