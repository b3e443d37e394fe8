package labelwright.ui.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;

import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.textview.TextSurface;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;
import labelwright.ui.label.AnswerActions;
import labelwright.ui.label.AnswerColumn;
import labelwright.ui.label.Questions;
import labelwright.ui.label.SubmitGate;
import labelwright.ui.label.SuggestionPanel;
import labelwright.ui.label.Surface;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.SaveState;

/// The place where texts are labelled.
public final class TextScreen implements Screen {
    private static final Texts TEXTS = Texts.of(TextScreen.class);

    private final ProjectContext context;
    private final TextDesk desk;
    private final TextActions actions;
    private final SuggestionPanel suggestions;
    private final TextSurface surface;
    private final TextView view;
    private final Consumer<SaveState> onSaveState;
    private final ChangeListener<Project> onLabels;
    private final ChangeListener<Number> onData;
    private final ChangeListener<Author.Annotator> onAnnotator;

    public TextScreen(ProjectContext context) {
        this.context = context;
        desk = new TextDesk(context);
        surface = new TextSurface(() -> desk.findSession().map(LabellingSession::newId).orElseThrow());
        FxJobs jobs = context.app().jobs();
        TextOptions options = new TextOptions(context.app().settings());
        Surface place = new SurfacePlace(surface, desk);
        actions = new TextActions(desk, surface, place, options, context);
        FindBar find = new FindBar(new FindModel(desk), surface);
        IdenticalBar identical = new IdenticalBar(new IdenticalModel(desk), desk, surface, context.app().notices());
        RelationChanges changes = new RelationChanges(desk, context);
        RelationActions relations = new RelationActions(desk, changes);
        actions.include(List.of(identical.action()));
        actions.include(find.actions());
        actions.include(relations.all());
        TextPane pane = new TextPane(desk, surface, options, context);
        pane.put(find, identical);
        suggestions = new SuggestionPanel(desk, actions.common());
        Questions questions = new Questions(desk);
        AnswerColumn answers = new AnswerColumn(desk, questions, place, context);
        actions.include(new AnswerActions(desk, questions, answers, TextActions.AREA, context).all());
        SubmitGate gate = new SubmitGate(desk, questions, answers, context);
        desk.setGate(() -> gate.isPassed(surface.getScene() == null ? null : surface.getScene().getWindow()));
        view = new TextView(new TextView.Parts(desk, options, actions, pane, suggestions, answers),
                new RelationPanel(desk, changes, relations, place, context), place, context);
        actions.include(new SurfaceKeys(surface).all());
        onSaveState = state -> jobs.onFx(() -> context.saveState().set(state));
        onLabels = (_, _, _) -> desk.labelsChanged();
        onData = (_, _, _) -> reload();
        onAnnotator = (_, _, _) -> reload();
    }

    @Override
    public String id() {
        return Place.TEXT;
    }

    @Override
    public boolean shows(Place place) {
        return place.screen().equals(Place.TEXT) || place.screen().equals(Place.ANNOTATE);
    }

    @Override
    public String title() {
        return TEXTS.get("title");
    }

    @Override
    public String icon() {
        return "mdi2t-text-box-edit-outline";
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
        surface.requestFocus();
    }

    @Override
    public void onHide() {
        context.workbench().labelling().removeListener(onSaveState);
        context.project().removeListener(onLabels);
        context.revision().removeListener(onData);
        context.annotator().removeListener(onAnnotator);
        desk.settle();
        if (desk.takeWorked()) {
            context.dataChanged();
        }
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Picture(ItemId item, List<ItemId> order)) {
            desk.queue().give(order);
            desk.open(item);
        }
        surface.requestFocus();
    }

    /// Somebody else changed items, suggestions or the annotator: the queue and the open text are read again.
    private void reload() {
        Project project = context.project().get();
        context.app().jobs().read(TEXTS.get("doing.text"), () -> context.workbench().models().all(project), models -> suggestions
                .name(models.stream().collect(Collectors.toMap(ModelVersion::id, ModelVersion::name))));
        desk.reload();
    }
}
