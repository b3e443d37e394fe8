package labelwright.ui.text;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// What can be done by key with relations that are there.
final class RelationActions {
    private static final Texts TEXTS = Texts.of(RelationActions.class);
    private static final Scope HERE = Scope.of(Place.TEXT);

    private final List<Action> ofOne = new ArrayList<>();
    private final Action focus;
    private Runnable focusing = () -> {};

    RelationActions(TextDesk desk, RelationChanges changes) {
        String group = TEXTS.get("relations.title");
        BooleanBinding one = Bindings.createBooleanBinding(() -> desk.findRelation().isPresent(), desk.relation(), desk.answer());
        ofOne.add(Action.of(TEXTS, "text.reverseRelation").icon("mdi2s-swap-horizontal").shortcut("Shift+R").scope(HERE).group(group)
                .needs(one, "needs.relation").does(changes::reverse));
        ofOne.add(Action.of(TEXTS, "text.nextRelationType").icon("mdi2f-format-list-bulleted-type").shortcut("Shift+Y").scope(HERE)
                .group(group).needs(one, "needs.relation").does(() -> retypeToNext(desk, changes)));
        ofOne.add(Action.of(TEXTS, "text.deleteRelation").icon("mdi2d-delete-outline").scope(HERE).group(group)
                .needs(one, "needs.relation").does(changes::delete));
        focus = Action.of(TEXTS, "text.focusRelations").icon("mdi2r-ray-start-arrow").shortcut("F7").scope(HERE).group(group)
                .does(() -> focusing.run());
    }

    /// Those that need a selected relation.
    List<Action> ofOne() {
        return List.copyOf(ofOne);
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>(ofOne);
        all.add(focus);
        return all;
    }

    /// Says what going to the list means.
    void onFocus(Runnable command) {
        focusing = command;
    }

    private static void retypeToNext(TextDesk desk, RelationChanges changes) {
        List<RelationTypeId> types = desk.relationTypes().stream().map(RelationType::id).toList();
        desk.findRelation().ifPresent(relation -> changes.retype(types.get((types.indexOf(relation.type()) + 1) % types.size())));
    }
}
