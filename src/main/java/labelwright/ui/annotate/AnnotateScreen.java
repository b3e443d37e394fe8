package labelwright.ui.annotate;

import java.util.List;

import javafx.scene.Node;

import labelwright.canvas.PictureCanvas;
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
import labelwright.ui.label.Visit;
import labelwright.workbench.LabellingSession;

/// The place where pictures are labelled.
public final class AnnotateScreen implements Screen {
    private static final Texts TEXTS = Texts.of(AnnotateScreen.class);

    private final AnnotateActions actions;
    private final AnnotateView view;
    private final Visit visit;

    public AnnotateScreen(ProjectContext context) {
        Workplace workplace = new Workplace(context);
        FxJobs jobs = context.app().jobs();
        PictureCanvas canvas = new PictureCanvas(work -> jobs.read(TEXTS.get("doing.open"), () -> {
            work.run();
            return work;
        }, _ -> {}), () -> workplace.findSession().map(LabellingSession::newId).orElseThrow());
        Assembly assembly = Assembly.of(workplace, canvas, context);
        actions = assembly.actions();
        view = assembly.view();
        Questions questions = new Questions(workplace);
        AnswerColumn answers = new AnswerColumn(workplace, questions, new CanvasSurface(canvas), context);
        actions.include(new AnswerActions(workplace, questions, answers, new Area(Place.ANNOTATE), context).all());
        actions.include(new GroupActions(workplace).all());
        SubmitGate gate = new SubmitGate(workplace, questions, answers, context);
        workplace.setGate(() -> gate.isPassed(canvas.getScene() == null ? null : canvas.getScene().getWindow()));
        view.putBeside(answers);
        visit = new Visit(workplace, assembly.suggestions(), canvas, context);
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
        visit.begin();
    }

    @Override
    public void onHide() {
        visit.end();
    }

    @Override
    public void arrive(Place place) {
        visit.arrive(place);
    }
}
