package labelwright.ui.label;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.model.Choices;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.label.Questions.Asked;
import labelwright.ui.label.Questions.Subject;

/// Chooses places in a tree: what is chosen stands above it and goes with a click; a search shows the branches that have the words. Enter
/// in the search takes the first place it shows, Down goes into the tree, Enter or Space there chooses.
final class TaxonomyAnswer extends VBox {
    private static final Texts TEXTS = Texts.of(TaxonomyAnswer.class);
    private static final double ROW = 26;
    private static final int MOST_ROWS = 9;
    /// A tree of so few places is shown open.
    private static final int FEW = 12;

    /// One line of the tree.
    ///
    /// @param path from the root
    private record Place(String path, boolean isListed) {
        String name() {
            return path.substring(path.lastIndexOf(AttributeType.STEP) + 1);
        }
    }

    private final Questions questions;
    private final Subject subject;
    private final AttributeType type;
    private final FlowPane chosen = new FlowPane();
    private final TextField search = new TextField();
    private final TreeView<Place> tree = new TreeView<>();
    private final Set<String> selected = new HashSet<>();
    private Asked asked;

    /// @param id of the tree; the search field has `-search` behind it
    TaxonomyAnswer(Questions questions, Subject subject, AttributeDefinition definition, String id) {
        this.questions = questions;
        this.subject = subject;
        type = definition.type();
        asked = new Asked(definition, "");
        getStyleClass().add("answer-taxonomy");
        chosen.getStyleClass().add("answer-chips");
        chosen.managedProperty().bind(chosen.visibleProperty());
        chosen.setVisible(false);
        search.setId(id + "-search");
        search.setPromptText(TEXTS.get("taxonomy.search"));
        search.setAccessibleText(definition.name());
        search.textProperty().subscribe(_ -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        tree.setId(id);
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.getStyleClass().add(Styles.DENSE);
        tree.setCellFactory(_ -> new Cell());
        tree.setAccessibleText(definition.name());
        tree.expandedItemCountProperty().subscribe(count -> {
            double height = Math.clamp(count.intValue(), 2, MOST_ROWS) * ROW + 4;
            tree.setPrefHeight(height);
            tree.setMinHeight(height);
            tree.setMaxHeight(height);
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::treeKey);
        getChildren().addAll(chosen, search, tree);
    }

    void show(Asked now) {
        asked = now;
        String value = now.value() == null ? "" : now.value();
        selected.clear();
        if (!value.isEmpty()) {
            selected.addAll(type.isSeveral() ? Choices.decode(value) : List.of(value));
        }
        chosen.getChildren().setAll(type.options().stream().filter(selected::contains).map(this::chip).toList());
        if (now.value() == null) {
            chosen.getChildren().add(new Label(TEXTS.get("answer.several")));
        }
        chosen.setVisible(!chosen.getChildren().isEmpty());
        tree.refresh();
    }

    void focusControl() {
        search.requestFocus();
        search.selectAll();
    }

    private Button chip(String path) {
        Button chip = new Button(path.replace(AttributeType.STEP, " › "), new FontIcon("mdi2c-close"));
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().addAll("answer-chip", "answer-chosen");
        chip.setTooltip(new Tooltip(TEXTS.format("taxonomy.remove", path)));
        chip.setOnAction(_ -> toggle(path));
        return chip;
    }

    private void toggle(String path) {
        questions.toggle(subject, asked, path);
    }

    /// The branches that have all the words; all of them when there are none.
    private void fill() {
        List<String> words = List.of(search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        TreeItem<Place> root = new TreeItem<>();
        boolean open = !search.getText().isBlank() || type.options().size() <= FEW;
        for (String path : type.options()) {
            String lower = path.toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(lower::contains)) {
                put(root, path, open);
            }
        }
        tree.setRoot(root);
    }

    private void put(TreeItem<Place> root, String path, boolean open) {
        TreeItem<Place> at = root;
        int end = 0;
        while (end < path.length()) {
            int next = path.indexOf(AttributeType.STEP, end + 1);
            end = next < 0 ? path.length() : next;
            String prefix = path.substring(0, end);
            TreeItem<Place> parent = at;
            at = parent.getChildren().stream().filter(child -> child.getValue().path.equals(prefix)).findFirst().orElseGet(() -> {
                TreeItem<Place> item = new TreeItem<>(new Place(prefix, type.options().contains(prefix)));
                item.setExpanded(open);
                parent.getChildren().add(item);
                return item;
            });
        }
    }

    private static Optional<Place> firstListed(TreeItem<Place> item) {
        if (item.getValue() != null && item.getValue().isListed) {
            return Optional.of(item.getValue());
        }
        return item.getChildren().stream().map(TaxonomyAnswer::firstListed).flatMap(Optional::stream).findFirst();
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
            if (tree.getSelectionModel().isEmpty()) {
                tree.getSelectionModel().selectFirst();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            if (!search.getText().isBlank()) {
                firstListed(tree.getRoot()).ifPresent(place -> {
                    toggle(place.path);
                    search.clear();
                });
            }
            event.consume();
        }
    }

    private void treeKey(KeyEvent event) {
        boolean choosing = (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) || event.getCode() == KeyCode.SPACE;
        TreeItem<Place> item = tree.getSelectionModel().getSelectedItem();
        if (choosing && item != null) {
            choose(item);
            event.consume();
        }
    }

    private void choose(TreeItem<Place> item) {
        if (item.getValue().isListed) {
            toggle(item.getValue().path);
        } else {
            item.setExpanded(!item.isExpanded());
        }
    }

    /// One place: a box to tick when it can be chosen.
    private final class Cell extends TreeCell<Place> {
        private final FontIcon icon = new FontIcon();

        Cell() {
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (getTreeItem() != null && event.isStillSincePress()) {
                    choose(getTreeItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Place place, boolean empty) {
            super.updateItem(place, empty);
            if (empty || place == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            setText(place.name());
            setTooltip(new Tooltip(place.path));
            boolean on = selected.contains(place.path);
            if (place.isListed) {
                icon.setIconLiteral(type.isSeveral()
                        ? on ? "mdi2c-checkbox-marked" : "mdi2c-checkbox-blank-outline"
                        : on ? "mdi2r-radiobox-marked" : "mdi2r-radiobox-blank");
                setGraphic(icon);
            } else {
                setGraphic(null);
            }
        }
    }
}
