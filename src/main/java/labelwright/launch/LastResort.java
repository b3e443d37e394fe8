package labelwright.launch;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import labelwright.ui.control.FaultReport;

/// A plain window for when nothing else works: no theme, no settings, nothing that could fail again.
final class LastResort {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 420;

    private LastResort() {}

    static void show(Stage stage, Throwable fault) {
        FaultReport report = FaultReport.of("Labelwright", fault);
        Label what = new Label(report.what() + "\n" + report.meaning());
        what.setWrapText(true);
        TextArea details = new TextArea(report.details());
        details.setEditable(false);
        VBox.setVgrow(details, Priority.ALWAYS);
        VBox root = new VBox(12, new Label(report.title()), what, details);
        root.setPadding(new javafx.geometry.Insets(20));
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.setTitle("Labelwright");
        stage.show();
    }
}
