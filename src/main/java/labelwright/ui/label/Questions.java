package labelwright.ui.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.Choices;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.model.RegionFacts;
import labelwright.workbench.LabellingSession;

/// What is asked about the open item and about its selected regions, and the answers as edits. A word that is typed waits here until it
/// is kept ([#flush]), and stays one step of undo however often it was kept while it was typed. FX thread only.
public final class Questions {

    /// What a question is about.
    public enum Subject {
        ITEM, REGIONS
    }

    /// A question and its answer.
    ///
    /// @param value empty for no answer; null when the selected regions have different ones
    public record Asked(AttributeDefinition definition, @Nullable String value) {

        /// Required, and not answered by all.
        public boolean isOpen() {
            return definition.isRequired() && (value == null || !definition.isAnswered(value));
        }
    }

    /// A word that is being typed.
    ///
    /// @param regions what it is about, whatever is selected meanwhile; empty for the item
    private record Typing(Subject subject, Set<AnnotationId> regions, String name) {}

    /// A step that the same word may still replace.
    private record Kept(Typing typing, AnnotationSet before, AnnotationSet after) {}

    private static final AttributeDefinition TEXT = new AttributeDefinition(RegionFacts.TEXT, new AttributeType.LongText());

    private final LabellingDesk desk;
    private final ReadOnlyObjectWrapper<List<Asked>> item = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Asked>> regions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Asked> text = new ReadOnlyObjectWrapper<>();
    private @Nullable Typing typing;
    private String typed = "";
    private @Nullable Kept kept;

    public Questions(LabellingDesk desk) {
        this.desk = desk;
        desk.answer().subscribe(_ -> refresh());
        desk.selection().subscribe(_ -> refresh());
        desk.onLeaving(this::end);
    }

    /// What is asked about the whole item now.
    public ReadOnlyObjectProperty<List<Asked>> item() {
        return item.getReadOnlyProperty();
    }

    /// What is asked about every one of the selected regions now, beside what is written in them.
    public ReadOnlyObjectProperty<List<Asked>> regions() {
        return regions.getReadOnlyProperty();
    }

    /// What is written in the selected regions; null when none is selected.
    public ReadOnlyObjectProperty<@Nullable Asked> text() {
        return text.getReadOnlyProperty();
    }

    /// Whether the project asks anything at all.
    public boolean asksAnything() {
        LabelSchema schema = desk.labels().schema();
        return !schema.picture().isEmpty() || schema.labels().stream().anyMatch(label -> !label.attributes().isEmpty());
    }

    /// The answer, the selection or the labels changed.
    public void refresh() {
        AnnotationSet set = desk.answer().get();
        List<Annotation> chosen = set == null ? List.of() : desk.selection().get().of(set);
        item.set(set == null ? List.of() : askedOfItem(set));
        regions.set(askedOfAll(chosen));
        text.set(chosen.isEmpty() ? null : new Asked(TEXT, common(chosen, RegionFacts.TEXT)));
    }

    private List<Asked> askedOfItem(AnnotationSet set) {
        AttributeForm form = desk.labels().schema().picture();
        if (form.isEmpty()) {
            return List.of();
        }
        Map<String, String> values = answers(set);
        return form.shown(values, set.labels()).stream()
                .map(definition -> new Asked(definition, values.getOrDefault(definition.name(), ""))).toList();
    }

    /// What was said about the whole item; the start values as long as nothing was.
    private Map<String, String> answers(AnnotationSet set) {
        return set.answers().isEmpty() ? desk.labels().schema().picture().started(Map.of(), set.labels()) : set.answers();
    }

    private List<Asked> askedOfAll(List<Annotation> chosen) {
        List<AttributeDefinition> common = null;
        for (Annotation region : chosen) {
            List<AttributeDefinition> shown = form(region).shown(region.attributes());
            if (common == null) {
                common = new ArrayList<>(shown);
            } else {
                common.retainAll(shown);
            }
            if (common.isEmpty()) {
                return List.of();
            }
        }
        return common == null
                ? List.of()
                : common.stream().filter(definition -> !definition.name().equals(RegionFacts.TEXT))
                        .map(definition -> new Asked(definition, common(chosen, definition.name()))).toList();
    }

    private AttributeForm form(Annotation region) {
        return desk.labels().schema().find(region.label()).map(LabelClass::attributes).orElse(AttributeForm.EMPTY);
    }

    private static @Nullable String common(List<Annotation> chosen, String name) {
        String first = chosen.getFirst().attributes().getOrDefault(name, "");
        return chosen.stream().allMatch(region -> region.attributes().getOrDefault(name, "").equals(first)) ? first : null;
    }

    /// Answers at once.
    ///
    /// @param value empty to take the answer away
    public void answer(Subject subject, String name, String value) {
        end();
        apply(now(subject, name), value);
        kept = null;
    }

    /// Adds the option to a multiple choice, or takes it out. With different answers it is added to all that lack it.
    public void toggle(Subject subject, Asked asked, String option) {
        String value = asked.value() == null ? "" : asked.value();
        if (asked.definition().type().isSeveral()) {
            List<String> options = asked.definition().type().options();
            Set<String> chosen = new HashSet<>(Choices.decode(value));
            if (!chosen.remove(option)) {
                chosen.add(option);
            }
            answer(subject, asked.definition().name(), Choices.encode(options.stream().filter(chosen::contains).toList()));
        } else {
            answer(subject, asked.definition().name(), value.equals(option) ? "" : option);
        }
    }

    /// The text of a field changed; it is kept with the next [#flush] or [#end].
    public void type(Subject subject, String name, String value) {
        Typing next = now(subject, name);
        if (typing != null && !typing.equals(next)) {
            end();
        }
        typing = next;
        typed = value;
    }

    public boolean isTyping(Subject subject, String name) {
        return typing != null && typing.equals(now(subject, name));
    }

    /// Keeps what was typed so far; the same word may go on in the same step.
    public void flush() {
        Typing now = typing;
        typing = null;
        if (now != null) {
            apply(now, typed);
        }
    }

    /// Keeps what was typed; the next word is a step of its own.
    public void end() {
        flush();
        kept = null;
    }

    private Typing now(Subject subject, String name) {
        return new Typing(subject, subject == Subject.ITEM ? Set.of() : desk.selection().get().ids(), name);
    }

    private void apply(Typing about, String value) {
        LabellingSession session = desk.findSession().orElse(null);
        if (session == null) {
            return;
        }
        Kept last = kept;
        boolean goesOn = last != null && last.typing.equals(about) && last.after.equals(session.set());
        AnnotationSet before = goesOn ? Objects.requireNonNull(last).before : session.set();
        Edit edit = edit(about, value, before);
        if (edit == null) {
            if (goesOn) {
                session.undo();
            }
            kept = null;
            return;
        }
        EditName name = about.subject == Subject.ITEM
                ? EditName.ANSWER
                : about.name.equals(RegionFacts.TEXT) ? EditName.EDIT_TEXT : EditName.EDIT_ATTRIBUTES;
        if (goesOn) {
            session.amend(name, edit);
        } else {
            session.perform(name, edit);
        }
        kept = new Kept(about, before, session.set());
    }

    /// Null when nothing would change.
    private @Nullable Edit edit(Typing about, String value, AnnotationSet before) {
        if (about.subject == Subject.ITEM) {
            Map<String, String> wanted = desk.labels().schema().picture().changed(answers(before), about.name, value, before.labels());
            Map<String, String> changes = changes(before.answers(), wanted);
            return changes.isEmpty() ? null : new Edit.Answer(changes);
        }
        List<Annotation> changed = new ArrayList<>();
        for (Annotation region : before.annotations()) {
            if (about.regions.contains(region.id()) && desk.regions().canChange(region)) {
                Map<String, String> wanted = form(region).changed(region.attributes(), about.name, value, Set.of());
                if (!wanted.equals(region.attributes())) {
                    changed.add(region.withAttributes(wanted));
                }
            }
        }
        return changed.isEmpty() ? null : new Edit.Replace(changed);
    }

    private static Map<String, String> changes(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changes = new HashMap<>();
        before.keySet().forEach(name -> {
            if (!after.containsKey(name)) {
                changes.put(name, "");
            }
        });
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                changes.put(name, value);
            }
        });
        return changes;
    }

    /// Writes the start values of the item down when nothing was said about it: they are the answer when it is submitted.
    public void settle() {
        end();
        desk.findSession().ifPresent(session -> {
            Map<String, String> changes = changes(session.set().answers(), answers(session.set()));
            if (!changes.isEmpty()) {
                session.perform(EditName.ANSWER, new Edit.Answer(changes));
            }
        });
    }
}
