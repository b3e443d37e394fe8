package labelwright.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.ui.action.Texts;

/// Tells failures in a window of their own, one at a time; while it is open, the same failure again is only logged. Thread-safe.
public final class FaultDialog implements Faults {
    private static final Logger LOG = LoggerFactory.getLogger(FaultDialog.class);
    private static final Texts TEXTS = Texts.of(FaultDialog.class);
    private static final double WIDTH = 520;

    private final Supplier<@Nullable Window> owner;
    private final Runnable freeMemory;
    private final List<FaultReport> waiting = new ArrayList<>();
    private boolean open;

    /// @param owner the window to show it over; null when there is none
    /// @param freeMemory lets go of caches; called first when memory ran out
    public FaultDialog(Supplier<@Nullable Window> owner, Runnable freeMemory) {
        this.owner = owner;
        this.freeMemory = freeMemory;
    }

    @Override
    public void report(String doing, Throwable fault) {
        if (fault instanceof OutOfMemoryError) {
            freeMemory.run();
        }
        LOG.error("{} failed", doing, fault);
        FaultReport report = FaultReport.of(doing, fault);
        Platform.runLater(() -> enqueue(report));
    }

    private void enqueue(FaultReport report) {
        if (waiting.stream().noneMatch(report::equals)) {
            waiting.add(report);
        }
        if (!open) {
            showNext();
        }
    }

    private void showNext() {
        if (waiting.isEmpty()) {
            return;
        }
        open = true;
        Dialog<ButtonType> dialog = dialog(waiting.getFirst());
        dialog.setOnHidden(_ -> {
            open = false;
            waiting.removeFirst();
            showNext();
        });
        dialog.show();
    }

    private Dialog<ButtonType> dialog(FaultReport report) {
        Dialog<ButtonType> dialog = Dialogs.plain("fault", report.title(), owner.get());
        Label what = Dialogs.words(report.what());
        what.setId("fault-what");
        VBox content = new VBox(what);
        content.setSpacing(12);
        if (!report.meaning().isEmpty()) {
            content.getChildren().add(Dialogs.words(report.meaning()));
        }
        content.setPadding(new Insets(4, 0, 0, 0));
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(content);
        if (!report.details().isEmpty()) {
            addDetails(dialog, report);
        }
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(TEXTS.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        return dialog;
    }

    private static void addDetails(Dialog<ButtonType> dialog, FaultReport report) {
        TextArea details = new TextArea(report.details());
        details.setId("fault-details");
        details.setEditable(false);
        details.getStyleClass().add(Styles.MONO);
        dialog.getDialogPane().setExpandableContent(details);
        ButtonType copy = new ButtonType(TEXTS.get("fault.copy"), ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().getButtonTypes().add(copy);
        dialog.getDialogPane().lookupButton(copy).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(report.title() + "\n" + report.what() + "\n\n" + report.details());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
    }
}
