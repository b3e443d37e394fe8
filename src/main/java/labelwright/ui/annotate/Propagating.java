package labelwright.ui.annotate;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.model.Annotation;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.task.JobRunner.Lane;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.Propagation;

/// Copies the selected regions to the pictures that follow, after asking how far.
final class Propagating {
    private static final Texts TEXTS = Texts.of(Propagating.class);

    private final Workplace workplace;
    private final ProjectContext context;
    private final Action action;

    Propagating(Workplace workplace, ProjectContext context) {
        this.workplace = workplace;
        this.context = context;
        BooleanBinding any = Bindings.createBooleanBinding(() -> !workplace.selection().get().isEmpty(), workplace.selection());
        BooleanBinding more = Bindings.createBooleanBinding(() -> following() > 0, workplace.queue().position(), workplace.queue().items());
        action = Action.of(TEXTS, "annotate.propagate").icon("mdi2c-content-duplicate").shortcut("Shortcut+B")
                .scope(Scope.of(Place.ANNOTATE))
                .group(TEXTS.get("group.regions")).needs(any, "needs.selection").needs(more, "needs.following").does(() -> ask(null));
    }

    Action action() {
        return action;
    }

    private int following() {
        return workplace.queue().position().get() < 0 ? 0 : workplace.queue().items().size() - 1 - workplace.queue().position().get();
    }

    private void ask(@Nullable Window owner) {
        workplace.findSession().ifPresent(session -> {
            List<Annotation> copied = workplace.selection().get().of(session.set());
            new PropagateDialog(copied.size(), following(), owner).ask().ifPresent(answer -> start(session.item().id(), copied, answer));
        });
    }

    private void start(ItemId from, List<Annotation> copied, PropagateDialog.Answer answer) {
        int position = workplace.queue().position().get();
        List<ItemId> to = List.copyOf(workplace.queue().items().subList(position + 1, position + 1 + answer.pictures()));
        Author.Annotator annotator = context.annotator().get();
        Propagation.Request request = new Propagation.Request(from, copied, to, answer.leaveOut());
        context.app().jobs().start(Lane.PROJECT, TEXTS.format("propagate.doing", to.size()),
                (progress, token) -> context.workbench().labelling().propagate(request, annotator, progress, token), this::done);
    }

    private void done(Propagation.Report report) {
        context.app().notices().say(TEXTS.format("propagate.done", report.annotations(), report.pictures(), report.leftOut()));
        workplace.queue().refresh();
        if (workplace.queue().current().filter(report.changed()::contains).isPresent()) {
            workplace.reopen();
        }
    }
}
