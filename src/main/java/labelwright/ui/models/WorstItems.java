package labelwright.ui.models;

import java.util.List;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import labelwright.model.ItemId;
import labelwright.model.ProjectKind;
import labelwright.ui.action.Texts;
import labelwright.ui.control.FxPictures;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;
import labelwright.workbench.EvaluationReport.WorstItem;

/// The pictures or texts where a model is most wrong, worst first; texts are shown by their first words. Enter or a double click opens one to label; next and previous follow this list.
final class WorstItems extends ListView<WorstItem> {
    private static final Texts TEXTS = Texts.of(WorstItems.class);
    private static final int PICTURE = 132;
    private static final double HEIGHT = 190;
    /// Characters of a text, at most; more would not be seen.
    private static final int WORDS = 300;

    private final ProjectContext context;

    WorstItems(ProjectContext context) {
        this.context = context;
        setId("models-worst");
        getStyleClass().add("lw-worst");
        setOrientation(Orientation.HORIZONTAL);
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setPlaceholder(new Label(TEXTS.get("worst.none")));
        setCellFactory(_ -> new Cell());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected();
            }
        });
    }

    void show(List<WorstItem> items) {
        if (!getItems().equals(items)) {
            getItems().setAll(items);
        }
    }

    private void openSelected() {
        WorstItem selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            List<ItemId> order = getItems().stream().map(WorstItem::item).toList();
            context.app().navigator().go(new Place.Picture(selected.item(), order));
        }
    }

    private final class Cell extends ListCell<WorstItem> {
        private final ImageView picture = new ImageView();
        private final Label words = new Label();
        private final Label name = new Label();
        private final Label wrong = new Label();
        private final VBox box = new VBox();
        private @Nullable ItemId shown;

        Cell() {
            picture.setFitWidth(PICTURE);
            picture.setFitHeight(PICTURE);
            picture.setPreserveRatio(true);
            Wrapping.of(words);
            words.setId("models-worst-words");
            words.setAlignment(Pos.TOP_LEFT);
            words.setMinSize(PICTURE, PICTURE);
            words.setMaxSize(PICTURE, PICTURE);
            name.setMaxWidth(PICTURE);
            wrong.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
            box.getStyleClass().add("worst");
        }

        @Override
        protected void updateItem(WorstItem item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : box);
            if (empty || item == null) {
                shown = null;
                return;
            }
            name.setText(item.name());
            wrong.setText(TEXTS.format("worst.wrong", item.missed(), item.extra()));
            if (!item.item().equals(shown)) {
                shown = item.item();
                boolean isText = context.project().get().kind() == ProjectKind.TEXT;
                box.getChildren().setAll(isText ? words : picture, name, wrong);
                if (isText) {
                    words.setText("");
                    read(item.item());
                } else {
                    picture.setImage(null);
                    load(item.item());
                }
            }
        }

        private void read(ItemId id) {
            context.app().jobs().read(TEXTS.get("worst.reading"), () -> beginning(context.workbench().texts().text(id).text()),
                    beginning -> {
                        if (id.equals(shown)) {
                            words.setText(beginning);
                        }
                    });
        }

        private static String beginning(String text) {
            String line = text.strip();
            return line.codePointCount(0, line.length()) <= WORDS ? line : line.substring(0, line.offsetByCodePoints(0, WORDS)) + "…";
        }

        private void load(ItemId id) {
            context.app().jobs().read(TEXTS.get("worst.reading"), () -> context.workbench().catalogue().item(id),
                    item -> context.app().jobs().deliver(TEXTS.get("worst.reading"),
                            context.workbench().pictures().thumbnail(item, PICTURE), image -> {
                                if (id.equals(shown)) {
                                    picture.setImage(FxPictures.of(image));
                                }
                            }, fault -> wrong.setText(fault.getMessage())));
        }
    }
}
