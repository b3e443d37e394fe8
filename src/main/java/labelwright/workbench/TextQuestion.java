package labelwright.workbench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.model.Choices;
import labelwright.model.LabelSchema;
import labelwright.workbench.WorkbenchException.Reason;

/// The question about whole texts that classifiers learn to answer: the one called `label`, else the first choice of one or of several, else all check boxes together.
///
/// @param name of the question; empty for check boxes
/// @param labels the options, or the names of the check boxes
record TextQuestion(String name, Manner manner, List<String> labels) {

    /// How an answer is written.
    enum Manner {
        ONE, SEVERAL, CHECKS
    }

    private static final String USUAL = "label";

    /// @throws WorkbenchException INVALID when nothing of that kind is asked
    static TextQuestion of(LabelSchema schema) {
        List<AttributeDefinition> asked = schema.picture().definitions();
        Optional<AttributeDefinition> choice = asked.stream().filter(one -> isChoice(one) && one.name().equals(USUAL)).findFirst()
                .or(() -> asked.stream().filter(TextQuestion::isChoice).findFirst());
        if (choice.isPresent()) {
            AttributeDefinition found = choice.get();
            return new TextQuestion(found.name(), found.type() instanceof AttributeType.Select ? Manner.ONE : Manner.SEVERAL,
                    found.type().options());
        }
        List<String> checks = asked.stream().filter(one -> one.type() instanceof AttributeType.Check).map(AttributeDefinition::name)
                .toList();
        if (checks.isEmpty()) {
            throw new WorkbenchException(Reason.INVALID,
                    "The project asks nothing about whole texts that could be learned. Add a question with options, or train the family text-spans.");
        }
        return new TextQuestion("", Manner.CHECKS, checks);
    }

    private static boolean isChoice(AttributeDefinition definition) {
        return definition.type() instanceof AttributeType.Select || definition.type() instanceof AttributeType.MultiSelect;
    }

    /// The labels that an answer gives; empty optional when the question was left open, so that nothing can be learned from it.
    Optional<Set<String>> read(Map<String, String> answers) {
        return switch (manner) {
            case ONE -> Optional.ofNullable(answers.get(name)).filter(labels::contains).map(Set::of);
            case SEVERAL -> {
                Set<String> chosen = new LinkedHashSet<>(Choices.decode(answers.getOrDefault(name, "")));
                chosen.retainAll(labels);
                yield Optional.of(chosen);
            }
            case CHECKS -> {
                Set<String> chosen = new LinkedHashSet<>(labels);
                chosen.removeIf(label -> !answers.getOrDefault(label, "").equals(AttributeType.YES));
                yield Optional.of(chosen);
            }
        };
    }

    /// Writes labels as an answer; what is not among the options is left out.
    Map<String, String> write(List<String> chosen) {
        List<String> known = labels.stream().filter(chosen::contains).toList();
        Map<String, String> answers = new LinkedHashMap<>();
        switch (manner) {
            case ONE -> known.stream().findFirst().ifPresent(label -> answers.put(name, label));
            case SEVERAL -> {
                if (!known.isEmpty()) {
                    answers.put(name, Choices.encode(known));
                }
            }
            case CHECKS -> known.forEach(label -> answers.put(label, AttributeType.YES));
        }
        return answers;
    }
}
