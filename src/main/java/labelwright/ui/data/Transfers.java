package labelwright.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.model.ImportRecord;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.task.JobRunner.Lane;
import labelwright.ui.action.Texts;
import labelwright.ui.control.KindTexts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;
import labelwright.workbench.ExportReport;
import labelwright.workbench.ExportRequest;
import labelwright.workbench.FormatInfo;
import labelwright.workbench.ImportPlan;
import labelwright.workbench.ImportReport;

/// Import and export from the question to the report. FX thread only.
final class Transfers {
    private static final Texts TEXTS = Texts.of(Transfers.class);
    private static final int MOST_SHOWN = 10_000;

    private final ProjectContext context;
    private final Supplier<@Nullable Window> window;
    private final KindTexts words;

    Transfers(ProjectContext context, Supplier<@Nullable Window> window) {
        this.context = context;
        this.window = window;
        words = new KindTexts(TEXTS, context.project().get().kind());
    }

    private record Look(ImportPlan plan, List<FormatInfo> formats) {}

    /// Looks at the folder or file, asks, imports, reports.
    void importFrom(Path root) {
        String title = TEXTS.format("doing.look", name(root));
        context.app().jobs().start(Lane.PROJECT, title,
                (_, _) -> new Look(context.workbench().imports().look(root, context.project().get()),
                        formats()),
                this::askHow);
    }

    /// Opens the report of an import that ended long ago.
    void showReport(ImportRecord past) {
        context.app().jobs().read(TEXTS.get("doing.report"), () -> context.workbench().imports().problems(past.id(), 0, MOST_SHOWN),
                problems -> {
                    String summary = words.format("report.summary.", past.items(), past.annotations(), past.source());
                    show(name(Path.of(past.source())), summary, counts(past.repaired(), past.skipped(), past.refused()), problems);
                });
    }

    void export(String query) {
        context.app().jobs().read(TEXTS.get("doing.formats"), () -> writable(), formats -> new ExportDialog(
                context, formats, query, window.get()).ask().ifPresent(this::run));
    }

    private List<FormatInfo> formats() {
        return ofKind(context.workbench().imports().formats());
    }

    private List<FormatInfo> writable() {
        return ofKind(context.workbench().exports().formats());
    }

    private List<FormatInfo> ofKind(List<FormatInfo> formats) {
        return formats.stream().filter(format -> format.kind() == context.project().get().kind()).toList();
    }

    private void askHow(Look look) {
        new ImportDialog(look.plan(), look.formats(), words, context.annotator().get().name(), context.app().files(), encoding(look.plan()),
                window.get()).ask()
                .ifPresent(this::run);
    }

    private EncodingField encoding(ImportPlan plan) {
        LatestRead reads = context.app().jobs().latest();
        return new EncodingField(plan.beginning(), (name, shown) -> reads.read(TEXTS.get("doing.encoding"),
                () -> context.workbench().imports().beginning(plan.root(), name), shown));
    }

    private void run(ImportForm form) {
        Project project = context.project().get();
        context.app().jobs().start(Lane.PROJECT, TEXTS.format("doing.import", name(form.root())),
                (progress, token) -> context.workbench().imports().run(form.request(project), progress, token),
                report -> imported(form, report));
    }

    private void imported(ImportForm form, ImportReport report) {
        Project project = context.project().get();
        context.app().jobs().read(TEXTS.get("doing.report"), () -> context.workbench().projects().project(project.id()), changed -> {
            context.projectChanged(changed);
            context.dataChanged();
        });
        String summary = words.format("report.summary.", report.items(), report.annotations(), form.root().toString());
        show(name(form.root()), summary, counts(report.repaired(), report.skipped(), report.refused()), report.problems());
    }

    private void run(ExportRequest request) {
        context.app().jobs().start(Lane.PROJECT, TEXTS.format("doing.export", name(request.out())),
                (progress, token) -> context.workbench().exports().run(request, progress, token), report -> exported(request, report));
    }

    private void exported(ExportRequest request, ExportReport report) {
        String key = switch (report.verified()) {
            case NOT_ASKED -> "export.done.";
            case SAME -> "export.done.same.";
            case DIFFERENT -> "export.done.different.";
        };
        context.app().notices().say(words.format(key, report.items(), report.annotations(), Words.path(request.out())));
        if (!report.lost().isEmpty()) {
            List<Problem> lost = report.lost().stream().map(loss -> new Problem(loss.what(), loss.why(), Problem.Action.SKIPPED)).toList();
            show(name(request.out()), words.format(key, report.items(), report.annotations(), Words.path(request.out())),
                    Map.of(Problem.Action.SKIPPED, (long) lost.size()), lost);
        }
    }

    private void show(String name, String summary, Map<Problem.Action, Long> counts, List<Problem> problems) {
        new ReportWindow(new ReportWindow.Report(TEXTS.format("report.title", name), summary, counts, problems)).show(window.get());
    }

    private static Map<Problem.Action, Long> counts(long repaired, long skipped, long refused) {
        return Map.of(Problem.Action.REPAIRED, repaired, Problem.Action.SKIPPED, skipped, Problem.Action.REFUSED, refused);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
