package labelwright.ui.shell;

import java.util.Locale;
import java.util.Optional;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.SkeletonPresets;
import labelwright.model.SkeletonTemplate;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// The points of a label's skeletons: where they stand, what they are called, how they are joined and which change places in a mirror.
final class SkeletonDialog {
    private static final Texts TEXTS = Texts.of(SkeletonDialog.class);
    private static final double LIST_WIDTH = 380;
    private static final double NAME_WIDTH = 120;

    private final SkeletonDraft draft;
    private final SkeletonBoard board;
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok;
    private final Button okButton;
    private final VBox rows = new VBox();
    private final Label fault = new Label();
    private final Label hint = new Label();

    SkeletonDialog(SkeletonDraft draft, String title, @Nullable Window owner) {
        this.draft = draft;
        board = new SkeletonBoard(draft, this::fill, _ -> {});
        dialog = Dialogs.plain("skeleton", title, owner);
        dialog.getDialogPane().getStyleClass().add("lw-wide");
        dialog.getDialogPane().getStylesheets().add(Styles.sheet(SkeletonDialog.class, "shell.css"));
        ok = new ButtonType(TEXTS.get("skeleton.yes"), ButtonBar.ButtonData.OK_DONE);
        okButton = Dialogs.buttons(dialog, TEXTS.get("skeleton.yes"), ok);
        okButton.getStyleClass().add(Styles.ACCENT);
        dialog.getDialogPane().setContent(content());
        fill();
    }

    /// Whether the draft is to be taken over.
    boolean ask() {
        return dialog.showAndWait().filter(ok::equals).isPresent();
    }

    private Node content() {
        rows.getStyleClass().add("lw-label-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(LIST_WIDTH);
        scroll.getStyleClass().add("lw-bordered");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setPrefHeight(0);
        hint.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Wrapping.of(hint);
        fault.setId("skeleton-fault");
        fault.getStyleClass().addAll(Styles.FAULT, Styles.SMALL);
        VBox left = new VBox(8, modes(), board, hint);
        VBox right = new VBox(8, presets(), scroll, fault);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(14, left, right);
    }

    private Node modes() {
        ToggleGroup group = new ToggleGroup();
        HBox modes = new HBox();
        for (SkeletonBoard.Mode mode : SkeletonBoard.Mode.values()) {
            ToggleButton button = new ToggleButton(TEXTS.name(mode));
            button.setId("skeleton-mode-" + mode.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                choose(mode);
            });
            button.setSelected(mode == SkeletonBoard.Mode.PLACE);
            modes.getChildren().add(button);
        }
        choose(SkeletonBoard.Mode.PLACE);
        return modes;
    }

    private void choose(SkeletonBoard.Mode mode) {
        board.setMode(mode);
        hint.setText(switch (mode) {
            case PLACE -> TEXTS.get("skeleton.hint.place");
            case JOIN -> TEXTS.get("skeleton.hint.join");
            case PAIR -> TEXTS.get("skeleton.hint.pair");
        });
    }

    private Node presets() {
        MenuButton menu = new MenuButton(TEXTS.get("skeleton.presets"));
        menu.setId("skeleton-presets");
        menu.getItems().addAll(preset("skeleton.person", SkeletonPresets.person()), preset("skeleton.hand", SkeletonPresets.hand()),
                preset("skeleton.face", SkeletonPresets.face()));
        return menu;
    }

    private MenuItem preset(String key, SkeletonTemplate template) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setOnAction(_ -> {
            draft.take(template);
            board.choose(-1);
            fill();
        });
        return item;
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < draft.spots().size(); i++) {
            rows.getChildren().add(row(i));
        }
        if (draft.spots().isEmpty()) {
            Label none = new Label(TEXTS.get("skeleton.none"));
            Wrapping.of(none);
            none.getStyleClass().add(Styles.MUTED);
            rows.getChildren().add(none);
        }
        check();
    }

    private Node row(int index) {
        SkeletonDraft.Spot spot = draft.spots().get(index);
        Label number = new Label(Integer.toString(index + 1));
        number.setMinWidth(22);
        number.setAlignment(Pos.CENTER_RIGHT);
        number.getStyleClass().add(Styles.MUTED);
        ColorPicker colour = new ColorPicker(LabelSwatch.toPaint(spot.colour()));
        colour.getStyleClass().addAll("button", "lw-colour");
        colour.setOnAction(_ -> {
            draft.recolour(index, ProjectDialog.toColour(colour.getValue()));
            board.draw();
        });
        TextField name = new TextField(spot.name());
        name.setId("skeleton-name-" + index);
        name.setMinWidth(NAME_WIDTH);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.textProperty().addListener((_, _, text) -> {
            draft.rename(index, text);
            check();
        });
        name.focusedProperty().subscribe(focused -> {
            if (focused) {
                board.choose(index);
            }
        });
        HBox row = new HBox(4, number, colour, name, small("mdi2a-arrow-up", "project.label.up", () -> draft.reorder(index, -1)),
                small("mdi2a-arrow-down", "project.label.down", () -> draft.reorder(index, 1)),
                small("mdi2c-close", "skeleton.remove", () -> draft.remove(index)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button small(String icon, String key, Runnable change) {
        Button button = new Button(TEXTS.get(key), new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setOnAction(_ -> {
            change.run();
            board.choose(-1);
            fill();
        });
        return button;
    }

    private void check() {
        Optional<SkeletonDraft.SkeletonFault> wrong = draft.fault();
        fault.setText(wrong.map(TEXTS::name).orElse(""));
        okButton.setDisable(wrong.isPresent());
    }
}
