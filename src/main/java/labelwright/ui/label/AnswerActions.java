package labelwright.ui.label;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import labelwright.model.AttributeType;
import labelwright.model.ProjectKind;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.Questions.Asked;
import labelwright.ui.label.Questions.Subject;

/// What can be done with attributes and answers by key.
public final class AnswerActions {
    private static final Texts TEXTS = Texts.of(AnswerActions.class);
    private static final int KEYS = 9;

    private final Questions questions;
    private final Area area;
    private final KindWords words;
    private final List<Action> all = new ArrayList<>();

    public AnswerActions(LabellingDesk desk, Questions questions, AnswerColumn column, Area area, ProjectContext context) {
        this.questions = questions;
        this.area = area;
        words = new KindWords(context);
        BooleanBinding selected = Bindings.createBooleanBinding(() -> !desk.changeable().isEmpty(), desk.selection(), desk.answer(),
                desk.regions().hidden(), desk.regions().locked());
        BooleanBinding asked = Bindings.createBooleanBinding(() -> !questions.item().get().isEmpty(), questions.item());
        all.add(action("attributes", words.get("action.attributes."), "mdi2f-form-textbox").shortcut("F2")
                .needs(selected, "needs.selection").does(column::focusRegions));
        if (context.project().get().kind() == ProjectKind.IMAGE) {
            all.add(action("text", TEXTS.get("action.text"), "mdi2f-format-text").shortcut("Shift+F2")
                    .needs(selected, "needs.selection").does(column::focusText));
        }
        all.add(action("questions", words.get("action.questions."), "mdi2i-image-text").shortcut("F3").needs(asked, "needs.questions")
                .does(column::focusItem));
        for (int key = 1; key <= KEYS; key++) {
            int number = key;
            BooleanBinding there = Bindings.createBooleanBinding(() -> choices().size() >= number, questions.item());
            all.add(Action.named(area.id("answer" + number), "", TEXTS)
                    .text(Bindings.createStringBinding(() -> words.format("answer.chooseNumber.", name(number)), questions.item()))
                    .shortcut("Alt+" + number).scope(area.scope()).group(TEXTS.get("group.answers")).needs(there, "needs.questions")
                    .does(() -> {
                        Choice choice = choices().get(number - 1);
                        questions.toggle(Subject.ITEM, choice.asked, choice.option);
                    }));
        }
    }

    public List<Action> all() {
        return List.copyOf(all);
    }

    private Action.Builder action(String name, String text, String icon) {
        return Action.named(area.id(name), text, TEXTS).icon(icon).scope(area.scope()).group(TEXTS.get("group.answers"));
    }

    private record Choice(Asked asked, String option) {}

    /// The tags and options of the item that have a key, in the order of their chips.
    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Asked asked : questions.item().get()) {
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
}
