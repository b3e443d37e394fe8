package labelwright.ui.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.tool.PixelOptions;
import labelwright.canvas.tool.Tool;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;

/// How the pixel tool in use works: a bar over the canvas, there only while such a tool is chosen.
final class PixelBar extends HBox {
    private static final Texts TEXTS = Texts.of(PixelBar.class);
    private static final List<String> MASK = List.of("annotate.fillHoles", "annotate.fillSmallHoles", "annotate.removeSpecks",
            "annotate.growMask", "annotate.shrinkMask", "annotate.smoothMask");
    private static final double SLIDER = 130;
    /// Sliders of sizes are logarithmic.
    private static final double MOST_SIZE = Math.log(PixelOptions.LARGEST_TIP);

    private final Workplace workplace;
    private final PictureCanvas canvas;
    private final PixelActions actions;
    private boolean following;

    PixelBar(Workplace workplace, PictureCanvas canvas, PixelActions actions) {
        this.workplace = workplace;
        this.canvas = canvas;
        this.actions = actions;
        setId("annotate-pixel-bar");
        getStyleClass().addAll("annotate-card", "annotate-pixel-bar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(6);
        setPadding(new Insets(2, 8, 2, 10));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(size(), toggle("annotate.squareTip", Set.of(Tool.Kind.BRUSH, Tool.Kind.ERASER)), tolerance(),
                toggle("annotate.wandEverywhere", Set.of(Tool.Kind.WAND)), hint(),
                toggle("annotate.alwaysNewMask", Set.of(Tool.Kind.BRUSH, Tool.Kind.LASSO)),
                toggle("annotate.noOverlap", Set.of(Tool.Kind.BRUSH, Tool.Kind.LASSO, Tool.Kind.WAND, Tool.Kind.CUTOUT)),
                toggle("annotate.eraseAll", Set.of(Tool.Kind.ERASER)), new Separator(Orientation.VERTICAL), masks());
        workplace.tool().subscribe(kind -> {
            setVisible(kind.isPixelTool());
            setManaged(kind.isPixelTool());
        });
    }

    private Node size() {
        Slider slider = new Slider(0, MOST_SIZE, 0);
        Label value = value();
        slider.valueProperty().addListener((_, _, now) -> {
            if (!following) {
                set(options().withSize(Math.exp(now.doubleValue())));
            }
        });
        canvas.pixelOptionsProperty().subscribe(options -> {
            following = true;
            slider.setValue(Math.log(options.tip().size()));
            following = false;
            value.setText(String.format(Locale.ROOT, "%.0f px", options.tip().size()));
        });
        return row("brush.size", slider, value, Set.of(Tool.Kind.BRUSH, Tool.Kind.ERASER));
    }

    private Node tolerance() {
        Slider slider = new Slider(0, PixelOptions.MOST_TOLERANCE / 2.0, 0);
        Label value = value();
        slider.valueProperty().addListener((_, _, now) -> {
            if (!following) {
                set(options().withTolerance((int) Math.round(now.doubleValue())));
            }
        });
        canvas.pixelOptionsProperty().subscribe(options -> {
            following = true;
            slider.setValue(options.tolerance());
            following = false;
            value.setText("\u00b1 " + options.tolerance());
        });
        return row("wand.tolerance", slider, value, Set.of(Tool.Kind.WAND));
    }

    private Node row(String key, Slider slider, Label value, Set<Tool.Kind> tools) {
        slider.setId("annotate-" + key.replace('.', '-'));
        slider.setPrefWidth(SLIDER);
        slider.setFocusTraversable(false);
        slider.setTooltip(new Tooltip(TEXTS.get("pixel." + key)));
        slider.setAccessibleText(TEXTS.get("pixel." + key));
        HBox row = new HBox(6, slider, value);
        row.setAlignment(Pos.CENTER_LEFT);
        return only(row, tools);
    }

    private static Label value() {
        Label value = new Label();
        value.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        value.setMinWidth(48);
        return value;
    }

    /// What to do with the box.
    private Node hint() {
        Label hint = new Label(TEXTS.get("pixel.cutout"));
        hint.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        return only(hint, Set.of(Tool.Kind.CUTOUT));
    }

    private Node toggle(String id, Set<Tool.Kind> tools) {
        ToggleButton button = ActionControls.iconToggle(actions.get(id));
        button.setFocusTraversable(false);
        return only(button, tools);
    }

    private Node masks() {
        MenuButton menu = new MenuButton(TEXTS.get("pixel.masks"));
        menu.setId("annotate-mask-menu");
        menu.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        menu.setFocusTraversable(false);
        MASK.forEach(id -> menu.getItems().add(ActionControls.menuItem(actions.get(id))));
        return menu;
    }

    private Node only(Node node, Set<Tool.Kind> tools) {
        workplace.tool().subscribe(kind -> {
            node.setVisible(tools.contains(kind));
            node.setManaged(tools.contains(kind));
        });
        return node;
    }

    private PixelOptions options() {
        return canvas.pixelOptionsProperty().get();
    }

    private void set(PixelOptions options) {
        canvas.pixelOptionsProperty().set(options);
    }
}
