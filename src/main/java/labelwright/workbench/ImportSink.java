package labelwright.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import labelwright.exchange.ItemRecord;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.TextRecord;
import labelwright.media.ImageInfo;
import labelwright.media.MediaException;
import labelwright.media.PictureFile;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeKind;
import labelwright.model.Problem;
import labelwright.model.SkeletonTemplate;
import labelwright.model.Split;

/// Takes what the reader reads, has a look at every picture, holds spans against their texts, and hands on what can be used. Asks for cancel at every record.
final class ImportSink implements RecordSink {
    private final ImportRequest request;
    private final PictureCheck pictures;
    private final ImportOutput output;
    private final ImportBuffer buffer;
    private final ImportTally tally;
    private final Watch watch;
    private final ImportedTexts texts;

    ImportSink(ImportRequest request, PictureCheck pictures, ImportOutput output, ImportBuffer buffer, ImportTally tally, Watch watch) {
        this.request = request;
        this.pictures = pictures;
        this.output = output;
        this.buffer = buffer;
        this.tally = tally;
        this.watch = watch;
        this.texts = new ImportedTexts(tally);
    }

    @Override
    public void label(String name) {
        watch.token().throwIfCancelled();
        tally.label(name);
        output.label(name);
    }

    @Override
    public void item(ItemRecord item) {
        watch.token().throwIfCancelled();
        if (item.file() != null) {
            looked(item, item.file());
        } else {
            missing(item);
        }
    }

    @Override
    public void annotation(String itemKey, RegionRecord region) {
        watch.token().throwIfCancelled();
        switch (request.project().kind()) {
            case IMAGE -> buffer.region(itemKey, region);
            case TEXT -> texts.placed(itemKey, region).ifPresent(placed -> buffer.region(itemKey, placed));
        }
    }

    @Override
    public void text(TextRecord text) {
        watch.token().throwIfCancelled();
        texts.text(text.key(), text.name(), text.text());
        buffer.item(ImportBuffer.Incoming.text(text, split(text.split())));
    }

    @Override
    public void relationType(String name) {
        output.relationType(name);
    }

    @Override
    public void relation(String itemKey, RelationRecord relation) {
        watch.token().throwIfCancelled();
        buffer.relation(itemKey, relation);
    }

    @Override
    public void question(String name, AttributeKind kind) {
        output.question(name, kind);
    }

    @Override
    public void attribute(String label, AttributeDefinition definition) {
        output.attribute(label, definition);
    }

    @Override
    public void choices(String question, List<String> options) {
        output.choices(question, options);
    }

    @Override
    public void skeleton(String label, SkeletonTemplate template) {
        output.skeleton(label, template);
    }

    @Override
    public void answers(String itemKey, Map<String, String> answers) {
        watch.token().throwIfCancelled();
        buffer.said(itemKey, answers);
    }

    @Override
    public void problem(Problem problem) {
        watch.token().throwIfCancelled();
        tally.problem(problem);
    }

    @Override
    public void progress(long done, long total) {
        watch.token().throwIfCancelled();
        watch.progress().report(done, total,
                "%,d %s, %,d annotations".formatted(tally.items(), ItemWords.many(request.project().kind()), tally.annotations()));
    }

    private void missing(ItemRecord item) {
        if (item.width() <= 0 || item.height() <= 0) {
            tally.problem(item.name(), "The picture was not found, and no file says how large it is.", Problem.Action.REFUSED);
            buffer.leaveOut(item.key());
            return;
        }
        tally.problem(item.name(), "The picture is missing: it was not found. Its labels are kept; locate the picture to see it.",
                Problem.Action.SKIPPED);
        buffer.item(new ImportBuffer.Incoming(item.key(), item.name(), null, expected(item), 0, item.width(), item.height(),
                split(item.split())));
    }

    private void looked(ItemRecord item, Path file) {
        PictureCheck.Checked checked = pictures.take(file);
        ImageInfo info = checked.info();
        MediaException fault = checked.fault();
        if (fault != null && fault.reason() == MediaException.Reason.MISSING) {
            missing(item);
            return;
        }
        if (info == null) {
            tally.problem(item.name(), fault == null ? "The picture cannot be read." : String.valueOf(fault.getMessage()),
                    Problem.Action.REFUSED);
            buffer.leaveOut(item.key());
            return;
        }
        if (!info.extensionFits(file)) {
            tally.problem(item.name(), "The file is a %s picture, whatever its name says; it was read as one."
                    .formatted(info.format().displayName()), Problem.Action.REPAIRED);
        }
        ImportBuffer.Incoming first = new ImportBuffer.Incoming(item.key(), item.name(), file, file, 0, info.width(), info.height(),
                split(item.split()));
        buffer.item(first);
        if (info.hasPages()) {
            pages(first, file, info.frames());
        } else if (info.frames() > 1) {
            tally.problem(item.name(),
                    "The file is an animation of %,d pictures; only the first was imported. To label the others, save them as pictures of their own."
                            .formatted(info.frames()),
                    Problem.Action.SKIPPED);
        }
    }

    /// Every further page of a file is an item of its own.
    private void pages(ImportBuffer.Incoming first, Path file, int count) {
        if (!buffer.takesPages()) {
            tally.problem(first.name(), ("The file has %,d pages; the labels belong to the first, and the others were left out. Import the "
                    + "pictures by themselves to have every page.").formatted(count), Problem.Action.SKIPPED);
            return;
        }
        for (int page = 1; page < count; page++) {
            watch.token().throwIfCancelled();
            PictureCheck.Checked checked = pictures.page(new PictureFile(file, page));
            ImageInfo info = checked.info();
            if (info == null) {
                MediaException fault = checked.fault();
                tally.problem(first.name() + PageNames.ending(page),
                        fault == null ? "The page cannot be read." : String.valueOf(fault.getMessage()), Problem.Action.REFUSED);
            } else {
                buffer.item(first.onPage(page, info.width(), info.height()));
            }
        }
    }

    private Path expected(ItemRecord item) {
        Path images = request.images();
        Path root = images == null ? request.root() : images;
        return root.resolve(item.name()).toAbsolutePath().normalize();
    }

    private Split split(Split said) {
        return request.split() == Split.NONE ? said : request.split();
    }
}
