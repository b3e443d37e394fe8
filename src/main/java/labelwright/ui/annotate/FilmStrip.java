package labelwright.ui.annotate;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.media.PixelImage;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.WorkState;
import labelwright.model.query.ItemRow;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AfterFrame;
import labelwright.ui.control.FxPictures;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.label.ProgressLine;
import labelwright.workbench.Pictures;

/// The pictures of the queue as small ones in a row, each with its state; and how far the project is.
final class FilmStrip extends VBox {
    private static final Texts TEXTS = Texts.of(FilmStrip.class);
    private static final double CELL = 92;
    private static final int THUMBNAIL = 160;
    private static final double PICTURE_WIDTH = 80;
    private static final double PICTURE_HEIGHT = 58;

    private final Workplace workplace;
    private final ProjectContext context;
    private final ListView<ItemId> list;
    private final AfterFrame following = new AfterFrame(this::follow);
    /// The frames that the list still holds: it makes new ones and forgets others at will.
    private final Set<Frame> frames = Collections.newSetFromMap(new WeakHashMap<>());

    FilmStrip(Workplace workplace, ProjectContext context) {
        this.workplace = workplace;
        this.context = context;
        getStyleClass().add("film-strip");
        list = new ListView<>(workplace.queue().items());
        list.setId("annotate-film");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setFixedCellSize(CELL);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Frame());
        getChildren().addAll(list, new ProgressLine(workplace.queue()));
        visibleProperty().bind(workplace.queue().total().greaterThan(0));
        managedProperty().bind(visibleProperty());
        workplace.queue().position().subscribe(_ -> following.request());
        list.widthProperty().subscribe(_ -> following.request());
        // What is shown comes in behind; a frame that waits for it fills itself when it is there.
        workplace.queue().rowsRead().addListener((_, _, _) -> List.copyOf(frames).forEach(Frame::refresh));
    }

    /// A list that has no width yet is followed once it has one; one with room for all frames is not scrolled.
    private void follow() {
        int position = workplace.queue().position().get();
        if (position < 0 || list.getWidth() <= 0) {
            return;
        }
        list.getSelectionModel().clearAndSelect(position);
        int room = (int) (list.getWidth() / CELL);
        if (workplace.queue().items().size() > room) {
            list.scrollTo(Math.max(0, position - room / 2));
        }
    }

    /// One picture of the strip.
    private final class Frame extends ListCell<ItemId> {
        private final ImageView picture = new ImageView();
        private final Label number = new Label();
        private final Region state = new Region();
        private final FontIcon broken = new FontIcon("mdi2i-image-off-outline");
        private final StackPane sheet = new StackPane(broken, picture);
        private final VBox content = new VBox(sheet, new HBox(state, number));
        private @Nullable CompletableFuture<PixelImage> wanted;
        private @Nullable ItemId pictured;

        Frame() {
            broken.setVisible(false);
            picture.setPreserveRatio(true);
            picture.setFitWidth(PICTURE_WIDTH);
            picture.setFitHeight(PICTURE_HEIGHT);
            sheet.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
            sheet.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
            state.getStyleClass().add("film-state");
            number.getStyleClass().add(Styles.SMALL);
            content.getStyleClass().add("film-frame");
            content.getChildren().get(1).getStyleClass().add("film-caption");
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    workplace.open(getItem());
                }
            });
            frames.add(this);
        }

        @Override
        protected void updateItem(@Nullable ItemId item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                forget();
                setGraphic(null);
                return;
            }
            setGraphic(content);
            number.setText(Words.number(getIndex() + 1L));
            refresh();
        }

        private void refresh() {
            if (isEmpty() || getItem() == null) {
                return;
            }
            workplace.queue().row(getIndex()).filter(row -> row.item().id().equals(getItem())).ifPresentOrElse(this::show, this::forget);
        }

        private void show(ItemRow row) {
            for (WorkState each : WorkState.values()) {
                state.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == row.state());
            }
            if (!row.item().id().equals(pictured)) {
                forget();
                pictured = row.item().id();
                load(row.item());
            }
        }

        private void load(Item item) {
            Pictures pictures = context.workbench().pictures();
            pictures.findThumbnail(item, THUMBNAIL).ifPresentOrElse(this::show, () -> {
                CompletableFuture<PixelImage> future = pictures.thumbnail(item, THUMBNAIL);
                wanted = future;
                context.app().jobs().deliver(TEXTS.get("doing.rows"), future, pixels -> {
                    if (item.id().equals(pictured)) {
                        show(pixels);
                    }
                }, _ -> broken.setVisible(item.id().equals(pictured)));
            });
        }

        private void show(PixelImage pixels) {
            picture.setImage(FxPictures.of(pixels));
        }

        private void forget() {
            CompletableFuture<PixelImage> waiting = wanted;
            if (waiting != null) {
                waiting.cancel(false);
            }
            wanted = null;
            pictured = null;
            broken.setVisible(false);
            picture.setImage(null);
        }
    }
}
