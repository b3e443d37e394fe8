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

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.RegionFacts;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// What can be done with groups of regions by key.
final class GroupActions {
    private static final Texts TEXTS = Texts.of(GroupActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);

    private final Workplace workplace;
    private final BooleanBinding grouped;
    private final List<Action> all = new ArrayList<>();

    GroupActions(Workplace workplace) {
        this.workplace = workplace;
        grouped = Bindings.createBooleanBinding(() -> chosen().stream().anyMatch(region -> RegionFacts.group(region).isPresent()),
                workplace.selection(), workplace.answer());
        groups();
    }

    List<Action> all() {
        return List.copyOf(all);
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
