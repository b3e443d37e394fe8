package labelwright.exchange.labelstudio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import labelwright.exchange.Questions;
import labelwright.exchange.RecordSink;
import labelwright.exchange.Repeats;
import labelwright.exchange.XmlElement;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.Problem.Action;

/// What controls ask about whole texts. The only control of choices of a data set is the one that classifies the texts, and its answers are those of the
/// question that all formats share, see [Questions#LABEL].
final class LabelStudioQuestions {
    static final String CHOICES = "Choices";
    static final String TAXONOMY = "Taxonomy";
    private static final String NESTED = "allowNested";

    private final RecordSink sink;
    private final Questions questions;
    private final Repeats repeats;
    /// Declared by a labelling interface, by name.
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private boolean isDecided;
    /// The control whose answers become those of the shared question; empty for none.
    private String classifier = "";

    private record Control(AttributeKind kind, List<String> options) {}

    LabelStudioQuestions(RecordSink sink, Repeats repeats) {
        this.sink = sink;
        this.questions = new Questions(sink);
        this.repeats = repeats;
    }

    /// @param element `Choices` or `Taxonomy` of the labelling interface
    void declare(XmlElement element) {
        element.attribute("name").filter(_ -> element.attribute("perRegion").filter("true"::equals).isEmpty()).ifPresent(name -> {
            boolean isTree = element.name().equals(TAXONOMY) || element.attribute(NESTED).filter("true"::equals).isPresent();
            boolean isOne = element.name().equals(TAXONOMY)
                    ? element.attribute("maxUsages").filter("1"::equals).isPresent()
                    : element.attribute("choice").filter("multiple"::equals).isEmpty();
            Set<String> options = new LinkedHashSet<>();
            boolean leavesOnly = element.attribute("leafsOnly").filter("true"::equals).isPresent();
            element.all("Choice").forEach(choice -> options(choice, "", leavesOnly, options));
            controls.put(name, new Control(isTree
                    ? isOne ? AttributeKind.TAXONOMY : AttributeKind.MULTI_TAXONOMY
                    : isOne ? AttributeKind.SELECT : AttributeKind.MULTI_SELECT, List.copyOf(options)));
        });
    }

    private static void options(XmlElement choice, String above, boolean leavesOnly, Set<String> into) {
        String path = above + choice.attributes().getOrDefault("alias", choice.attributes().getOrDefault("value", ""));
        List<XmlElement> below = choice.all("Choice");
        if (!path.isBlank() && (below.isEmpty() || !leavesOnly)) {
            into.add(path);
        }
        below.forEach(each -> options(each, path + AttributeType.STEP, leavesOnly, into));
    }

    /// @param place file and task, for people
    /// @param results of one text that have no place in it
    /// @param isOwn whether we wrote the task, so that its controls are called like our questions
    /// @return the answers by question
    Map<String, String> answers(String place, List<JsonNode> results, boolean isOwn) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        Map<String, AttributeKind> kinds = new HashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (JsonNode result : results) {
            String control = result.path("from_name").asText("answer");
            JsonNode value = result.path("value");
            if (value.path("choices").isArray() || value.path("taxonomy").isArray()) {
                JsonNode list = value.path(value.path("choices").isArray() ? "choices" : "taxonomy");
                chosen.computeIfAbsent(control, _ -> new ArrayList<>()).addAll(LabelStudioAnswers.words(list));
                kinds.merge(control, value.has("taxonomy") || list.path(0).isArray() ? AttributeKind.TAXONOMY : AttributeKind.SELECT,
                        (before, _) -> before);
            } else {
                LabelStudioAnswers.of(result).ifPresentOrElse(answer -> others.putIfAbsent(control, answer),
                        () -> repeats.report(Action.SKIPPED, () -> place + ", result " + result.path("id").asText("without an id"),
                                "It holds neither a span nor an answer that is known here."));
            }
        }
        Map<String, String> answers = new LinkedHashMap<>();
        chosen.forEach((control, names) -> {
            boolean isClass = !isOwn && isClassifier(control, kinds);
            String question = isClass ? Questions.LABEL : control;
            if (isClass && !control.equals(question)) {
                repeats.report(Action.REPAIRED, () -> place,
                        "The choices \"%s\" are the classes of the texts; they became the question \"%s\", as in all formats here."
                                .formatted(control, question));
            }
            Control declared = controls.getOrDefault(control, new Control(kinds.getOrDefault(control, AttributeKind.SELECT), List.of()));
            questions.choose(answers, question, declared.kind(), names);
            if (!declared.options().isEmpty()) {
                sink.choices(question, declared.options());
                controls.put(control, new Control(declared.kind(), List.of()));
            }
        });
        others.forEach(answers::putIfAbsent);
        return answers;
    }

    /// Decided by the labelling interface, else by the first text that has choices.
    private boolean isClassifier(String control, Map<String, AttributeKind> kinds) {
        if (!isDecided) {
            isDecided = true;
            List<String> candidates = new ArrayList<>();
            if (controls.isEmpty()) {
                kinds.forEach((name, kind) -> candidates.addAll(kind == AttributeKind.SELECT ? List.of(name) : List.of()));
            } else {
                controls.forEach((name, each) -> candidates.addAll(
                        each.kind() == AttributeKind.SELECT || each.kind() == AttributeKind.MULTI_SELECT ? List.of(name) : List.of()));
            }
            classifier = candidates.size() == 1 ? candidates.getFirst() : "";
            isDecided = !candidates.isEmpty();
        }
        return control.equals(classifier);
    }
}
