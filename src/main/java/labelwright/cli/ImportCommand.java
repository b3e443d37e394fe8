package labelwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import labelwright.model.Author;
import labelwright.model.Project;
import labelwright.model.Split;
import labelwright.workbench.ImportReport;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.Placement;
import labelwright.workbench.Workbench;

@Command(name = "import", description = {"Imports pictures or texts and their labels.",
        "The format is found by looking at the files unless it is named. What is labelled counts as submitted."})
final class ImportCommand extends ProjectCommand {
    @Parameters(paramLabel = "PATH", description = "A folder or an annotation file.")
    private Path path = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "See \"labelwright formats\".")
    private @Nullable String format;

    @Option(names = "--images", paramLabel = "DIR", description = "Where the pictures are, when they do not lie beside the annotations.")
    private @Nullable Path images;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--split", paramLabel = "NAME", description = "Put everything into train, val or test, whatever the files say.")
    private String split = "none";

    @Option(names = "--as", paramLabel = "ANNOTATOR", description = "Whose answers the labels become; you, when left out.")
    private String annotator = "";

    @Option(names = "--as-suggestions", paramLabel = "NAME", description = "The labels become suggestions of a model that ran somewhere else; NAME is what it is called here.")
    private @Nullable String suggestionsOf;

    @Option(names = "--copy", description = "Copy the pictures or documents into the workspace instead of leaving them where they are.")
    private boolean copy;

    @Option(names = "--dry-run", description = "Read and check everything, and change nothing.")
    private boolean dryRun;

    ImportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        if (suggestionsOf != null && !annotator.isBlank()) {
            throw new UsageException("Labels become the answers of --as or --as-suggestions of a model, not both.");
        }
        ImportRequest answers = ImportRequest
                .of(project, path.toAbsolutePath().normalize(), new Author.Annotator(annotator.isBlank() ? annotator() : annotator))
                .withFormat(format).withImages(images).withSplit(split()).withPlacement(copy ? Placement.COPY : Placement.REFERENCE)
                .withOptions(reading.toMap());
        ImportRequest request = suggestionsOf == null ? answers : answers.withSuggestionsOf(suggestionsOf);
        try (ConsoleProgress progress = progress()) {
            ImportReport report = dryRun
                    ? bench.imports().rehearse(request, progress, surroundings().token())
                    : bench.imports().run(request, progress, surroundings().token());
            return new Answer(json(report), text(project, report));
        }
    }

    private Split split() {
        try {
            return Split.ofKey(split);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".", e);
        }
    }

    private java.util.Map<String, Object> json(ImportReport report) {
        return Fields.of("format", report.format()).with("items", report.items()).with("annotations", report.annotations())
                .with("relations", report.relations())
                .with("labels", report.labels()).with("repaired", report.repaired()).with("skipped", report.skipped())
                .with("refused", report.refused()).with("problems", Descriptions.problems(report.problems()))
                .with("dryRun", dryRun ? true : null).with("seconds", report.seconds()).toMap();
    }

    private List<String> text(Project project, ImportReport report) {
        List<String> text = new ArrayList<>(report.problems().stream().map(Descriptions::line).toList());
        long more = report.repaired() + report.skipped() + report.refused() - report.problems().size();
        if (more > 0) {
            text.add("... and %,d more lines, kept with the import.".formatted(more));
        }
        String relations = report.relations() == 0 ? "" : " and %,d relations".formatted(report.relations());
        text.add("%s %,d %s, %,d annotations%s (%s) in %.1f s: %,d repaired, %,d skipped, %,d refused."
                .formatted(dryRun ? "Would import" : "Imported", report.items(), Descriptions.items(project.kind()), report.annotations(),
                        relations, report.format(), report.seconds(), report.repaired(), report.skipped(), report.refused()));
        return text;
    }
}
