package labelwright.exchange.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.Split;

/// Writes `annotations/instances_train.json` and so on, and the pictures under `images/train`. Ids count on over all splits.
final class CocoWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new CocoLosses().of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new CocoLosses(), folder -> new Items(folder, request));
    }

    private static final class Items implements Export.ItemWriter {
        private final Map<Split, CocoPart> parts = new EnumMap<>(Split.class);
        private final List<LabelClass> labels;
        private final LabelNumbers numbers;
        private final PictureCopier copier;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);
        private final CocoSkeletons skeletons = new CocoSkeletons();
        private long images;
        private long annotations;

        Items(Path folder, WriteRequest request) {
            this.labels = request.labels();
            this.numbers = new LabelNumbers(labels);
            this.copier = new PictureCopier(folder, request.pictures());
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String name = names.claim(source.item().name());
            Split split = source.item().split();
            copier.copy(source.file(), "images/" + SplitWords.word(split) + "/" + name);
            CocoPart part = part(split);
            images++;
            part.image(images, name, source.item().width(), source.item().height());
            for (Annotation annotation : source.annotations().annotations()) {
                annotations++;
                CocoPart.Ids ids = new CocoPart.Ids(annotations, images, numbers.of(annotation.label()) + 1);
                part.annotation(ids, annotation.shape(), annotation.attributes(), source.item());
                skeletons.note(annotation);
            }
        }

        private CocoPart part(Split split) throws IOException {
            CocoPart part = parts.get(split);
            if (part == null) {
                part = new CocoPart(copier.place("annotations/instances_" + SplitWords.word(split) + ".json"));
                parts.put(split, part);
            }
            return part;
        }

        @Override
        public void finish() throws IOException {
            if (parts.isEmpty()) {
                part(Split.NONE);
            }
            for (CocoPart part : parts.values()) {
                part.finish(labels, skeletons);
            }
        }

        @Override
        public void close() throws IOException {
            for (CocoPart part : parts.values()) {
                part.close();
            }
        }
    }
}
