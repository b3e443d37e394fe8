package labelwright.workbench;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.Detection;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.Formats;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.ReadOption;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.TextPreview;
import labelwright.exchange.TextRecord;
import labelwright.media.ImageDecoder;
import labelwright.model.Author;
import labelwright.model.ImportRecord;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.workbench.ImportPlan.Counted;
import labelwright.workbench.WorkbenchException.Reason;

/// Brings pictures or texts and their labels into a project.
///
/// Annotations become answers of the annotator named in the request. Every picture that has a record in an annotation file counts as
/// answered completely (submitted), also one with nothing on it; plain pictures are new. Or they become suggestions of a model that ran
/// somewhere else.
public final class Imports {
    private static final long LOOK_NANOS = 1_500_000_000L;
    /// Stands for every picture while regions are only counted: none is cut at an edge, and no file is opened.
    private static final PictureSizes ANY_SIZE = _ -> Optional.of(new PictureSizes.Size(1 << 20, 1 << 20));

    private final WorkspaceStore store;
    private final Formats formats;
    private final ImageDecoder decoder;
    private final WorkbenchContext context;
    private final TidyUp tidyUp;

    Imports(WorkspaceStore store, Formats formats, ImageDecoder decoder, WorkbenchContext context, TidyUp tidyUp) {
        this.tidyUp = tidyUp;
        this.store = store;
        this.formats = formats;
        this.decoder = decoder;
        this.context = context;
    }

    /// What can be read.
    public List<FormatInfo> formats() {
        return formats.all().stream().map(FormatInfo::of).toList();
    }

    /// What the items of such an import are.
    ///
    /// @param format a format's id; null to find it by looking at the files
    /// @throws WorkbenchException when nothing there can be imported
    public ProjectKind kind(Path root, @Nullable String format) {
        return Faults.told(() -> format == null ? detect(root, Optional.empty()).format() : formats.byId(format)).kind();
    }

    /// Looks at the files for a second or two and says what an import would find.
    /// @throws WorkbenchException when nothing there can be imported
    public ImportPlan look(Path root) {
        return look(root, Optional.empty());
    }

    /// As [#look(Path)], for an import into this project: formats of its kind come first.
    /// @throws WorkbenchException INVALID when what is there is of another kind
    public ImportPlan look(Path root, Project project) {
        ImportPlan plan = look(root, Optional.of(project.kind()));
        requireKind(plan.kind(), plan.formatName(), root, project);
        return plan;
    }

    private ImportPlan look(Path root, Optional<ProjectKind> kind) {
        return Faults.told(() -> {
            Detection found = detect(root, kind);
            Look look = new Look();
            Counted counted = Counted.ALL;
            Optional<TextPreview> beginning = found.format().kind() == ProjectKind.TEXT
                    ? TextPreview.of(new ReadRequest(root, Optional.empty(), PictureSizes.UNKNOWN))
                    : Optional.empty();
            Map<ReadOption, String> options = beginning.filter(text -> text.state() == TextPreview.State.GUESSED)
                    .map(text -> Map.of(ReadOption.ENCODING, text.encoding())).orElse(Map.of());
            try {
                found.format().reader().read(new ReadRequest(root, Optional.empty(), ANY_SIZE, new Documents(), options), look);
            } catch (SeenEnough _) {
                counted = Counted.AT_LEAST;
            }
            return new ImportPlan(root, found.format().id(), found.format().displayName(), found.format().kind(), found.reason(),
                    look.items, look.annotations, List.copyOf(look.labels), counted, beginning.map(Imports::beginning));
        });
    }

    /// How the beginning of the texts is read in an encoding.
    ///
    /// @param encoding its name; empty for the one that is found
    public Optional<TextBeginning> beginning(Path root, String encoding) {
        return Faults.told(() -> {
            try {
                return TextPreview.of(new ReadRequest(root, Optional.empty(), PictureSizes.UNKNOWN, Map.of(ReadOption.ENCODING, encoding)))
                        .map(Imports::beginning);
            } catch (ExchangeException _) {
                return Optional.of(new TextBeginning("", TextBeginning.State.UNKNOWN, encoding, List.of()));
            }
        });
    }

    private static TextBeginning beginning(TextPreview text) {
        return new TextBeginning(text.file(), switch (text.state()) {
            case SURE -> TextBeginning.State.SURE;
            case GUESSED -> TextBeginning.State.GUESSED;
            case WRONG -> TextBeginning.State.WRONG;
            case NO_TEXT -> TextBeginning.State.NO_TEXT;
        }, text.encoding(), text.lines());
    }

    /// Imports. A cancelled or failed import leaves the project as it was.
    /// @throws labelwright.task.CancelledException when cancel was asked for
    public ImportReport run(ImportRequest request, Progress progress, CancelToken token) {
        DatasetFormat format = format(request);
        Watch watch = new Watch(progress, token);
        tidyUp.await(watch);
        return switch (request.as()) {
            case ImportAs.Answers(Author author) -> run(request, format, stored(request, author, format), watch);
            case ImportAs.Suggestions(String model) -> suggestions(request, model, format, watch);
        };
    }

    private ImportOutput stored(ImportRequest request, Author author, DatasetFormat format) {
        return Faults.told(() -> new StoredImport(store, request, new ImportAuthor(author), format.id(), tidyUp));
    }

    private ImportReport suggestions(ImportRequest request, String name, DatasetFormat format, Watch watch) {
        OtherModels others = new OtherModels(store);
        OtherModels.Begun begun = Faults.told(() -> others.begin(request.project(), name, request.root()));
        try {
            ImportReport report = run(request, format, stored(request, begun.author(), format), watch);
            Faults.told(() -> others.finish(begun, report.labels()));
            return report;
        } catch (RuntimeException | Error e) {
            tidyUp.await();
            takeBack(() -> others.takeBack(begun), e);
            throw e;
        }
    }

    /// Reads and checks everything and says what an import would do; changes nothing.
    public ImportReport rehearse(ImportRequest request, Progress progress, CancelToken token) {
        DatasetFormat format = format(request);
        Author author = switch (request.as()) {
            case ImportAs.Answers(Author one) -> one;
            case ImportAs.Suggestions(String model) -> Faults.told(() -> new OtherModels(store).lookUp(request.project(), model));
        };
        return run(request, format, Faults.told(() -> new ImportRehearsal(store, request.project(), author)), new Watch(progress, token));
    }

    /// Finished imports, newest first.
    public List<ImportRecord> past(Project project) {
        return Faults.told(() -> store.imports().past(project.id()).reversed());
    }

    /// The report of a past import, page by page.
    public List<Problem> problems(long importId, long offset, int limit) {
        return Faults.told(() -> store.imports().problems(importId, offset, limit));
    }

    private ImportReport run(ImportRequest request, DatasetFormat format, ImportOutput output, Watch watch) {
        try {
            ImportTally tally = new ImportTally(output::addProblems);
            ImportBuffer buffer = new ImportBuffer(output, tally,
                    format.hasAnswers() ? ImportBuffer.Answers.EVERY_RECORD : ImportBuffer.Answers.NONE, watch);
            PictureCheck pictures = new PictureCheck(decoder, context.background());
            format.reader().read(new ReadRequest(request.root(), Optional.ofNullable(request.images()), pictures, new Documents(),
                    options(request)),
                    new ImportSink(request, pictures, output, buffer, tally, watch));
            watch.token().throwIfCancelled();
            buffer.finish();
            watch.token().throwIfCancelled();
            ImportReport report = tally.report(format.id(), output.id());
            output.finish(report);
            return report;
        } catch (RuntimeException | Error e) {
            takeBack(output::rollBack, e);
            if (Faults.translate(e) instanceof WorkbenchException told) {
                throw told;
            }
            throw e;
        }
    }

    private static Map<ReadOption, String> options(ImportRequest request) {
        Map<ReadOption, String> options = new EnumMap<>(ReadOption.class);
        request.options().forEach((key, value) -> options.put(ReadOption.ofKey(key), value));
        return options;
    }

    private static void takeBack(Runnable work, Throwable reason) {
        try {
            work.run();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private DatasetFormat format(ImportRequest request) {
        String named = request.format();
        return Faults.told(() -> {
            DatasetFormat format = named == null
                    ? detect(request.root(), Optional.of(request.project().kind())).format()
                    : formats.byId(named);
            requireKind(format.kind(), format.displayName(), request.root(), request.project());
            return format;
        });
    }

    private static void requireKind(ProjectKind kind, String format, Path root, Project project) {
        if (kind != project.kind()) {
            throw new WorkbenchException(Reason.INVALID,
                    "%s holds %s in the format %s, but the items of the project \"%s\" are %s. Import into a project of %s.".formatted(root,
                            ItemWords.many(kind), format, project.name(), ItemWords.many(project.kind()), ItemWords.many(kind)));
        }
    }

    /// @param wanted a format of another kind is only chosen when there is none of this one
    private Detection detect(Path root, Optional<ProjectKind> wanted) {
        List<Detection> found = formats.detect(root);
        if (found.isEmpty()) {
            throw new WorkbenchException(Reason.INVALID,
                    "There are no pictures, no texts and no annotation files of a known format in " + root + ".");
        }
        return found.stream().filter(one -> wanted.isPresent() && one.format().kind() == wanted.get()).findFirst()
                .orElse(found.getFirst());
    }

    /// Ends a look early; never leaves this class.
    private static final class SeenEnough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SeenEnough() {
            super("seen enough", null, false, false);
        }
    }

    /// Counts for a while.
    private static final class Look implements RecordSink {
        private final long end = System.nanoTime() + LOOK_NANOS;
        private final Set<String> labels = new LinkedHashSet<>();
        private long items;
        private long annotations;

        @Override
        public void label(String name) {
            labels.add(name);
        }

        @Override
        public void item(ItemRecord item) {
            items++;
            progress(0, 0);
        }

        @Override
        public void text(TextRecord text) {
            items++;
            progress(0, 0);
        }

        @Override
        public void annotation(String itemKey, RegionRecord region) {
            annotations++;
            progress(0, 0);
        }

        @Override
        public void problem(Problem problem) {
            progress(0, 0);
        }

        @Override
        public void progress(long done, long total) {
            if (System.nanoTime() > end) {
                throw new SeenEnough();
            }
        }
    }
}
