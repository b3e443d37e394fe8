package labelwright.exchange.classfolders;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.Loss;
import labelwright.exchange.LossCount;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;

/// Writes `train/cat/a.jpg` and so on.
final class ClassFoldersWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new Losses(new ClassPlan(source)).of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        ClassPlan plan = new ClassPlan(source);
        return Export.run(request, source, new Losses(plan), folder -> new Items(new PictureCopier(folder, request.pictures()), plan));
    }

    private static final class Items implements Export.ItemWriter {
        private final PictureCopier copier;
        private final ClassPlan plan;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);

        Items(PictureCopier copier, ClassPlan plan) {
            this.copier = copier;
            this.plan = plan;
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String name = names.claim(source.item().name());
            Optional<String> label = plan.of(source.annotations().answers());
            if (label.isPresent()) {
                copier.copy(source.file(), SplitWords.word(source.item().split()) + "/" + plan.folder(label.get()) + "/" + name);
            }
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    /// Folders say one word about a picture.
    private static final class Losses extends LossCount {
        private final ClassPlan plan;

        Losses(ClassPlan plan) {
            super(new TargetNames(TargetNames.Unique.NAME));
            this.plan = plan;
        }

        @Override
        public void count(SourceItem item) {
            super.count(item);
            Optional<String> label = plan.of(item.annotations().answers());
            if (label.isEmpty()) {
                add(1, "picture without a class", "pictures without a class", "There is no folder for it; it is left out.");
            } else if (!ClassPlan.plain(label.get()).equals(label.get())) {
                add(1, "picture whose class is no name of a folder", "pictures whose class is no name of a folder",
                        "Folders are called by it with signs replaced by _.");
            }
            add(item.annotations().annotations().size(), "region", "regions", "Folders say the class of the whole picture only.");
            add(Math.max(0, item.annotations().answers().size() - 1), "further answer about a whole picture",
                    "further answers about whole pictures", "A picture lies in one folder.");
        }
    }
}
