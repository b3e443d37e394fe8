package labelwright.ui.label;

import java.util.ArrayList;
import java.util.List;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.edit.Selection;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.model.OpenQuestion;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.Questions.Subject;
import labelwright.workbench.LabellingSession;

/// Looks whether everything required is answered before an answer is called complete. What is missing is named and the first of it gets
/// the keys; whether the person may go on all the same is the project's rule.
public final class SubmitGate {
    private static final Texts TEXTS = Texts.of(SubmitGate.class);
    private static final int MOST_NAMED = 5;

    private final LabellingDesk desk;
    private final Questions questions;
    private final AnswerColumn column;
    private final ProjectContext context;
    private final KindWords words;

    public SubmitGate(LabellingDesk desk, Questions questions, AnswerColumn column, ProjectContext context) {
        this.desk = desk;
        this.questions = questions;
        this.column = column;
        this.context = context;
        words = new KindWords(context);
    }

    /// Whether the open answer may be submitted now; asks where the project lets the person decide.
    public boolean isPassed(@Nullable Window owner) {
        questions.settle();
        LabellingSession session = desk.findSession().orElse(null);
        if (session == null || session.state().isComplete()) {
            return true;
        }
        LabelSchema schema = desk.labels().schema();
        List<OpenQuestion> open = schema.openQuestions(session.set());
        if (open.isEmpty()) {
            return true;
        }
        boolean goesOn = switch (schema.submitting()) {
            case ASK -> Dialogs.confirm("submit-open", TEXTS.get("submit.title"),
                    TEXTS.format("submit.text", open.size(), String.join("\n", names(session, open))), TEXTS.get("submit.yes"), owner);
            case ANSWERED_ONLY -> {
                context.app().notices().say(TEXTS.format("submit.refused", open.size(), String.join("; ", names(session, open))));
                yield false;
            }
        };
        if (!goesOn) {
            show(open.getFirst());
        }
        return goesOn;
    }

    private List<String> names(LabellingSession session, List<OpenQuestion> open) {
        List<String> names = new ArrayList<>();
        for (OpenQuestion question : open.subList(0, Math.min(open.size(), MOST_NAMED))) {
            names.add(question.findRegion().flatMap(session.set()::findAnnotation)
                    .map(region -> TEXTS.format("submit.ofRegion", question.attribute(),
                            desk.labels().schema().find(region.label()).map(LabelClass::name).orElse("")))
                    .orElseGet(() -> words.format("submit.ofItem.", question.attribute())));
        }
        if (open.size() > MOST_NAMED) {
            names.add(TEXTS.format("submit.more", open.size() - MOST_NAMED));
        }
        return names;
    }

    private void show(OpenQuestion question) {
        question.findRegion().ifPresent(region -> desk.selection().set(Selection.of(region)));
        column.focus(question.findRegion().isPresent() ? Subject.REGIONS : Subject.ITEM, question.attribute());
    }
}
