package labelwright.ui.annotate;

import java.util.List;
import java.util.stream.Stream;

import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

import labelwright.canvas.PictureCanvas;
import labelwright.ui.action.Action;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.SuggestionPanel;

/// Puts the actions and the parts of the screen together.
record Assembly(AnnotateActions actions, SuggestionPanel suggestions, AnnotateView view) {
    /// What the menu on the picture offers first.
    private static final List<String> TOGETHER = List.of("annotate.relabel", "annotate.group", "annotate.ungroup", "annotate.selectGroup");

    static Assembly of(Workplace workplace, PictureCanvas canvas, ProjectContext context) {
        ViewOptions options = new ViewOptions(context.app().settings());
        SelectionEdits edits = new SelectionEdits(workplace);
        AnnotateActions actions = new AnnotateActions(workplace, edits, canvas, context);
        ValueWindow window = new ValueWindow(workplace, canvas, options);
        ToneActions tones = new ToneActions(workplace, options, window);
        actions.include(new RegionActions(workplace, edits, canvas).all());
        actions.include(List.of(new Propagating(workplace, context).action()));
        actions.include(new ViewActions(canvas, options).all());
        actions.include(new CompareActions(options).all());
        actions.include(tones.all());
        CanvasKeys keys = new CanvasKeys(canvas);
        actions.include(keys.all());
        PixelActions pixels = new PixelActions(workplace, canvas);
        actions.include(pixels.all());
        ShapeEdits shapes = new ShapeEdits(workplace);
        SimplifyBar simplify = new SimplifyBar(workplace, shapes, canvas);
        AllowOffer offer = new AllowOffer(workplace, context.app().notices());
        ShapeActions shapeActions = new ShapeActions(workplace, shapes, offer, simplify::open);
        actions.include(shapeActions.all());
        Action template = new TemplateTaking(workplace, context.app().notices()).action(ShapeActions.group());
        actions.include(List.of(template));
        canvas.onRefusal(offer::refused);
        new ShapeMenu(workplace, shapes,
                () -> Stream.of(TOGETHER.stream().map(actions::get), shapeActions.all().stream(), Stream.of(template)).flatMap(each -> each)
                        .toList(),
                canvas).install();
        workplace.onLeaving(canvas.gestures()::leave);
        SuggestionPanel suggestions = new SuggestionPanel(workplace, actions.desk());
        TonePanel tone = new TonePanel(workplace, options, window, new TonePanel.Controls(actions, tones, canvas), context);
        CanvasPane pane = new CanvasPane(workplace, canvas, options, tone, context);
        pane.tellKeys(keys::words);
        pane.put(simplify);
        PixelBar bar = new PixelBar(workplace, canvas, pixels);
        pane.put(bar);
        StackPane.setAlignment(bar, Pos.TOP_LEFT);
        return new Assembly(actions, suggestions, new AnnotateView(workplace, actions, pane, options, suggestions, context));
    }
}
