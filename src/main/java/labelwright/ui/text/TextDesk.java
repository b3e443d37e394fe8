package labelwright.ui.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.text.CodePoints;
import labelwright.text.Segmentation;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.LabellingDesk;
import labelwright.ui.label.Regions;
import labelwright.workbench.LabellingSession;

/// The open text with its words and what is chosen about relations. FX thread only.
final class TextDesk extends LabellingDesk {
    private static final Texts TEXTS = Texts.of(TextDesk.class);
    private static final List<Integer> AHEAD = List.of(1, -1, 2);
    /// Texts that are kept cut into words and sentences.
    private static final int KEPT = 6;

    private final ProjectContext context;
    private final LatestRead reading;
    private final ReadOnlyObjectWrapper<TextState> text = new ReadOnlyObjectWrapper<>(new TextState.None());
    private final ObjectProperty<Optional<RelationId>> relation = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<@Nullable RelationTypeId> relationType = new SimpleObjectProperty<>();
    private final Map<ItemId, Segmentation> known = new LinkedHashMap<>(KEPT, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ItemId, Segmentation> eldest) {
            return size() > KEPT;
        }
    };

    TextDesk(ProjectContext context) {
        super(context, Regions.asRead());
        this.context = context;
        reading = context.app().jobs().latest();
        chooseRelationType();
    }

    ReadOnlyObjectProperty<TextState> text() {
        return text.getReadOnlyProperty();
    }

    /// The words of the open text, once they are there.
    Optional<Segmentation> findText() {
        return text.get() instanceof TextState.Ready ready ? Optional.of(ready.text()) : Optional.empty();
    }

    /// Where the file is, or should be, whose page a text was taken from.
    Path pageFile(Item item) {
        return context.workbench().pages().file(item);
    }

    /// The selected relation.
    ObjectProperty<Optional<RelationId>> relation() {
        return relation;
    }

    Optional<Relation> findRelation() {
        return findSession().flatMap(session -> relation.get().flatMap(session.set()::findRelation));
    }

    /// What new relations are; null while the project has no type of relation.
    ObjectProperty<@Nullable RelationTypeId> relationType() {
        return relationType;
    }

    List<RelationType> relationTypes() {
        return labels().schema().relations();
    }

    @Override
    protected void shown(LabellingSession opened) {
        Item item = opened.item();
        Segmentation ready = known.get(item.id());
        if (ready != null) {
            reading.forget();
            text.set(new TextState.Ready(item, ready));
            return;
        }
        text.set(new TextState.Loading(item));
        reading.read(TEXTS.get("doing.text"), () -> cut(item.id()), found -> {
            known.put(item.id(), found);
            if (isOpen(item)) {
                text.set(new TextState.Ready(item, found));
            }
        });
    }

    private Segmentation cut(ItemId item) {
        return Segmentation.of(CodePoints.of(context.workbench().texts().text(item).text()));
    }

    /// Gets the neighbours of the open text, once that is on the screen.
    void readAhead() {
        List<ItemId> near = near(AHEAD);
        List<ItemId> unknown = near.stream().filter(item -> !known.containsKey(item)).toList();
        Author.Annotator annotator = context.annotator().get();
        context.app().jobs().read(TEXTS.get("doing.text"), () -> {
            context.workbench().labelling().openAhead(near, annotator);
            Map<ItemId, Segmentation> read = new LinkedHashMap<>();
            unknown.forEach(item -> read.put(item, cut(item)));
            return read;
        }, known::putAll);
    }

    @Override
    public void labelsChanged() {
        super.labelsChanged();
        chooseRelationType();
    }

    private void chooseRelationType() {
        RelationTypeId chosen = relationType.get();
        if (chosen == null || labels().schema().findRelation(chosen).isEmpty()) {
            relationType.set(relationTypes().stream().findFirst().map(RelationType::id).orElse(null));
        }
    }
}
