package labelwright.ui.text;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;

import labelwright.textview.TextSurface;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;
import labelwright.ui.label.AnswerActions;
import labelwright.ui.label.AnswerColumn;
import labelwright.ui.label.Questions;
import labelwright.ui.label.SubmitGate;
import labelwright.ui.label.SuggestionPanel;
import labelwright.ui.label.Surface;
import labelwright.ui.label.Visit;
import labelwright.workbench.LabellingSession;

/// The place where texts are labelled.
public final class TextScreen implements Screen {
    private static final Texts TEXTS = Texts.of(TextScreen.class);

    private final TextActions actions;
    private final TextView view;
    private final Visit visit;

    public TextScreen(ProjectContext context) {
        TextDesk desk = new TextDesk(context);
        TextSurface surface = new TextSurface(() -> desk.findSession().map(LabellingSession::newId).orElseThrow());
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
        PageModel pages = new PageModel(desk, options.pageShown(), context);
        PagePane page = new PagePane(desk, surface, pages, options, context);
        actions.include(page.actions());
        SuggestionPanel suggestions = new SuggestionPanel(desk, actions.common());
        Questions questions = new Questions(desk);
        AnswerColumn answers = new AnswerColumn(desk, questions, place, context);
        actions.include(new AnswerActions(desk, questions, answers, TextActions.AREA, context).all());
        SubmitGate gate = new SubmitGate(desk, questions, answers, context);
        desk.setGate(() -> gate.isPassed(surface.getScene() == null ? null : surface.getScene().getWindow()));
        view = new TextView(
                new TextView.Parts(desk, options, actions, new PageSplit(pane, page, Bindings.and(pages.hasPage(), options.pageShown())),
                        suggestions, answers),
                new RelationPanel(desk, changes, relations, place, context), place, context);
        actions.include(new SurfaceKeys(surface).all());
        visit = new Visit(desk, suggestions, surface, context);
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
