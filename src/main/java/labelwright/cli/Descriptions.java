package labelwright.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.LabelClass;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.RelationType;
import labelwright.model.Run;
import labelwright.workbench.ExportReport.Verified;
import labelwright.workbench.Loss;
import labelwright.workbench.MainScore;
import labelwright.workbench.Training;
import labelwright.workbench.Workbench;

/// How things that several commands speak of are written in JSON.
final class Descriptions {
    private Descriptions() {}

    static List<Map<String, Object>> projects(Workbench bench) {
        return bench.projects().all().stream().map(project -> project(bench, project)).toList();
    }

    private static Map<String, Object> project(Workbench bench, Project project) {
        return Fields.of("id", project.id().value()).with("name", project.name()).with("kind", project.kind().key())
                .with("items", bench.catalogue().count(project))
                .with("labels", project.schema().labels().stream().map(LabelClass::name).toList())
                .with("relations", project.schema().relations().stream().map(RelationType::name).toList())
                .with("created", project.created().toString()).toMap();
    }

    /// What the items of a project are called.
    static String items(ProjectKind kind) {
        return switch (kind) {
            case IMAGE -> "pictures";
            case TEXT -> "texts";
        };
    }

    static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream().map(problem -> Fields.of("where", problem.where()).with("what", problem.what())
                .with("action", word(problem.action())).toMap()).toList();
    }

    static String line(Problem problem) {
        return "%-8s  %s: %s".formatted(word(problem.action()), problem.where(), problem.what());
    }

    static Map<String, Object> run(Run run) {
        return Fields.of("id", run.id().value()).with("name", run.name()).with("state", word(run.state()))
                .with("family", run.recipe().family()).with("query", run.recipe().query()).with("seed", run.recipe().seed())
                .with("settings", run.recipe().settings()).with("epochs", run.progress().epochs())
                .with("started", run.progress().started() == null ? null : run.progress().started().toString())
                .with("ended", run.progress().ended() == null ? null : run.progress().ended().toString())
                .with("dataHash", run.progress().dataHash())
                .with("failure", run.progress().failure().isEmpty() ? null : run.progress().failure())
                .with("environment", run.environment()).with("metrics", run.metrics()).toMap();
    }

    static List<Map<String, Object>> losses(List<Loss> losses) {
        return losses.stream().map(loss -> Fields.of("what", loss.what()).with("why", loss.why()).toMap()).toList();
    }

    /// Null when it was not asked for.
    static @Nullable Boolean verified(Verified verified) {
        return switch (verified) {
            case NOT_ASKED -> null;
            case SAME -> true;
            case DIFFERENT -> false;
        };
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// Reads `gold`, `model:NAME` or an annotator's name; null for an empty text.
    static @Nullable Author author(Workbench bench, Project project, String text) {
        if (text.isBlank()) {
            return null;
        }
        if (text.equals("gold")) {
            return new Author.Gold();
        }
        if (text.startsWith("model:")) {
            return new Author.ByModel(bench.models().byName(project, text.substring("model:".length())).id());
        }
        return new Author.Annotator(text);
    }

    /// The measure by which models of a family are compared, with its name; mAP@.5 for pictures also while nothing is measured.
    static String score(String family, Map<String, Double> metrics) {
        MainScore score = metrics.isEmpty() && family.equals(Training.DETECTION) ? MainScore.MAP50 : MainScore.of(metrics);
        return score.words() + " " + number(score.in(metrics));
    }

    /// Rounds for people: three decimals.
    static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    static <E extends Enum<E>> E choice(Class<E> type, String option, String text) {
        for (E value : type.getEnumConstants()) {
            if (word(value).replace('_', '-').equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return value;
            }
        }
        List<String> words = java.util.Arrays.stream(type.getEnumConstants()).map(value -> word(value).replace('_', '-')).toList();
        throw new UsageException("%s is one of %s, not \"%s\".".formatted(option, String.join(", ", words), text));
    }

}
