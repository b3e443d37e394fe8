package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.Choices;

/// The questions about whole items that an import answers: those the project lacks are added, and choices get the options that were
/// answered. A question that the files only answer and do not declare is a tag when all answers are yes, else a text. One thread.
final class ImportedQuestions {
    private final Map<String, AttributeKind> declared = new HashMap<>();
    /// Whether all answers to a question are yes.
    private final Map<String, Boolean> answered = new LinkedHashMap<>();

    private final Map<String, Set<String>> options = new HashMap<>();

    void declare(String name, AttributeKind kind) {
        declared.merge(name, kind, (before, now) -> isSeveral(before) ? before : now);
    }

    /// A choice between these options, whether they are answered or not; of one, unless the question was declared as another choice.
    void offer(String name, List<String> offered) {
        if (!isChoice(declared.get(name))) {
            declare(name, AttributeKind.SELECT);
        }
        options.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(offered);
    }

    /// @param answers about one item, by question
    void answered(Map<String, String> answers) {
        answers.forEach((name, answer) -> {
            answered.merge(name, answer.equals(AttributeType.YES), Boolean::logicalAnd);
            if (isChoice(declared.get(name))) {
                options.computeIfAbsent(name, _ -> new LinkedHashSet<>())
                        .addAll(Choices.decode(answer).stream().filter(choice -> !choice.isBlank()).toList());
            }
        });
    }

    private static boolean isChoice(@Nullable AttributeKind kind) {
        return kind == AttributeKind.SELECT || kind == AttributeKind.MULTI_SELECT || isTree(kind);
    }

    private static boolean isTree(@Nullable AttributeKind kind) {
        return kind == AttributeKind.TAXONOMY || kind == AttributeKind.MULTI_TAXONOMY;
    }

    private static boolean isSeveral(@Nullable AttributeKind kind) {
        return kind == AttributeKind.MULTI_SELECT || kind == AttributeKind.MULTI_TAXONOMY;
    }

    AttributeForm added(AttributeForm form) {
        List<AttributeDefinition> definitions = new ArrayList<>();
        form.definitions().forEach(definition -> definitions.add(widened(definition)));
        answered.forEach((name, isTag) -> {
            if (!name.isBlank() && form.find(name).isEmpty()) {
                definitions.add(new AttributeDefinition(name, type(name, isTag)));
            }
        });
        return new AttributeForm(definitions);
    }

    private AttributeType type(String name, boolean isTag) {
        AttributeKind kind = declared.get(name);
        List<String> choices = List.copyOf(options.getOrDefault(name, Set.of()));
        if (kind == null || (isChoice(kind) && choices.isEmpty())) {
            return isTag ? new AttributeType.Check() : new AttributeType.LongText();
        }
        return switch (kind) {
            case TEXT -> new AttributeType.Text();
            case LONG_TEXT -> new AttributeType.LongText();
            case NUMBER -> AttributeType.Numeric.any();
            case SELECT -> new AttributeType.Select(choices);
            case MULTI_SELECT -> new AttributeType.MultiSelect(choices);
            case TAXONOMY -> new AttributeType.Taxonomy(choices, AttributeType.Amount.ONE);
            case MULTI_TAXONOMY -> new AttributeType.Taxonomy(choices, AttributeType.Amount.SEVERAL);
            case CHECK -> new AttributeType.Check();
        };
    }

    /// A choice with the options that the files answered and it lacks; one of which the files choose several becomes one of several.
    private AttributeDefinition widened(AttributeDefinition definition) {
        AttributeKind kind = declared.get(definition.name());
        Set<String> more = options.getOrDefault(definition.name(), Set.of());
        AttributeKind there = definition.type().kind();
        if (more.isEmpty() || !isChoice(kind) || !isChoice(there) || isTree(kind) != isTree(there)) {
            return definition;
        }
        Set<String> all = new LinkedHashSet<>(definition.type().options());
        all.addAll(more);
        List<String> widened = List.copyOf(all);
        boolean several = isSeveral(kind) || definition.type().isSeveral();
        if (isTree(kind)) {
            return definition
                    .withType(new AttributeType.Taxonomy(widened, several ? AttributeType.Amount.SEVERAL : AttributeType.Amount.ONE));
        }
        return definition.withType(several ? new AttributeType.MultiSelect(widened) : new AttributeType.Select(widened));
    }
}
