package labelwright.ui.models;

import java.util.List;

import javafx.scene.Node;
import javafx.util.Subscription;

import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;

/// The models of the project above; below what the selected one is, can do, and how good it is.
public final class ModelsScreen implements Screen {
    private static final Texts TEXTS = Texts.of(ModelsScreen.class);

    private final ProjectContext context;
    private final ModelsModel model;
    private final ModelsActions actions;
    private final ModelsView view;
    private Subscription listening = Subscription.EMPTY;

    public ModelsScreen(ProjectContext context) {
        this.context = context;
        model = new ModelsModel(context);
        ModelJobs jobs = new ModelJobs(context);
        actions = new ModelsActions(context, model, jobs);
        view = new ModelsView(context, model, jobs, actions);
    }

    @Override
    public String id() {
        return Place.MODELS;
    }

    @Override
    public String title() {
        return TEXTS.get("screen.title");
    }

    @Override
    public String icon() {
        return "mdi2c-cube-outline";
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
        listening = context.revision().subscribe(_ -> model.refresh());
        model.refresh();
    }

    @Override
    public void onHide() {
        listening.unsubscribe();
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Model(var id)) {
            model.refreshAndSelect(id);
        }
    }
}
