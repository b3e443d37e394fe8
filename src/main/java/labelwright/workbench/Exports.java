package labelwright.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Formats;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.media.ImageDecoder;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.query.ItemSort;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.workbench.ExportReport.Verified;
import labelwright.workbench.WorkbenchException.Reason;

/// Writes labelled pictures or texts in the format of other tools, with their splits. Only complete answers are exported; an export holds copies of the
/// pictures, so that it can be read on its own.
public final class Exports {
    private final WorkspaceStore store;
    private final Formats formats;
    private final Catalogue catalogue;
    private final ImageDecoder decoder;
    private final Author viewer;

    Exports(WorkspaceStore store, Formats formats, Catalogue catalogue, ImageDecoder decoder, Author viewer) {
        this.store = store;
        this.formats = formats;
        this.catalogue = catalogue;
        this.decoder = decoder;
        this.viewer = viewer;
    }

    /// What can be written.
    public List<FormatInfo> formats() {
        return formats.all().stream().filter(format -> format.writer().isPresent()).map(FormatInfo::of).toList();
    }

    /// What the format cannot hold of what would be exported; writes nothing.
    public List<Loss> losses(ExportRequest asked, Progress progress, CancelToken token) {
        return Faults.told(() -> {
            ExportRequest request = current(asked);
            Source source = source(request, null, progress, token);
            return losses(writer(request).losses(write(request), source));
        });
    }

    /// Exports. What was at the target before stays when the export fails or is cancelled.
    /// @throws WorkbenchException INVALID when nothing is there to export
    public ExportReport run(ExportRequest asked, Progress progress, CancelToken token) {
        long start = System.nanoTime();
        return Faults.told(() -> {
            ExportRequest request = current(asked);
            try (ExportedPages pages = new ExportedPages(catalogue, decoder, store.cacheFolder())) {
                Source source = source(request, pages, progress, token);
                if (source.isEmpty()) {
                    throw new WorkbenchException(Reason.INVALID,
                            "There is nothing to export: no %s of the query has a complete answer. Submit some first."
                                    .formatted(ItemWords.one(request.project().kind())));
                }
                WriteReport report = writer(request).write(write(request), source);
                List<Loss> lost = new ArrayList<>(losses(report.losses()));
                pages.loss().ifPresent(lost::add);
                Verified verified = switch (request.verify()) {
                    case NO -> Verified.NOT_ASKED;
                    case YES -> {
                        List<Loss> different = verify(request, source, progress, token);
                        lost.addAll(different);
                        yield different.isEmpty() ? Verified.SAME : Verified.DIFFERENT;
                    }
                };
                return new ExportReport(report.items(), report.annotations(), lost, verified, (System.nanoTime() - start) / 1e9);
            }
        });
    }

    /// The schema may have grown since the request was made.
    private ExportRequest current(ExportRequest request) {
        return request.withProject(store.projects().project(request.project().id()));
    }

    private List<Loss> verify(ExportRequest request, Source source, Progress progress, CancelToken token) {
        DatasetFormat format = formats.byId(request.format());
        Watch watch = new Watch(progress, token);
        return switch (request.project().kind()) {
            case IMAGE -> {
                ExportCheck check = new ExportCheck(request.project().schema(), format, watch);
                check.read(format, request.out(), decoder);
                source.forEach(check::compare);
                yield check.losses();
            }
            case TEXT -> {
                TextExportCheck check = new TextExportCheck(request.project().schema(), watch);
                check.read(format, request.out());
                source.forEach(check::compare);
                yield check.losses();
            }
        };
    }

    /// @param pages null when nothing is to be written
    private Source source(ExportRequest request, @Nullable ExportedPages pages, Progress progress, CancelToken token) {
        List<ItemId> ids = catalogue.find(request.project(), request.query(), request.who() == null ? viewer : request.who(),
                ItemSort.IMPORTED);
        return new Source(request, pages, ids, new Watch(progress, token));
    }

    private DatasetWriter writer(ExportRequest request) {
        DatasetFormat format = formats.byId(request.format());
        Project project = request.project();
        if (format.kind() != project.kind()) {
            throw new WorkbenchException(Reason.INVALID, "%s holds %s, but the items of the project \"%s\" are %s; choose another format."
                    .formatted(format.displayName(), ItemWords.many(format.kind()), project.name(), ItemWords.many(project.kind())));
        }
        return format.writer()
                .orElseThrow(() -> new WorkbenchException(Reason.INVALID, format.displayName() + " can be read but not written."));
    }

    private WriteRequest write(ExportRequest request) {
        return new WriteRequest(request.out(), request.project().schema()).withTask(request.task());
    }

    private static List<Loss> losses(List<labelwright.exchange.Loss> losses) {
        return losses.stream().map(loss -> new Loss(loss.what(), loss.why())).toList();
    }

    /// The items of an export, read page by page each time.
    private final class Source implements DatasetSource {
        private final ExportRequest request;
        private final @Nullable ExportedPages pages;
        private final List<ItemId> ids;
        private final Watch watch;

        Source(ExportRequest request, @Nullable ExportedPages pages, List<ItemId> ids, Watch watch) {
            this.request = request;
            this.pages = pages;
            this.ids = ids;
            this.watch = watch;
        }

        @Override
        public void forEach(Consumer<SourceItem> visitor) {
            long[] done = {0};
            String words = ItemWords.many(request.project().kind());
            new CountingAnswers(store).forEach(ids, request.who(), labelled -> {
                watch.token().throwIfCancelled();
                ExportedPages known = pages;
                visitor.accept(switch (request.project().kind()) {
                    case TEXT -> new SourceItem(labelled.item(), null, labelled.answer(), store.texts().text(labelled.item().id()));
                    case IMAGE -> known == null
                            ? new SourceItem(labelled.item(), present(labelled.item()), labelled.answer())
                            : known.source(labelled.item(), labelled.answer());
                });
                watch.progress().report(++done[0], ids.size(), "%,d %s".formatted(done[0], words));
            });
        }

        boolean isEmpty() {
            boolean[] any = {false};
            for (int i = 0; i < ids.size() && !any[0]; i += 1000) {
                new CountingAnswers(store).forEach(ids.subList(i, Math.min(ids.size(), i + 1000)), request.who(), _ -> any[0] = true);
            }
            return !any[0];
        }

        private @Nullable Path present(Item item) {
            Path file = catalogue.file(item);
            return Files.isRegularFile(file) ? file : null;
        }
    }
}
