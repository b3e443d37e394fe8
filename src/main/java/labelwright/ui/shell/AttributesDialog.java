package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.AttributeDefinition.Need;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.LabelId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Styles;
import labelwright.ui.shell.AttributeLines.Line;
import labelwright.ui.shell.AttributeLines.Subject;

/// What is asked about the regions with a label, or about whole pictures.
final class AttributesDialog {
    private static final Texts TEXTS = Texts.of(AttributesDialog.class);
    private static final double WIDTH = 620;
    /// Room for the words before a field.
    private static final double WORDS = 72;
    private static final double HEIGHT = 380;
    private static final int TREE_ROWS = 6;

    private final AttributeLines lines;
    private final Map<LabelId, String> labels;
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok;
    private final Button okButton;
    private final VBox cards = new VBox();
    private final Label fault = new Label();

    /// @param labels names of the labels that a condition of a picture may speak of, in order
    AttributesDialog(AttributeLines lines, Map<LabelId, String> labels, String title, @Nullable Window owner) {
        this.lines = lines;
        this.labels = new LinkedHashMap<>(labels);
        dialog = Dialogs.plain("attributes", title, owner);
        dialog.getDialogPane().getStyleClass().add("lw-wide");
        dialog.getDialogPane().getStylesheets().add(Styles.sheet(AttributesDialog.class, "shell.css"));
        ok = new ButtonType(TEXTS.get("attributes.yes"), ButtonBar.ButtonData.OK_DONE);
        okButton = Dialogs.buttons(dialog, TEXTS.get("attributes.yes"), ok);
        okButton.getStyleClass().add(Styles.ACCENT);
        dialog.getDialogPane().setContent(content());
        fill();
    }

    /// What was entered; empty when it was cancelled.
    Optional<AttributeForm> ask() {
        return dialog.showAndWait().filter(ok::equals).map(_ -> lines.form());
    }

    private Node content() {
        cards.getStyleClass().add("lw-attribute-cards");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.getStyleClass().add("lw-bordered");
        Button add = new Button(TEXTS.get("attributes.add"), new FontIcon("mdi2p-plus"));
        add.setId("attributes-add");
        add.setOnAction(_ -> {
            lines.add();
            fill();
        });
        fault.setId("attributes-fault");
        fault.getStyleClass().addAll(Styles.FAULT, Styles.SMALL);
        VBox content = new VBox(8, scroll, add, fault);
        content.setPrefWidth(WIDTH);
        return content;
    }

    private void fill() {
        cards.getChildren().clear();
        for (int i = 0; i < lines.lines().size(); i++) {
            cards.getChildren().add(card(i));
        }
        if (lines.lines().isEmpty()) {
            Label none = Dialogs.words(TEXTS.get(lines.subject() == Subject.PICTURE ? "attributes.none.item" : "attributes.none"));
            none.getStyleClass().add(Styles.MUTED);
            cards.getChildren().add(none);
        }
        check();
    }

    private Node card(int index) {
        Line line = lines.lines().get(index);
        TextField name = field(index, "name", line.name(), Line::withName);
        name.setPromptText(TEXTS.get("attributes.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        ComboBox<AttributeKind> kind = new ComboBox<>();
        kind.setId("attributes-kind-" + index);
        kind.getItems().addAll(AttributeKind.values());
        kind.setConverter(words(TEXTS::name));
        kind.setValue(line.kind());
        kind.setOnAction(_ -> {
            lines.set(index, lines.lines().get(index).withKind(kind.getValue()));
            fill();
        });
        CheckBox required = new CheckBox(TEXTS.get("attributes.required"));
        required.setId("attributes-required-" + index);
        required.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        required.setSelected(line.need() == Need.REQUIRED);
        required.setOnAction(_ -> change(index, now -> now.with(required.isSelected() ? Need.REQUIRED : Need.OPTIONAL)));
        HBox head = new HBox(6, name, kind, required, small("mdi2a-arrow-up", "project.label.up", () -> lines.move(index, -1)),
                small("mdi2a-arrow-down", "project.label.down", () -> lines.move(index, 1)),
                small("mdi2c-close", "attributes.remove", () -> lines.remove(index)));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(6, head);
        card.getStyleClass().add("lw-attribute-card");
        if (AttributeLines.takesOptions(line.kind())) {
            TextInputControl options = AttributeLines.isTree(line.kind())
                    ? tree(index, line)
                    : field(index, "options", line.options(), Line::withOptions);
            HBox.setHgrow(options, Priority.ALWAYS);
            options.setPromptText(TEXTS.get(AttributeLines.isTree(line.kind()) ? "attributes.tree.prompt" : "attributes.options.prompt"));
            card.getChildren().add(line("attributes.options", options));
        }
        card.getChildren().add(start(index, line));
        card.getChildren().add(condition(index, line));
        return card;
    }

    private Node start(int index, Line line) {
        if (line.kind() == AttributeKind.CHECK) {
            CheckBox ticked = new CheckBox(TEXTS.get("attributes.ticked"));
            ticked.setSelected(line.initial().equals(AttributeType.YES));
            ticked.setOnAction(_ -> change(index, now -> now.withInitial(ticked.isSelected() ? AttributeType.YES : "")));
            HBox row = row(ticked);
            row.setPadding(new Insets(0, 0, 0, WORDS + row.getSpacing()));
            return row;
        }
        TextField initial = field(index, "initial", line.initial(), Line::withInitial);
        initial.setPromptText(TEXTS.get("attributes.initial.none"));
        HBox.setHgrow(initial, Priority.ALWAYS);
        HBox row = line("attributes.initial", initial);
        if (line.kind() == AttributeKind.NUMBER) {
            TextField lowest = field(index, "lowest", line.lowest(), Line::withLowest);
            TextField highest = field(index, "highest", line.highest(), Line::withHighest);
            List.of(initial, lowest, highest).forEach(field -> field.setPrefColumnCount(6));
            row.getChildren().addAll(muted("attributes.lowest"), lowest, muted("attributes.highest"), highest);
        }
        return row;
    }

    private Node condition(int index, Line line) {
        ComboBox<String> other = new ComboBox<>();
        other.setId("attributes-other-" + index);
        other.getItems().add("");
        lines.lines().stream().map(each -> each.name().strip()).filter(each -> !each.isEmpty() && !each.equals(line.name().strip()))
                .forEach(other.getItems()::add);
        other.setConverter(words(text -> text.isEmpty() ? TEXTS.get("attributes.always") : text));
        other.setValue(line.other());
        other.setOnAction(_ -> {
            lines.set(index, lines.lines().get(index).withOther(other.getValue()));
            fill();
        });
        HBox row = line("attributes.when", other);
        if (!line.other().isEmpty()) {
            TextField values = field(index, "values", line.values(), Line::withValues);
            values.setPromptText(TEXTS.get("attributes.values.prompt"));
            HBox.setHgrow(values, Priority.ALWAYS);
            row.getChildren().addAll(muted("attributes.is"), values);
        }
        if (lines.subject() == Subject.PICTURE && !labels.isEmpty()) {
            row.getChildren().add(labelMenu(index, line));
        }
        return row;
    }

    private MenuButton labelMenu(int index, Line line) {
        MenuButton menu = new MenuButton();
        List<String> chosen = new ArrayList<>();
        labels.forEach((id, name) -> {
            CheckMenuItem item = new CheckMenuItem(name);
            item.setSelected(line.labels().contains(id));
            if (item.isSelected()) {
                chosen.add(name);
            }
            item.setOnAction(_ -> {
                Set<LabelId> changed = new HashSet<>(lines.lines().get(index).labels());
                if (!changed.remove(id)) {
                    changed.add(id);
                }
                lines.set(index, lines.lines().get(index).withLabels(changed));
                fill();
            });
            menu.getItems().add(item);
        });
        menu.setText(
                chosen.isEmpty() ? TEXTS.get("attributes.anyItem") : TEXTS.format("attributes.withLabels", String.join(", ", chosen)));
        return menu;
    }

    private void change(int index, Function<Line, Line> change) {
        lines.set(index, change.apply(lines.lines().get(index)));
        check();
    }

    private TextField field(int index, String what, String text, java.util.function.BiFunction<Line, String, Line> change) {
        TextField field = new TextField(text);
        field.setId("attributes-" + what + "-" + index);
        field.textProperty().addListener((_, _, now) -> change(index, line -> change.apply(line, now)));
        return field;
    }

    /// The places of a tree, one a line.
    private TextArea tree(int index, Line line) {
        TextArea area = new TextArea(line.options());
        area.setId("attributes-options-" + index);
        area.setPrefRowCount(TREE_ROWS);
        area.textProperty().addListener((_, _, now) -> change(index, each -> each.withOptions(now)));
        return area;
    }

    private Button small(String icon, String key, Runnable change) {
        Button button = new Button(TEXTS.get(key), new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setOnAction(_ -> {
            change.run();
            fill();
        });
        return button;
    }

    /// A line of a card; the words before the first field of each stand in one column.
    private static HBox line(String key, Node... content) {
        Label words = muted(key);
        words.setPrefWidth(WORDS);
        HBox row = row(words);
        row.getChildren().addAll(content);
        return row;
    }

    private static HBox row(Node... content) {
        HBox row = new HBox(6, content);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label muted(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Chosen, not typed");
            }
        };
    }

    private void check() {
        Optional<AttributeLines.Wrong> wrong = lines.fault();
        fault.setText(wrong.map(one -> TEXTS.format("attributes.wrong", one.line() + 1, TEXTS.name(one.fault()))).orElse(""));
        okButton.setDisable(wrong.isPresent());
    }
}
