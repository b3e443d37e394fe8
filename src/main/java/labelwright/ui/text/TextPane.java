package labelwright.ui.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import labelwright.edit.Edit;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;
import labelwright.textview.TextSurface;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AfterFrame;
import labelwright.ui.control.EmptyState;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;

/// The text surface with the bars for finding and for identical places, and what to do when there is no text.
final class TextPane extends BorderPane {
    private static final Texts TEXTS = Texts.of(TextPane.class);

    private final TextDesk desk;
    private final TextSurface surface;
    private final ProjectContext context;
    private final StackPane over = new StackPane();
    private final AfterFrame settled;
    private @Nullable ItemId shown;

    TextPane(TextDesk desk, TextSurface surface, TextOptions options, ProjectContext context) {
        this.desk = desk;
        this.surface = surface;
        this.context = context;
        settled = new AfterFrame(desk::readAhead);
        surface.setId("text-surface");
        setMinSize(0, 0);
        over.setPickOnBounds(false);
        setCenter(new StackPane(surface, over));
        surface.letterSizeProperty().bindBidirectional(options.letterSize());
        surface.viewProperty().bindBidirectional(options.view());
        surface.granularityProperty().bindBidirectional(options.granularity());
        surface.activeLabelProperty().bind(Bindings.createObjectBinding(
                () -> options.labelAtOnce().get() ? desk.labels().active().get() : null, options.labelAtOnce(), desk.labels().active()));
        surface.relationTypeProperty().bind(desk.relationType());
        surface.onEdit(this::perform);
        surface.onRefusal(why -> context.app().notices().say(TEXTS.name(why)));
        surface.onSuggestion(suggestion -> desk.suggestions().pointed().set(Selection.of(suggestion)));
        desk.text().subscribe(this::show);
        desk.answer().subscribe(this::show);
        context.project().subscribe(_ -> show(desk.answer().get()));
        desk.suggestions().shown().subscribe(this::suggest);
        desk.suggestions().pointed().subscribe(surface::point);
        desk.regions().hidden().subscribe(surface::hide);
        desk.selection().subscribe(this::select);
        surface.selectionProperty().subscribe(chosen -> desk.selection().set(chosen));
        desk.relation().subscribe(chosen -> {
            if (!chosen.equals(surface.relationProperty().get())) {
                surface.select(chosen);
            }
        });
        surface.relationProperty().subscribe(chosen -> desk.relation().set(chosen));
        desk.queue().total().subscribe(_ -> showOver());
    }

    /// A bar above the text and one below it. They take room from the text, so that they hide nothing of what they talk about.
    void put(Node above, Node below) {
        above.managedProperty().bind(above.visibleProperty());
        below.managedProperty().bind(below.visibleProperty());
        setTop(above);
        setBottom(below);
    }

    /// Locked spans stay as they are.
    private void perform(EditRequest request) {
        if (touched(request.edit()).stream().anyMatch(desk.regions().locked().get()::contains)) {
            context.app().notices().say(TEXTS.get("notice.locked"));
            return;
        }
        desk.perform(request);
    }

    private static Set<AnnotationId> touched(Edit edit) {
        Set<AnnotationId> touched = new HashSet<>();
        switch (edit) {
            case Edit.Remove(List<AnnotationId> ids) -> touched.addAll(ids);
            case Edit.Replace(List<Annotation> spans) -> spans.forEach(span -> touched.add(span.id()));
            case Edit.Several(List<Edit> edits) -> edits.forEach(each -> touched.addAll(touched(each)));
            default -> {
                // adds something, or is about something else
            }
        }
        return touched;
    }

    private void show(TextState state) {
        if (state instanceof TextState.Ready ready) {
            boolean other = !ready.item().id().equals(shown);
            if (other) {
                shown = ready.item().id();
                surface.showText(ready.text());
                show(desk.answer().get());
                suggest(desk.suggestions().shown().get());
                surface.point(desk.suggestions().pointed().get());
                surface.hide(desk.regions().hidden().get());
            }
            settled.request();
        }
        showOver();
    }

    private void show(@Nullable AnnotationSet answer) {
        if (answer != null && answer.item().equals(shown)) {
            surface.showAnnotations(answer, context.project().get().schema());
        }
    }

    /// The relations of the model are known before its spans are shown.
    private void suggest(List<Annotation> spans) {
        surface.showSuggestions(spans, desk.suggestions().relations().get());
    }

    private void select(Selection selection) {
        if (!selection.equals(surface.getSelection())) {
            surface.select(selection);
        }
    }

    private void showOver() {
        over.getChildren().clear();
        over.getStyleClass().remove("text-nothing");
        TextState state = desk.text().get();
        if (state instanceof TextState.Ready ready && ready.text().text().length() == 0) {
            Label empty = new Label(TEXTS.get("empty.noWords"));
            empty.setId("text-no-words");
            empty.getStyleClass().add(Styles.MUTED);
            over.getChildren().add(empty);
        } else if (state instanceof TextState.None && desk.queue().total().get() == 0) {
            Action toData = Action.of(TEXTS, "text.toData").icon("mdi2i-import")
                    .does(() -> context.app().navigator().go(new Place.Home(Place.DATA)));
            over.getStyleClass().add("text-nothing");
            over.getChildren().add(new EmptyState("text-empty", "mdi2t-text-box-multiple-outline", TEXTS.get("empty.title"),
                    TEXTS.get("empty.text"), List.of(toData)));
        }
    }
}
