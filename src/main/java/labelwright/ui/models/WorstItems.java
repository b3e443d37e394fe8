package labelwright.ui.models;

import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import labelwright.model.ItemId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.FxPictures;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.workbench.EvaluationReport.WorstItem;

/// The pictures where a model is most wrong, worst first. Enter or a double click opens one to label; next and previous follow this list.
final class WorstItems extends ListView<WorstItem> {
    private static final Texts TEXTS = Texts.of(WorstItems.class);
    private static final int PICTURE = 132;
    private static final double HEIGHT = 190;

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
        private final Label name = new Label();
        private final Label wrong = new Label();
        private final VBox box = new VBox(picture, name, wrong);
        private @Nullable ItemId shown;

        Cell() {
            picture.setFitWidth(PICTURE);
            picture.setFitHeight(PICTURE);
            picture.setPreserveRatio(true);
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
                picture.setImage(null);
                load(item.item());
            }
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
