package labelwright.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;

import labelwright.model.Annotation;
import labelwright.model.Flag;
import labelwright.model.LabelId;
import labelwright.model.RelationType;
import labelwright.text.Granularity;
import labelwright.textview.TextSurface;
import labelwright.textview.gesture.TextKey;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.Area;
import labelwright.ui.label.DeskActions;
import labelwright.ui.label.RegionEdits;
import labelwright.ui.label.Surface;

/// Everything that can be done on the screen, with its keys.
final class TextActions {
    static final Area AREA = new Area(Place.TEXT);
    private static final Texts TEXTS = Texts.of(TextActions.class);
    private static final Scope HERE = Scope.of(Place.TEXT);
    private static final int DIGITS = 9;
    /// Letters that mean nothing else here: keys of the labels behind the ninth.
    private static final String LETTERS = "QWTYUIOPGHJKLZXCVBM";

    private final TextDesk desk;
    private final TextSurface surface;
    private final TextOptions options;
    private final RegionEdits edits;
    private final DeskActions common;
    private final List<Action> all = new ArrayList<>();

    TextActions(TextDesk desk, TextSurface surface, Surface place, TextOptions options, ProjectContext context) {
        this.desk = desk;
        this.surface = surface;
        this.options = options;
        edits = new RegionEdits(desk);
        common = new DeskActions(desk, AREA, place, new DeskActions.Ways(List.of("A"), List.of("D"), labelKeys(), desk::undo, this::label,
                this::pick), context);
        all.addAll(common.items());
        all.addAll(common.history());
        spans();
        all.addAll(common.suggestions());
        all.addAll(common.labels());
        view();
        relationTypes(context);
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    /// Adds what is declared elsewhere.
    void include(List<Action> more) {
        all.addAll(more);
    }

    DeskActions common() {
        return common;
    }

    /// @throws IllegalArgumentException when nothing is called so
    Action get(String id) {
        return all.stream().filter(action -> action.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No action " + id));
    }

    private static List<List<String>> labelKeys() {
        List<List<String>> keys = new ArrayList<>();
        for (int i = 1; i <= DIGITS; i++) {
            keys.add(List.of(Integer.toString(i), "Numpad " + i));
        }
        LETTERS.chars().forEach(letter -> keys.add(List.of(Character.toString(letter))));
        return keys;
    }

    private void label(LabelId label) {
        desk.labels().active().set(label);
        surface.label(label);
    }

    /// A click on a label is for what is marked or selected; else it only says which label comes next.
    private void pick(LabelId label) {
        boolean something = surface.caretProperty().get().range().isPresent() || !desk.selection().get().isEmpty();
        if (something) {
            label(label);
        } else {
            desk.labels().active().set(label);
        }
    }

    private void spans() {
        String group = TEXTS.get("group.spans");
        BooleanBinding any = Bindings.createBooleanBinding(() -> !desk.selection().get().isEmpty(), desk.selection());
        BooleanBinding chosen = Bindings.createBooleanBinding(() -> !desk.changeable().isEmpty(), desk.selection(), desk.answer(),
                desk.regions().hidden(), desk.regions().locked());
        add(Action.of(TEXTS, "text.delete").icon("mdi2d-delete-outline").shortcut("Delete").group(group)
                .needs(chosen.or(Bindings.createBooleanBinding(() -> desk.relation().get().isPresent(), desk.relation())),
                        "needs.span"),
                () -> surface.key(TextKey.REMOVE));
        add(Action.of(TEXTS, "text.selectSameLabel").icon("mdi2s-select-group").shortcut("Shift+A").group(group).needs(any, "needs.span"),
                edits::selectSameLabel);
        add(Action.of(TEXTS, "text.hide").icon("mdi2e-eye-off-outline").shortcut("Shift+H").group(group).needs(any, "needs.span"),
                () -> desk.regions().toggleHidden(desk.selection().get().ids()));
        add(Action.of(TEXTS, "text.lock").icon("mdi2l-lock-outline").shortcut("Shift+L").group(group).needs(any, "needs.span"),
                () -> desk.regions().toggleLocked(desk.selection().get().ids()));
        BooleanBinding difficult = Bindings.createBooleanBinding(() -> {
            List<Annotation> selected = desk.changeable();
            return !selected.isEmpty() && selected.stream().allMatch(span -> span.has(Flag.DIFFICULT));
        }, desk.selection(), desk.answer());
        add(Action.of(TEXTS, "text.difficult").icon("mdi2h-help-circle-outline").shortcut("Shift+D").group(group)
                .needs(chosen, "needs.span").selected(difficult), () -> edits.toggle(Flag.DIFFICULT));
        add(Action.of(TEXTS, "text.labelAtOnce").icon("mdi2f-format-color-highlight").shortcut("Shift+B").group(group)
                .selected(options.labelAtOnce()), () -> options.labelAtOnce().set(!options.labelAtOnce().get()));
    }

    private void view() {
        String group = TEXTS.get("group.view");
        granularity("text.byCharacter", Granularity.CHARACTER, "Shift+C", group);
        granularity("text.byWord", Granularity.WORD, "Shift+W", group);
        granularity("text.bySentence", Granularity.SENTENCE, "Shift+S", group);
        ObservableBooleanValue sentences = options.view().isEqualTo(TextSurface.View.SENTENCES);
        add(Action.of(TEXTS, "text.sentences").icon("mdi2f-format-list-numbered").shortcut("Shift+V").group(group).selected(sentences),
                () -> options.view().set(sentences.get() ? TextSurface.View.CONTINUOUS : TextSurface.View.SENTENCES));
        add(Action.of(TEXTS, "text.larger").icon("mdi2f-format-font-size-increase").shortcut("Shortcut+Plus").shortcut("Shortcut+Equals")
                .group(group), surface::zoomIn);
        add(Action.of(TEXTS, "text.smaller").icon("mdi2f-format-font-size-decrease").shortcut("Shortcut+Minus").group(group),
                surface::zoomOut);
        add(Action.of(TEXTS, "text.usualSize").shortcut("Shortcut+0").group(group), () -> options.letterSize().set(TextSurface.USUAL));
        add(Action.of(TEXTS, "text.items").icon("mdi2f-format-list-text").shortcut("Shift+T").group(group).selected(options.itemsShown()),
                () -> options.itemsShown().set(!options.itemsShown().get()));
    }

    private void granularity(String id, Granularity granularity, String keys, String group) {
        add(Action.of(TEXTS, id).shortcut(keys).group(group).selected(options.granularity().isEqualTo(granularity)),
                () -> options.granularity().set(granularity));
    }

    /// One key for each type of relation: chooses it and begins a relation at the selected span.
    private void relationTypes(ProjectContext context) {
        for (int key = 1; key <= DIGITS; key++) {
            int number = key;
            Observable[] changes = {context.project()};
            BooleanBinding there = Bindings.createBooleanBinding(() -> byKey(number).isPresent(), changes);
            StringBinding text = Bindings.createStringBinding(() -> TEXTS.format("relation.draw",
                    byKey(number).map(RelationType::name).orElseGet(() -> Integer.toString(number))), changes);
            add(Action.named("text.relation" + number, "", TEXTS).text(text).shortcut("Shift+" + number)
                    .group(TEXTS.get("relations.title")).needs(there, "needs.relationType"), () -> byKey(number).ifPresent(type -> {
                        desk.relationType().set(type.id());
                        surface.requestFocus();
                        surface.key(TextKey.RELATE);
                    }));
        }
    }

    private Optional<RelationType> byKey(int number) {
        List<RelationType> types = desk.relationTypes();
        return number <= types.size() ? Optional.of(types.get(number - 1)) : Optional.empty();
    }

    private void add(Action.Builder builder, Runnable command) {
        all.add(builder.scope(HERE).does(command));
    }
}
