package labelwright.ui.annotate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.binding.Bindings;

import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.DrawnTemplate;
import labelwright.model.LabelClass;
import labelwright.model.SkeletonTemplate;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Notices;
import labelwright.ui.control.Place;

/// Makes the selected skeleton, points or line the template of its label. The labels of a project have no undo steps of their own, so the
/// notice offers to take it back.
final class TemplateTaking {
    private static final Texts TEXTS = Texts.of(TemplateTaking.class);

    private final Workplace workplace;
    private final Notices notices;

    TemplateTaking(Workplace workplace, Notices notices) {
        this.workplace = workplace;
        this.notices = notices;
    }

    Action action(String group) {
        return Action.of(TEXTS, "annotate.template").icon("mdi2h-human-handsup").shortcut("Ctrl+Shift+K").scope(Scope.of(Place.ANNOTATE))
                .group(group)
                .needs(Bindings.createBooleanBinding(() -> drawn().isPresent(), workplace.selection(), workplace.answer()),
                        "needs.template")
                .does(() -> drawn().ifPresent(this::take));
    }

    /// What was drawn, as the template of its label.
    private record Drawn(LabelClass label, SkeletonTemplate template) {}

    private Optional<Drawn> drawn() {
        List<Annotation> selected = workplace.findSession().map(open -> workplace.selection().get().of(open.set())).orElse(List.of());
        if (selected.size() != 1) {
            return Optional.empty();
        }
        Annotation one = selected.getFirst();
        return workplace.labels().schema().find(one.label()).flatMap(
                label -> DrawnTemplate.of(one.shape(), label.findSkeleton()).map(template -> new Drawn(label, template)));
    }

    private void take(Drawn drawn) {
        LabelClass before = drawn.label();
        Set<ShapeKind> shapes = EnumSet.copyOf(before.shapes());
        shapes.add(ShapeKind.KEYPOINTS);
        Action back = Action.of(TEXTS, "annotate.templateBack").does(() -> takeBack(drawn));
        workplace.labels().setSkeleton(before.id(), shapes, drawn.template(),
                () -> notices.say(TEXTS.format("template.taken", before.name(), drawn.template().size()), back));
    }

    /// Nothing that was changed after it is lost.
    private void takeBack(Drawn drawn) {
        LabelClass before = drawn.label();
        boolean untouched = workplace.labels().schema().find(before.id()).flatMap(LabelClass::findSkeleton)
                .filter(drawn.template()::equals).isPresent();
        if (untouched) {
            workplace.labels().setSkeleton(before.id(), before.shapes(), before.findSkeleton().orElse(null),
                    () -> notices.say(TEXTS.format("template.back", before.name())));
        } else {
            notices.say(TEXTS.format("template.changed", before.name()));
        }
    }
}
