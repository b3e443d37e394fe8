package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import labelwright.canvas.tool.EditRequest;
import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.AttributeType;
import labelwright.model.RegionFacts;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.annotate.Questions.Asked;
import labelwright.ui.annotate.Questions.Subject;
import labelwright.ui.control.Place;

/// What can be done with attributes, answers and groups by key.
final class AnswerActions {
    private static final Texts TEXTS = Texts.of(AnswerActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);
    private static final int KEYS = 9;

    private final Workplace workplace;
    private final Questions questions;
    private final AnswerColumn column;
    private final BooleanBinding selected;
    private final BooleanBinding grouped;
    private final List<Action> all = new ArrayList<>();

    AnswerActions(Workplace workplace, Questions questions, AnswerColumn column) {
        this.workplace = workplace;
        this.questions = questions;
        this.column = column;
        selected = Bindings.createBooleanBinding(() -> !workplace.changeable().isEmpty(), workplace.selection(), workplace.answer(),
                workplace.regions().hidden(), workplace.regions().locked());
        grouped = Bindings.createBooleanBinding(() -> chosen().stream().anyMatch(region -> RegionFacts.group(region).isPresent()),
                workplace.selection(), workplace.answer());
        answers();
        groups();
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    private void answers() {
        String heading = TEXTS.get("group.answers");
        BooleanBinding asked = Bindings.createBooleanBinding(() -> !questions.picture().get().isEmpty(), questions.picture());
        all.add(Action.of(TEXTS, "annotate.attributes").icon("mdi2f-form-textbox").shortcut("F2").scope(HERE).group(heading)
                .needs(selected, "needs.selection").does(column::focusRegions));
        all.add(Action.of(TEXTS, "annotate.text").icon("mdi2f-format-text").shortcut("Shift+F2").scope(HERE).group(heading)
                .needs(selected, "needs.selection").does(column::focusText));
        all.add(Action.of(TEXTS, "annotate.questions").icon("mdi2i-image-text").shortcut("F3").scope(HERE).group(heading)
                .needs(asked, "needs.questions").does(column::focusPicture));
        for (int key = 1; key <= KEYS; key++) {
            int number = key;
            BooleanBinding there = Bindings.createBooleanBinding(() -> choices().size() >= number, questions.picture());
            all.add(Action.named("annotate.answer" + number, "", TEXTS)
                    .text(Bindings.createStringBinding(() -> TEXTS.format("answer.chooseNumber", name(number)), questions.picture()))
                    .shortcut("Alt+" + number).scope(HERE).group(heading).needs(there, "needs.questions").does(() -> {
                        Choice choice = choices().get(number - 1);
                        questions.toggle(Subject.PICTURE, choice.asked, choice.option);
                    }));
        }
    }

    private record Choice(Asked asked, String option) {}

    /// The tags and options of the picture that have a key, in the order of their chips.
    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Asked asked : questions.picture().get()) {
            if (asked.definition().type() instanceof AttributeType.Check) {
                choices.add(new Choice(asked, AttributeType.YES));
            } else if (AnswerField.keys(asked.definition()) > 0) {
                asked.definition().type().options().forEach(option -> choices.add(new Choice(asked, option)));
            }
        }
        return choices;
    }

    private String name(int number) {
        if (choices().size() < number) {
            return Integer.toString(number);
        }
        Choice choice = choices().get(number - 1);
        String name = choice.asked.definition().name();
        return choice.asked.definition().type() instanceof AttributeType.Check ? name : name + ": " + choice.option;
    }

    private void groups() {
        String heading = TEXTS.get("group.regions");
        BooleanBinding several = Bindings.createBooleanBinding(() -> workplace.changeable().size() > 1, workplace.selection(),
                workplace.answer(), workplace.regions().hidden(), workplace.regions().locked());
        all.add(Action.of(TEXTS, "annotate.group").icon("mdi2g-group").shortcut("Shortcut+G").scope(HERE).group(heading)
                .needs(several, "needs.several").does(this::group));
        all.add(Action.of(TEXTS, "annotate.ungroup").icon("mdi2u-ungroup").shortcut("Shortcut+Shift+G").scope(HERE).group(heading)
                .needs(grouped, "needs.grouped").does(() -> setGroup(EditName.UNGROUP, "")));
        all.add(Action.of(TEXTS, "annotate.selectGroup").icon("mdi2s-select-group").shortcut("Alt+G").scope(HERE).group(heading)
                .needs(grouped, "needs.grouped").does(this::selectGroup));
    }

    private List<Annotation> chosen() {
        AnnotationSet set = workplace.answer().get();
        return set == null ? List.of() : workplace.selection().get().of(set);
    }

    /// Regions that belong to a group already leave it for the new one.
    private void group() {
        AnnotationSet set = workplace.answer().get();
        if (set != null) {
            int highest = set.annotations().stream().map(RegionFacts::group).filter(OptionalInt::isPresent)
                    .mapToInt(OptionalInt::getAsInt).max().orElse(0);
            setGroup(EditName.GROUP, Integer.toString(highest + 1));
        }
    }

    private void setGroup(EditName name, String group) {
        List<Annotation> changed = new ArrayList<>();
        for (Annotation region : workplace.changeable()) {
            Map<String, String> before = new HashMap<>(region.attributes());
            Annotation after = region.withAttribute(RegionFacts.GROUP, group);
            if (!after.attributes().equals(before)) {
                changed.add(after);
            }
        }
        if (!changed.isEmpty()) {
            workplace.perform(new EditRequest(name, new Edit.Replace(changed), workplace.selection().get()));
        }
    }

    private void selectGroup() {
        Set<Integer> groups = new HashSet<>();
        chosen().forEach(region -> RegionFacts.group(region).ifPresent(groups::add));
        AnnotationSet set = workplace.answer().get();
        if (set != null) {
            workplace.selection().set(Selection.of(set.annotations().stream()
                    .filter(region -> workplace.selection().get().contains(region.id())
                            || RegionFacts.group(region).stream().anyMatch(groups::contains))
                    .map(Annotation::id).toList()));
        }
    }
}
