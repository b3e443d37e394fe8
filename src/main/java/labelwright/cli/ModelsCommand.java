package labelwright.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;

import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.model.SuggestionCount;
import labelwright.workbench.Workbench;

@Command(name = "models", description = {
        "Lists the models of a project, and what people said to their suggestions.",
        "Further commands carry models to other workspaces and say how far they are trusted."})
final class ModelsCommand extends ProjectCommand {
    ModelsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        List<ModelVersion> models = bench.models().all(project);
        List<SuggestionCount> counts = bench.models().counts(project);
        return new Answer(Fields.of("models", models.stream().map(model -> json(model, count(counts, model))).toList()).toMap(),
                models.isEmpty() ? List.of("No models yet.") : models.stream().map(model -> line(model, count(counts, model))).toList());
    }

    static Map<String, Object> json(Workbench bench, ModelVersion model) {
        return json(model, count(bench.models().counts(bench.projects().project(model.project())), model));
    }

    private static SuggestionCount count(List<SuggestionCount> counts, ModelVersion model) {
        return counts.stream().filter(count -> count.model().equals(model.id())).findFirst()
                .orElse(new SuggestionCount(model.id(), 0, 0, 0, 0));
    }

    private static Map<String, Object> json(ModelVersion model, SuggestionCount count) {
        return Fields.of("id", model.id().value()).with("name", model.name()).with("family", model.family())
                .with("stage", Descriptions.word(model.stage())).with("run", model.run() == null ? null : model.run().value())
                .with("labels", model.labels()).with("metrics", model.metrics()).with("created", model.created().toString())
                .with("taken", count.taken()).with("changed", count.changed()).with("refused", count.refused()).with("open", count.open())
                .toMap();
    }

    private static String line(ModelVersion model, SuggestionCount count) {
        return "%-20s %-10s %s  taken %,d, changed %,d, refused %,d, open %,d".formatted(model.name(),
                Descriptions.word(model.stage()), Descriptions.score(model.family(), model.metrics()), count.taken(),
                count.changed(), count.refused(), count.open());
    }
}
