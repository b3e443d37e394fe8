package labelwright.ui.annotate;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;

import labelwright.canvas.PictureCanvas;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;
import labelwright.ui.label.AnswerActions;
import labelwright.ui.label.AnswerColumn;
import labelwright.ui.label.Area;
import labelwright.ui.label.Questions;
import labelwright.ui.label.SubmitGate;
import labelwright.ui.label.SuggestionPanel;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.SaveState;

/// The place where pictures are labelled.
public final class AnnotateScreen implements Screen {
    private static final Texts TEXTS = Texts.of(AnnotateScreen.class);

    private final ProjectContext context;
    private final Workplace workplace;
    private final AnnotateActions actions;
    private final SuggestionPanel suggestions;
    private final PictureCanvas canvas;
    private final AnnotateView view;
    private final Consumer<SaveState> onSaveState;
    private final ChangeListener<Project> onLabels;
    private final ChangeListener<Number> onData;
    private final ChangeListener<Author.Annotator> onAnnotator;

    public AnnotateScreen(ProjectContext context) {
        this.context = context;
        workplace = new Workplace(context);
        FxJobs jobs = context.app().jobs();
        canvas = new PictureCanvas(work -> jobs.read(TEXTS.get("doing.open"), () -> {
            work.run();
            return work;
        }, _ -> {}), () -> workplace.findSession().map(LabellingSession::newId).orElseThrow());
        Assembly assembly = Assembly.of(workplace, canvas, context);
        actions = assembly.actions();
        suggestions = assembly.suggestions();
        view = assembly.view();
        Questions questions = new Questions(workplace);
        AnswerColumn answers = new AnswerColumn(workplace, questions, new CanvasSurface(canvas), context);
        actions.include(new AnswerActions(workplace, questions, answers, new Area(Place.ANNOTATE), context).all());
        actions.include(new GroupActions(workplace).all());
        SubmitGate gate = new SubmitGate(workplace, questions, answers, context);
        workplace.setGate(() -> gate.isPassed(canvas.getScene() == null ? null : canvas.getScene().getWindow()));
        view.putBeside(answers);
        onSaveState = state -> jobs.onFx(() -> context.saveState().set(state));
        onLabels = (_, _, _) -> workplace.labelsChanged();
        onData = (_, _, _) -> reload();
        onAnnotator = (_, _, _) -> reload();
    }

    @Override
    public String id() {
        return Place.ANNOTATE;
    }

    @Override
    public String title() {
        return TEXTS.get("title");
    }

    @Override
    public String icon() {
        return "mdi2v-vector-square-edit";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return actions.all();
    }

    @Override
    public void onShow() {
        context.workbench().labelling().onSaveState(onSaveState);
        context.project().addListener(onLabels);
        context.revision().addListener(onData);
        context.annotator().addListener(onAnnotator);
        context.saveState().set(context.workbench().labelling().saveState());
        reload();
        canvas.requestFocus();
    }

    @Override
    public void onHide() {
        context.workbench().labelling().removeListener(onSaveState);
        context.project().removeListener(onLabels);
        context.revision().removeListener(onData);
        context.annotator().removeListener(onAnnotator);
        workplace.settle();
        if (workplace.takeWorked()) {
            context.dataChanged();
        }
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Picture(ItemId item, List<ItemId> order)) {
            workplace.queue().give(order);
            workplace.open(item);
        }
        canvas.requestFocus();
    }

    /// Somebody else changed items, suggestions or the annotator: the queue and the open picture are read again.
    private void reload() {
        Project project = context.project().get();
        context.app().jobs().read(TEXTS.get("doing.rows"), () -> context.workbench().models().all(project), models -> suggestions
                .name(models.stream().collect(Collectors.toMap(ModelVersion::id, ModelVersion::name))));
        workplace.reload();
    }
}
