package labelwright.exchange.voc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.FileNames;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.LabelPicture;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.model.LabelClass;
import labelwright.model.Split;

/// Writes `Annotations`, `JPEGImages`, label pictures of areas and, for items with a split, the lists of `ImageSets/Main`.
final class VocWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new VocLosses().of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new VocLosses(), folder -> new Items(folder, request));
    }

    static final String LABEL_MAP = "labelmap.txt";

    private static final class Items implements Export.ItemWriter {
        private final LabelNumbers labels;
        private final List<LabelClass> classes;
        private boolean isSegmented;
        private final PictureCopier copier;
        private final TargetNames pictures = new TargetNames(TargetNames.Unique.NAME);
        private final TargetNames documents = new TargetNames(TargetNames.Unique.NAME);
        private final Map<Split, BufferedWriter> lists = new EnumMap<>(Split.class);

        Items(Path folder, WriteRequest request) throws IOException {
            this.classes = request.labels();
            this.labels = new LabelNumbers(classes);
            this.copier = new PictureCopier(folder, request.pictures());
            Files.createDirectory(folder.resolve("Annotations"));
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String picture = pictures.claim(source.item().name());
            String document = document(picture);
            copier.copy(source.file(), "JPEGImages/" + picture);
            VocLabelPictures areas = new VocLabelPictures(source.item(), source.annotations().annotations(), labels);
            Files.writeString(copier.place("Annotations/" + document + ".xml"),
                    VocXml.of(source.item(), picture, source.annotations(), labels, !areas.isEmpty()));
            if (!areas.isEmpty()) {
                areas.writeObjects(copier.place("SegmentationObject/" + document + ".png"));
                areas.writeClasses(copier.place("SegmentationClass/" + document + ".png"));
                isSegmented = true;
            }
            if (source.item().split() != Split.NONE) {
                BufferedWriter list = list(source.item().split());
                list.write(document);
                list.write('\n');
            }
        }

        /// The picture's name without extension; when another picture has that too, with it.
        private String document(String picture) {
            String stem = FileNames.stem(picture);
            return documents.claim(stem).equals(stem) ? stem : documents.claim(picture);
        }

        private BufferedWriter list(Split split) throws IOException {
            BufferedWriter list = lists.get(split);
            if (list == null) {
                list = Files.newBufferedWriter(copier.place("ImageSets/Main/" + split.key() + ".txt"));
                lists.put(split, list);
            }
            return list;
        }

        @Override
        public void finish() throws IOException {
            if (isSegmented) {
                writeLabelMap();
            }
            close();
        }

        private void writeLabelMap() throws IOException {
            List<String> lines = new ArrayList<>(List.of("# label:color_rgb:parts:actions", "background:0,0,0::"));
            for (int i = 0; i < Math.min(VocLabelPictures.MOST, classes.size()); i++) {
                int colour = LabelPicture.colour(i + 1);
                lines.add("%s:%d,%d,%d::".formatted(classes.get(i).name().replace(':', ' '), colour >> 16, colour >> 8 & 0xFF,
                        colour & 0xFF));
            }
            Files.write(copier.place(LABEL_MAP), lines);
        }

        @Override
        public void close() throws IOException {
            for (BufferedWriter list : lists.values()) {
                list.close();
            }
        }
    }
}
