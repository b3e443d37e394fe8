package labelwright.ui.train;

import java.time.InstantSource;
import java.util.List;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;
import javafx.util.Subscription;

import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;
import labelwright.workbench.Training;

/// Set up training at the left; the runs, and what the selected ones say, at the right.
public final class TrainScreen implements Screen {
    private static final Texts TEXTS = Texts.of(TrainScreen.class);
    /// How often a running training is looked at.
    private static final Duration LOOK = Duration.millis(100);

    private final ProjectContext context;
    private final Training training;
    private final TrainModel model;
    private final TrainActions actions;
    private final TrainView view;
    private final Timeline pulse;
    private Subscription listening = Subscription.EMPTY;
    private boolean proposed;

    public TrainScreen(ProjectContext context) {
        this.context = context;
        training = context.workbench().training();
        model = new TrainModel(context, training, InstantSource.system());
        actions = new TrainActions(context, model);
        view = new TrainView(model, actions);
        pulse = new Timeline(new KeyFrame(LOOK, _ -> model.runs().pulse()));
        pulse.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public String id() {
        return Place.TRAIN;
    }

    @Override
    public String title() {
        return TEXTS.get("screen.title");
    }

    @Override
    public String icon() {
        return "mdi2c-chart-line";
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public List<Action> actions() {
        return actions.all();
    }

    @Override
    public void onShow() {
        listening = context.revision().subscribe(_ -> model.data().count());
        model.refresh();
        if (!proposed) {
            proposed = true;
            context.app().jobs().read(TEXTS.get("screen.proposing"), () -> training.proposedRecipe(context.project().get()),
                    model::propose);
        }
        pulse.play();
    }

    @Override
    public void onHide() {
        pulse.stop();
        listening.unsubscribe();
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.TrainingRun(var run)) {
            model.runs().refreshAndSelect(run);
        }
    }
}
