package labelwright.exchange.masks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.FileNames;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.LabelPicture;
import labelwright.exchange.LabelRows;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.PngWriter;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.MaskFill;
import labelwright.model.Annotation;
import labelwright.model.Item;
import labelwright.model.LabelClass;

/// Writes `images/train/a.jpg` with `masks/train/a.png` and so on, and `dataset_meta.json` with names and colours.
final class MasksWriter implements DatasetWriter {
    /// 0 is the background, 255 the border.
    static final int MOST_CLASSES = 254;

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new MasksLosses(request.labels()).of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new MasksLosses(request.labels()),
                folder -> new Items(request, new PictureCopier(folder, request.pictures())));
    }

    private static final class Items implements Export.ItemWriter {
        private final List<LabelClass> labels;
        private final LabelNumbers numbers;
        private final int[] palette;
        private final PictureCopier copier;
        private final TargetNames names = new TargetNames(TargetNames.Unique.STEM);

        Items(WriteRequest request, PictureCopier copier) {
            this.labels = request.labels();
            this.numbers = new LabelNumbers(labels);
            this.palette = IntStream.rangeClosed(0, Math.min(MOST_CLASSES, labels.size())).map(LabelPicture::colour).toArray();
            this.copier = copier;
        }

        /// Later regions cover earlier ones.
        @Override
        public void write(SourceItem source) throws IOException {
            Item item = source.item();
            String name = SplitWords.word(item.split()) + "/" + names.claim(item.name());
            copier.copy(source.file(), "images/" + name);
            LabelRows rows = new LabelRows();
            for (Annotation annotation : source.annotations().annotations()) {
                int number = numbers.of(annotation.label());
                if (number < MOST_CLASSES) {
                    MaskFill.of(annotation.shape(), item.width(), item.height()).ifPresent(mask -> rows.add(mask.spans(), number + 1));
                }
            }
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(copier.place("masks/" + FileNames.stem(name) + ".png")))) {
                PngWriter.write(out, item.width(), item.height(), palette, rows);
            }
        }

        @Override
        public void finish() throws IOException {
            Map<String, String> map = new LinkedHashMap<>();
            map.put("0", "background");
            for (int i = 1; i < palette.length; i++) {
                map.put(Integer.toString(i), labels.get(i - 1).name());
            }
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put("label_map", map);
            meta.put("segmentation_colors",
                    Arrays.stream(palette).mapToObj(rgb -> List.of(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)).toList());
            meta.put("background_label", "0");
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(copier.place(MaskClasses.META).toFile(), meta);
        }

        @Override
        public void close() {}
    }
}
