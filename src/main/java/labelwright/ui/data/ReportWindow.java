package labelwright.ui.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Modality;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.Problem;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;

/// The report of an import: what came in, and each thing that could not be used as it was. Stays open beside the window for as long as it is
/// wanted, and can be opened again from the list of past imports.
final class ReportWindow {
    private static final Texts TEXTS = Texts.of(ReportWindow.class);
    private static final double WIDTH = 900;
    private static final double HEIGHT = 460;
    /// The column of the places is as wide as they are, within these bounds.
    private static final double LEAST_WHERE = 160;
    private static final double MOST_WHERE = 380;
    private static final double CELL_PADDING = 28;
    private static final int MEASURED = 300;
    private static final double ACTION = 110;

    /// @param title whose report it is
    /// @param summary one sentence
    /// @param counts lines of each kind in the whole report
    /// @param problems what is listed; may be fewer than counted
    record Report(String title, String summary, Map<Problem.Action, Long> counts, List<Problem> problems) {
        Report {
            counts = Map.copyOf(counts);
            problems = List.copyOf(problems);
        }
    }

    private final Report report;
    private final FilteredList<Problem> shown;

    ReportWindow(Report report) {
        this.report = report;
        shown = new FilteredList<>(FXCollections.observableArrayList(report.problems()));
    }

    void show(@Nullable Window owner) {
        Dialog<ButtonType> dialog = Dialogs.plain("report", report.title(), owner);
        dialog.initModality(Modality.NONE);
        dialog.getDialogPane().getStyleClass().add("lw-wide-dialog");
        Label summary = Dialogs.words(report.summary());
        summary.setId("report-summary");
        summary.setMaxWidth(Double.MAX_VALUE);
        VBox content = new VBox(12, summary);
        if (report.problems().isEmpty()) {
            Label none = new Label(TEXTS.get("report.clean"), new FontIcon("mdi2c-check-circle-outline"));
            none.getStyleClass().add("lw-clean");
            content.getChildren().add(none);
        } else {
            content.getChildren().addAll(filters(), table());
            content.setPrefSize(WIDTH, HEIGHT);
        }
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(TEXTS.get("report.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.show();
    }

    private HBox filters() {
        ToggleGroup group = new ToggleGroup();
        long all = report.counts().values().stream().mapToLong(Long::longValue).sum();
        HBox row = new HBox(6, filter(group, TEXTS.format("report.all", all), null));
        Map<Problem.Action, Long> counts = new EnumMap<>(Problem.Action.class);
        counts.putAll(report.counts());
        counts.forEach((action, count) -> {
            if (count > 0) {
                row.getChildren().add(filter(group, Words.of(action) + " " + Words.number(count), action));
            }
        });
        group.selectToggle(group.getToggles().getFirst());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button(TEXTS.get("report.copy"), new FontIcon("mdi2c-content-copy"));
        copy.setId("report-copy");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        row.getChildren().addAll(gap, copy);
        return row;
    }

    private ToggleButton filter(ToggleGroup group, String words, Problem.@Nullable Action action) {
        ToggleButton button = new ToggleButton(words);
        button.setId("report-" + (action == null ? "all" : action.name().toLowerCase(java.util.Locale.ROOT)));
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            shown.setPredicate(problem -> action == null || problem.action() == action);
        });
        return button;
    }

    private TableView<Problem> table() {
        TableView<Problem> table = new TableView<>(shown);
        table.setId("report-table");
        table.getStyleClass().add(Styles.DENSE);
        VBox.setVgrow(table, Priority.ALWAYS);
        TableColumn<Problem, String> where = column("report.where", Problem::where);
        double places = whereWidth();
        where.setPrefWidth(places);
        where.setMinWidth(LEAST_WHERE);
        TableColumn<Problem, String> what = column("report.what", Problem::what);
        table.setFixedCellSize(Region.USE_COMPUTED_SIZE);
        what.setPrefWidth(WIDTH - places - ACTION - 24);
        TableColumn<Problem, String> action = column("report.action", problem -> Words.of(problem.action()));
        action.setPrefWidth(ACTION);
        table.getColumns().setAll(List.of(where, what, action));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    private double whereWidth() {
        Text line = new Text();
        double widest = report.problems().stream().limit(MEASURED).mapToDouble(problem -> {
            line.setText(problem.where());
            return line.getLayoutBounds().getWidth();
        }).max().orElse(0);
        return Math.clamp(widest + CELL_PADDING, LEAST_WHERE, MOST_WHERE);
    }

    private static TableColumn<Problem, String> column(String key, java.util.function.Function<Problem, String> words) {
        TableColumn<Problem, String> column = new TableColumn<>(TEXTS.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setCellFactory(_ -> new WholeTextCell(column));
        return column;
    }

    /// Tab-separated, with a head, for a spreadsheet or a mail.
    private String text() {
        String head = TEXTS.get("report.where") + "\t" + TEXTS.get("report.what") + "\t" + TEXTS.get("report.action") + "\n";
        return report.summary() + "\n\n" + head + shown.stream()
                .map(problem -> problem.where() + "\t" + problem.what() + "\t" + Words.of(problem.action()))
                .collect(Collectors.joining("\n"));
    }

    /// Breaks the text into as many lines as it needs.
    private static final class WholeTextCell extends TableCell<Problem, String> {
        private final Text words = new Text();

        WholeTextCell(TableColumn<Problem, String> column) {
            words.getStyleClass().add("lw-cell-words");
            Wrapping.of(words, column.widthProperty().subtract(CELL_PADDING));
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            words.setText(text);
            setGraphic(empty ? null : words);
        }
    }
}
