package labelwright.ui.label;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;

import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.SaveState;

/// The time that a labelling screen is in the window: what it hears of the rest of the app meanwhile, and where it goes when a person was taken
/// to an item. FX thread only.
public final class Visit {
    private static final Texts TEXTS = Texts.of(Visit.class);

    private final LabellingDesk desk;
    private final SuggestionPanel suggestions;
    private final Node surface;
    private final ProjectContext context;
    private final Consumer<SaveState> onSaveState;
    private final ChangeListener<Project> onLabels;
    private final ChangeListener<Number> onData = (_, _, _) -> reload();
    private final ChangeListener<Author.Annotator> onAnnotator;

    /// @param surface where a person draws or marks; it has the focus when the screen comes
    public Visit(LabellingDesk desk, SuggestionPanel suggestions, Node surface, ProjectContext context) {
        this.desk = desk;
        this.suggestions = suggestions;
        this.surface = surface;
        this.context = context;
        onSaveState = state -> context.app().jobs().onFx(() -> context.saveState().set(state));
        onLabels = (_, _, _) -> desk.labelsChanged();
        onAnnotator = (_, _, _) -> {
            reload();
            surface.requestFocus();
        };
    }

    /// The screen is in the window now.
    public void begin() {
        context.workbench().labelling().onSaveState(onSaveState);
        context.project().addListener(onLabels);
        context.revision().addListener(onData);
        context.annotator().addListener(onAnnotator);
        context.saveState().set(context.workbench().labelling().saveState());
        reload();
        surface.requestFocus();
    }

    /// The screen leaves the window.
    public void end() {
        context.workbench().labelling().removeListener(onSaveState);
        context.project().removeListener(onLabels);
        context.revision().removeListener(onData);
        context.annotator().removeListener(onAnnotator);
        desk.settle();
        if (desk.takeWorked()) {
            context.dataChanged();
        }
    }

    /// Opens the item to which a person was taken.
    public void arrive(Place place) {
        if (place instanceof Place.Picture(ItemId item, List<ItemId> order)) {
            desk.queue().give(order);
            desk.open(item);
        }
        surface.requestFocus();
    }

    /// Somebody else changed items, suggestions, labels or the annotator: the queue and the open item are read again.
    private void reload() {
        Project project = context.project().get();
        context.app().jobs().read(TEXTS.get("doing.rows"), () -> context.workbench().models().all(project), models -> suggestions
                .name(models.stream().collect(Collectors.toMap(ModelVersion::id, ModelVersion::name))));
        desk.reload();
    }
}
