package labelwright.ui.label;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.workbench.LabellingSession;

/// The parts of a screen's top bar that say where one is.
public final class ItemBar {
    private static final Texts TEXTS = Texts.of(ItemBar.class);

    private final LabellingDesk desk;
    private final KindWords words;

    public ItemBar(LabellingDesk desk, ProjectContext context) {
        this.desk = desk;
        words = new KindWords(context);
    }

    /// Which of how many items is open.
    public Node place() {
        WorkQueue queue = desk.queue();
        Label place = new Label();
        place.setId("annotate-place");
        place.getStyleClass().add(Styles.MUTED);
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> queue.position().get() < 0 ? "" : words.format("place.", queue.position().get() + 1, queue.items().size()),
                        queue.position(), queue.items()));
        return place;
    }

    /// What the open item is called.
    public Node name() {
        Label name = new Label();
        name.setId("annotate-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(60);
        desk.session().subscribe(session -> {
            name.setText(session == null ? "" : session.item().name());
            name.setTooltip(session == null ? null : new Tooltip(session.item().name()));
        });
        return name;
    }

    /// How far the open answer is.
    public Node state() {
        Label state = new Label();
        state.setId("annotate-state");
        state.getStyleClass().add(Styles.CHIP);
        state.setMinWidth(Region.USE_PREF_SIZE);
        desk.answer().subscribe(_ -> {
            LabellingSession session = desk.session().get();
            state.setVisible(session != null);
            state.setText(session == null ? "" : Words.of(session.state()));
        });
        return state;
    }

    /// The order of work.
    public Node sequence() {
        ComboBox<Sequence> box = new ComboBox<>(FXCollections.observableArrayList(List.of(Sequence.values())));
        box.setId("annotate-sequence");
        box.setFocusTraversable(false);
        box.setTooltip(new Tooltip(TEXTS.get("sequence.tip")));
        box.setConverter(new NameOfSequence());
        desk.queue().sequence().subscribe(sequence -> {
            box.getItems().setAll(Sequence.values());
            if (sequence != Sequence.GIVEN) {
                box.getItems().remove(Sequence.GIVEN);
            }
            box.setValue(sequence);
        });
        box.setOnAction(_ -> {
            Sequence chosen = box.getValue();
            if (chosen != null && chosen != desk.queue().sequence().get()) {
                desk.queue().sequence().set(chosen);
                desk.start();
            }
        });
        return box;
    }

    private static final class NameOfSequence extends StringConverter<Sequence> {
        @Override
        public String toString(@Nullable Sequence sequence) {
            return sequence == null ? "" : TEXTS.name(sequence);
        }

        @Override
        public @Nullable Sequence fromString(String text) {
            return null;
        }
    }
}
