package labelwright.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.ImportRecord;
import labelwright.model.ProjectKind;
import labelwright.model.query.ItemSort;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.EmptyState;
import labelwright.ui.control.KindTexts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;

/// What the project holds, and everything that is done with many items at once.
public final class DataScreen implements Screen {
    private static final Texts TEXTS = Texts.of(DataScreen.class);
    private static final double SMALLEST = 96;
    private static final double LARGEST = 288;
    private static final double MIDDLE = 148;
    private static final double SORT_WIDTH = 156;

    private final ProjectContext context;
    private final KindTexts words;
    private final DataModel model;
    private final ThumbnailGrid grid;
    private final FacetPanel facets;
    private final QueryBar query;
    private final DataActions actions;
    private final BorderPane view = new BorderPane();
    private final StackPane body = new StackPane();
    private final Node noPictures;
    private final Node nothingFound;
    private Subscription subscriptions = Subscription.EMPTY;

    public DataScreen(ProjectContext context) {
        this.context = context;
        words = new KindTexts(TEXTS, context.project().get().kind());
        model = new DataModel(context);
        grid = new ThumbnailGrid(context);
        facets = new FacetPanel(context, model);
        query = new QueryBar(model);
        actions = new DataActions(context, model, grid, query, this::window);
        noPictures = new EmptyState("data-empty", context.project().get().kind() == ProjectKind.TEXT
                ? "mdi2t-text-box-multiple-outline"
                : "mdi2i-image-multiple-outline", words.get("empty.title."), words.get("empty.text."),
                List.of(actions.importFolder, actions.importFile));
        nothingFound = new EmptyState("data-nothing", "mdi2m-magnify", TEXTS.get("nothing.title"), words.get("nothing.text."),
                List.of(actions.showAll));
        grid.setOnOpen(actions::openAt);
        grid.setMenu(new ContextMenu(ActionControls.menuItems(actions.ofSelection()).toArray(MenuItem[]::new)));
        body.getChildren().add(grid);
        BorderPane middle = new BorderPane(body, null, null, selectionBar(), null);
        if (actions.comparesTexts()) {
            middle.setTop(actions.similar().bar());
        }
        view.setId("data");
        Node toolbar = toolbar();
        // What is wrong with the query hangs down over the grid.
        toolbar.setViewOrder(-1);
        view.setTop(toolbar);
        view.setLeft(facets);
        view.setCenter(middle);
        view.getStylesheets().add(Styles.sheet(DataScreen.class, "data.css"));
        view.addEventHandler(DragEvent.DRAG_OVER, DataScreen::acceptFiles);
        view.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        model.found().subscribe(this::show);
    }

    @Override
    public String id() {
        return Place.DATA;
    }

    @Override
    public String title() {
        return TEXTS.get("data.title");
    }

    @Override
    public String icon() {
        return "mdi2v-view-grid-outline";
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
        subscriptions = Subscription.combine(context.revision().subscribe(model::reload), context.project().subscribe(this::labelsChanged),
                context.annotator().subscribe(model::reload));
        model.reload();
        grid.requestFocus();
    }

    @Override
    public void onHide() {
        subscriptions.unsubscribe();
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Pictures(String text)) {
            model.showLikeness(null);
            model.query().set(text);
        }
    }

    private void labelsChanged() {
        facets.fill();
        grid.requestLayout();
    }

    private void show(DataModel.Found found) {
        if (!model.loaded().get() && found.ids().isEmpty()) {
            model.loaded().subscribe(loaded -> {
                if (loaded) {
                    choosePage(model.found().get());
                }
            });
        }
        grid.setIds(found.ids(), found.likeness());
        choosePage(found);
    }

    private void choosePage(DataModel.Found found) {
        boolean empty = model.loaded().get() && found.total() == 0;
        boolean nothing = model.loaded().get() && !empty && found.ids().isEmpty();
        Node page = empty ? noPictures : nothing ? nothingFound : grid;
        if (!body.getChildren().contains(page)) {
            body.getChildren().setAll(page);
        }
    }

    private Node toolbar() {
        HBox.setHgrow(query, Priority.ALWAYS);
        ChoiceBox<ItemSort> sort = new ChoiceBox<>();
        sort.setId("data-sort");
        sort.setPrefWidth(SORT_WIDTH);
        sort.setMinWidth(SORT_WIDTH);
        sort.getItems().setAll(ItemSort.values());
        sort.setConverter(new StringConverter<>() {
            @Override
            public String toString(ItemSort value) {
                return value == null ? "" : TEXTS.name(value);
            }

            @Override
            public ItemSort fromString(String text) {
                throw new UnsupportedOperationException("An order is not typed");
            }
        });
        sort.setTooltip(new Tooltip(TEXTS.get("sort.tip")));
        sort.valueProperty().bindBidirectional(model.sort());
        sort.disableProperty().bind(model.likeness().map(Optional::isPresent));
        Slider size = new Slider(SMALLEST, LARGEST, MIDDLE);
        size.setId("data-size");
        size.setPrefWidth(90);
        size.setTooltip(new Tooltip(words.get("size.tip.")));
        size.setFocusTraversable(false);
        size.valueProperty().subscribe(value -> grid.setPictureSize(value.doubleValue()));
        Button importing = ActionControls.button(actions.importFolder);
        importing.getStyleClass().add(Styles.ACCENT);
        HBox bar = new HBox(importing, query, sort, size, history(), ActionControls.iconButton(actions.split),
                ActionControls.iconButton(actions.export));
        if (actions.comparesTexts()) {
            bar.getChildren().add(2, ActionControls.iconButton(actions.similar().meaning));
        }
        bar.getStyleClass().add(Styles.TOOLBAR);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /// Past imports; their reports stay.
    private Node history() {
        MenuButton menu = new MenuButton();
        menu.setId("data-imports");
        menu.setGraphic(new FontIcon("mdi2c-clipboard-text-clock-outline"));
        menu.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "no-arrow");
        menu.setTooltip(new Tooltip(TEXTS.get("imports.tip")));
        menu.setAccessibleText(TEXTS.get("imports.tip"));
        menu.getItems().setAll(word("imports.reading"));
        menu.setOnShowing(_ -> context.app().jobs().read(TEXTS.get("doing.imports"),
                () -> context.workbench().imports().past(context.project().get()), past -> fill(menu, past)));
        return menu;
    }

    private void fill(MenuButton menu, List<ImportRecord> past) {
        List<MenuItem> items = new ArrayList<>();
        for (ImportRecord one : past) {
            MenuItem item = new MenuItem(words.format("imports.one.", java.util.Date.from(one.finished()), one.items(),
                    Words.path(Path.of(one.source()))));
            item.setId("import-" + one.id() + "-item");
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> actions.transfers().showReport(one));
            items.add(item);
        }
        menu.getItems().setAll(items.isEmpty() ? List.of(word("imports.none")) : items);
    }

    private static MenuItem word(String key) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setDisable(true);
        return item;
    }

    /// How many there are, and, while something is selected, what can be done with it.
    private Node selectionBar() {
        Label count = new Label();
        count.setId("data-count");
        count.textProperty().bind(Bindings.createStringBinding(this::countWords, model.found(), grid.selectedCount()));
        BooleanBinding some = grid.selectedCount().greaterThan(0);
        MenuButton split = new MenuButton(TEXTS.get("bulk.split"), new FontIcon("mdi2c-call-split"));
        split.setId("data-set-split");
        split.getItems().setAll(ActionControls.menuItems(actions.setSplit()));
        HBox doing = new HBox(6, ActionControls.button(actions.open), ActionControls.button(actions.suggest), split,
                ActionControls.button(actions.delete));
        if (actions.comparesTexts()) {
            doing.getChildren().add(2, ActionControls.button(actions.similar().similar));
        }
        doing.setAlignment(Pos.CENTER_LEFT);
        doing.visibleProperty().bind(some);
        doing.managedProperty().bind(some);
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(count, gap, doing);
        bar.getStyleClass().add("lw-selection-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private String countWords() {
        DataModel.Found found = model.found().get();
        int selected = grid.selectedCount().get();
        String shown = found.ids().size() == found.total()
                ? words.format("count.all.", found.total())
                : words.format("count.some.", found.ids().size(), found.total());
        return selected == 0 ? shown : TEXTS.format("count.selected", selected, shown);
    }

    private static void acceptFiles(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<java.io.File> files = event.getDragboard().getFiles();
        if (files.size() == 1) {
            actions.transfers().importFrom(files.getFirst().toPath());
        } else {
            context.app().notices().say(TEXTS.get("drop.one"));
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private @Nullable Window window() {
        Scene scene = view.getScene();
        return scene == null ? null : scene.getWindow();
    }
}
