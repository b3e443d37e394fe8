package labelwright.ui.annotate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import labelwright.canvas.tool.Outcome;
import labelwright.geometry.ShapeKind;
import labelwright.model.LabelClass;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Notices;

/// Says why something was not drawn, and where a label forbids a shape offers to allow it. FX thread only.
final class AllowOffer {
    private static final Texts TEXTS = Texts.of(AllowOffer.class);

    private final Workplace workplace;
    private final Notices notices;

    AllowOffer(Workplace workplace, Notices notices) {
        this.workplace = workplace;
        this.notices = notices;
    }

    void say(String text) {
        notices.say(text);
    }

    void refused(Outcome.Refusal why) {
        Optional<ShapeKind> kind = workplace.tool().get().draws();
        Optional<LabelClass> label = Optional.ofNullable(workplace.labels().active().get()).flatMap(workplace.labels().schema()::find);
        if (why == Outcome.Refusal.LABEL_FORBIDS_SHAPE && kind.isPresent() && label.isPresent()) {
            forbidden(label.get(), kind.get());
        } else {
            notices.say(TEXTS.name(why));
        }
    }

    void forbidden(LabelClass label, ShapeKind kind) {
        Action allow = Action.of(TEXTS, "annotate.allow").does(() -> allow(label, kind));
        notices.say(TEXTS.format("notice.forbidden", label.name(), TEXTS.name(kind)), allow);
    }

    private void allow(LabelClass label, ShapeKind kind) {
        Set<ShapeKind> shapes = EnumSet.copyOf(workplace.labels().schema().find(label.id()).orElse(label).shapes());
        shapes.add(kind);
        workplace.labels().setShapes(label.id(), shapes);
    }
}
