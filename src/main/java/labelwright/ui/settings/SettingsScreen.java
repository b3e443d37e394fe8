package labelwright.ui.settings;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import labelwright.settings.Language;
import labelwright.settings.Settings;
import labelwright.settings.Theme;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.ActionRegistry;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Place;
import labelwright.ui.control.Screen;
import labelwright.ui.control.SettingsModel;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;
import labelwright.workbench.EngineState;
import labelwright.workbench.Workbench;

/// All settings on one page, the care of the open workspace, and a second page for the shortcuts.
public final class SettingsScreen implements Screen {
    private static final Texts TEXTS = Texts.of(SettingsScreen.class);
    private static final double WIDTH = 720;
    private static final double NAMES_WIDTH = 200;
    private static final int MOST_MEGABYTES = 65_536;
    private static final int MEGABYTES_STEP = 256;

    private final AppServices app;
    private final ObservableValue<@Nullable Workbench> workbench;
    private final WorkspaceCare care;
    private final ShortcutsPage shortcuts;
    private final Tab shortcutsTab = new Tab(TEXTS.get("settings.shortcuts"));
    private final TabPane view = new TabPane();
    private final Label device = new Label();
    private final ChoiceBox<Theme> theme = choice("settings-theme", Theme.values());
    private final ChoiceBox<Language> language = choice("settings-language", Language.values());
    private final TextField annotator = new TextField();
    private final Spinner<Integer> memory = new Spinner<>(0, MOST_MEGABYTES, 0, MEGABYTES_STEP);
    private Subscription subscriptions = Subscription.EMPTY;

    /// @param workbench the open workspace, null while there is none
    public SettingsScreen(AppServices app, ObservableValue<@Nullable Workbench> workbench, ActionRegistry registry) {
        this.app = app;
        this.workbench = workbench;
        care = new WorkspaceCare(app, workbench);
        shortcuts = new ShortcutsPage(app, new ShortcutsModel(registry, app.settings(), action -> place(registry, action)));
        annotator.setId("settings-annotator");
        memory.setId("settings-memory");
        memory.setEditable(true);
        device.setId("settings-device");
        Wrapping.of(device);
        VBox page = new VBox(heading(), group("appearance", row("theme", theme), row("language", language)),
                group("labelling", row("annotator", annotator)), group("machine", row("memory", memoryField()), row("device", device)),
                workspaceGroup(), aboutGroup());
        page.getStyleClass().add("lw-settings");
        page.setMaxWidth(WIDTH);
        VBox centred = new VBox(page);
        centred.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        shortcutsTab.setContent(shortcuts.view());
        Tab general = new Tab(TEXTS.get("settings.general"), scroll);
        view.setId("settings");
        view.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        view.getTabs().addAll(general, shortcutsTab);
        view.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (shortcutsTab.equals(tab)) {
                shortcuts.show();
            }
        });
        view.getStylesheets().add(Styles.sheet(SettingsScreen.class, "settings.css"));
        fill(app.settings().settings().get());
        wire(app.settings());
    }

    @Override
    public String id() {
        return Place.SETTINGS;
    }

    @Override
    public String title() {
        return TEXTS.get("settings.title");
    }

    @Override
    public String icon() {
        return "mdi2c-cog-outline";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(care.actions());
        all.addAll(shortcuts.actions());
        return all;
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Shortcuts) {
            view.getSelectionModel().select(shortcutsTab);
            shortcuts.show();
        }
    }

    /// The screen on which the action holds, by the name it has on the rail.
    private static String place(ActionRegistry registry, Action action) {
        if (action.scope().equals(Scope.EVERYWHERE)) {
            return TEXTS.get("keys.everywhere");
        }
        String screen = action.scope().screen().split("\\.", 2)[0];
        String name = registry.find("go." + screen).map(Action::text).orElse(screen);
        return action.group().map(group -> name + " \u00b7 " + group).orElse(name);
    }

    @Override
    public void onShow() {
        shortcuts.refresh();
        subscriptions = Subscription.combine(app.settings().settings().subscribe(this::fill), workbench.subscribe(this::askForDevice));
    }

    @Override
    public void onHide() {
        keepAnnotator();
        subscriptions.unsubscribe();
    }

    private void wire(SettingsModel settings) {
        String doing = TEXTS.get("doing.keep");
        theme.valueProperty().subscribe((_, chosen) -> settings.change(doing, before -> before.withTheme(chosen)));
        language.valueProperty().subscribe((_, chosen) -> settings.change(doing, before -> before.withLanguage(chosen)));
        memory.valueProperty().subscribe((_, chosen) -> settings.change(doing, before -> before.withPictureMemoryMegabytes(chosen)));
        annotator.setOnAction(_ -> keepAnnotator());
        annotator.focusedProperty().subscribe((before, _) -> {
            if (before) {
                keepAnnotator();
            }
        });
    }

    private void keepAnnotator() {
        if (!annotator.getText().isBlank()) {
            app.settings().change(TEXTS.get("doing.keep"), before -> before.withAnnotator(annotator.getText()));
        }
    }

    private void fill(Settings settings) {
        theme.setValue(settings.theme());
        language.setValue(settings.language());
        annotator.setText(settings.annotator());
        memory.getValueFactory().setValue(settings.pictureMemoryMegabytes());
    }

    private void askForDevice(@Nullable Workbench open) {
        if (open == null) {
            device.setText(TEXTS.get("device.later"));
            return;
        }
        device.setText(TEXTS.get("device.looking"));
        app.jobs().read(TEXTS.get("settings.device"), () -> open.training().engineState(), state -> device.setText(switch (state) {
            case EngineState.Ready(String name) -> Words.device(name);
            case EngineState.Unavailable(String why) -> why;
        }));
    }

    private static Node heading() {
        Label title = new Label(TEXTS.get("settings.title"));
        title.getStyleClass().add(Styles.TITLE);
        return title;
    }

    private Node memoryField() {
        Label hint = new Label(TEXTS.format("memory.hint", Words.bytes(Runtime.getRuntime().maxMemory())));
        hint.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Wrapping.of(hint);
        return new VBox(4, memory, hint);
    }

    private Node workspaceGroup() {
        HBox buttons = new HBox(8);
        care.actions().forEach(action -> buttons.getChildren().add(ActionControls.button(action)));
        Label text = Dialogs.words(TEXTS.get("workspace.text"));
        text.getStyleClass().add(Styles.MUTED);
        text.setMaxWidth(WIDTH);
        return group("workspace", new VBox(10, text, buttons));
    }

    private static Node aboutGroup() {
        String built = SettingsScreen.class.getPackage().getImplementationVersion();
        String version = built == null ? TEXTS.get("about.noVersion") : built;
        return group("about", row("version", new Label("Labelwright " + version)),
                row("java", new Label(System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"))),
                row("javafx", new Label(System.getProperty("javafx.runtime.version", ""))),
                row("system", new Label(
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch"))),
                row("logs", selectable(System.getProperty("labelwright.logs", TEXTS.get("about.noLogs")))));
    }

    private static Node selectable(String text) {
        TextField field = new TextField(text);
        field.setEditable(false);
        field.getStyleClass().add("lw-plain-field");
        return field;
    }

    private static Node group(String key, Node... rows) {
        Label heading = new Label(TEXTS.get("group." + key));
        heading.getStyleClass().add(Styles.SUBTITLE);
        VBox card = new VBox(12, rows);
        card.getStyleClass().add(Styles.CARD);
        return new VBox(8, heading, card);
    }

    private static Node row(String key, Node field) {
        Label label = new Label(TEXTS.get("settings." + key));
        label.setMinWidth(NAMES_WIDTH);
        label.setLabelFor(field);
        HBox row = new HBox(12, label, field);
        row.setAlignment(Pos.BASELINE_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        return row;
    }

    private static <E extends Enum<E>> ChoiceBox<E> choice(String id, E[] values) {
        ChoiceBox<E> box = new ChoiceBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(E value) {
                return value == null ? "" : TEXTS.name(value);
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("A choice is not typed");
            }
        });
        return box;
    }
}
