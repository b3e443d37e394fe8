package labelwright.exchange.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
import labelwright.model.ExportTask;
import labelwright.model.LabelClass;
import labelwright.model.Split;

/// Writes the layout of Ultralytics: `data.yaml`, `images/train`, `labels/train` and so on.
final class YoloWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new YoloLosses(YoloPlan.of(request, source)).of(source);
    }

    /// Walks through the source twice: what is there decides how the first line is written.
    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        YoloPlan plan = YoloPlan.of(request, source);
        return Export.run(request, source, new YoloLosses(plan), folder -> new Items(folder, request, plan));
    }

    /// x, y, visibility
    private static final int POINT_VALUES = 3;

    private static final class Items implements Export.ItemWriter {
        private final List<LabelClass> labels;
        private final LabelNumbers numbers;
        private final PictureCopier copier;
        private final TargetNames names = new TargetNames(TargetNames.Unique.STEM);
        private final Set<Split> splits = EnumSet.noneOf(Split.class);
        private final YoloPlan plan;

        Items(Path folder, WriteRequest request, YoloPlan plan) {
            this.labels = request.labels();
            this.numbers = new LabelNumbers(labels);
            this.copier = new PictureCopier(folder, request.pictures());
            this.plan = plan;
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String name = names.claim(source.item().name());
            String split = SplitWords.word(source.item().split());
            splits.add(source.item().split());
            copier.copy(source.file(), "images/" + split + "/" + name);
            YoloText text = new YoloText(source.item().width(), source.item().height(), plan);
            for (Annotation annotation : source.annotations().annotations()) {
                text.add(numbers.of(annotation.label()), annotation.shape(), annotation.attributes());
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
            description.put("task", plan.task().name().toLowerCase(Locale.ROOT));
            if (plan.task() == ExportTask.POSE) {
                description.put("kpt_shape", List.of(plan.points(), POINT_VALUES));
                plan.template().ifPresent(template -> {
                    description.put("flip_idx", IntStream.range(0, plan.points()).map(template::mirrorOf).boxed().toList());
                    description.put("kpt_names", Map.of(0, template.names()));
                });
            }
            new ObjectMapper(YAMLFactory.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES).build()).writeValue(copier.place("data.yaml").toFile(), description);
        }

        @Override
        public void close() {
            splits.clear();
        }
    }
}
