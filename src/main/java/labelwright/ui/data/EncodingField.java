package labelwright.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Styles;
import labelwright.workbench.TextBeginning;

/// Asks for the encoding of texts and shows how they begin in it. What is only guessed stands in the field, for a person to see and to change. FX thread
/// only.
final class EncodingField extends VBox {
    private static final Texts TEXTS = Texts.of(EncodingField.class);
    private static final List<String> USUAL = List.of("UTF-8", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "ISO-8859-1",
            "windows-1252", "windows-1251", "KOI8-R", "UTF-16LE", "UTF-16BE", "CESU-8");

    private final ComboBox<String> names = new ComboBox<>();
    private final Label sentence = Dialogs.words("");
    private final VBox lines = new VBox(2);

    /// @param found without a word of the person
    /// @param read reads the beginning in the encoding of a name, empty for the one that is found, and hands it over later
    EncodingField(Optional<TextBeginning> found, BiConsumer<String, Consumer<Optional<TextBeginning>>> read) {
        super(6);
        names.setId("import-encoding");
        names.setEditable(true);
        names.setMaxWidth(Double.MAX_VALUE);
        names.getItems().setAll(USUAL);
        names.getEditor().setId("import-encoding-name");
        sentence.setId("import-encoding-sentence");
        sentence.getStyleClass().add(Styles.SMALL);
        lines.setId("import-encoding-lines");
        lines.getStyleClass().add(Styles.CARD);
        names.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            String before = names.getValue();
            if (event.getCode() == KeyCode.ENTER && !said().equals(before == null ? "" : before.strip())) {
                // shows the lines in it; the dialog's own button is for the next Enter
                names.setValue(said());
                event.consume();
            }
        });
        getChildren().setAll(names, sentence, lines);
        found.filter(text -> text.state() == TextBeginning.State.SURE)
                .ifPresent(text -> names.setPromptText(TEXTS.format("import.encoding.found", text.encoding())));
        found.filter(text -> text.state() == TextBeginning.State.GUESSED).ifPresent(text -> names.setValue(text.encoding()));
        show(found);
        names.valueProperty().subscribe((_, name) -> read.accept(name == null ? "" : name.strip(), this::show));
    }

    /// The name that was chosen or typed; empty for the encoding that is found.
    String said() {
        String typed = names.getEditor().getText();
        return typed == null ? "" : typed.strip();
    }

    private void show(Optional<TextBeginning> beginning) {
        boolean isKnown = beginning.isPresent();
        sentence.setVisible(isKnown);
        sentence.setManaged(isKnown);
        beginning.ifPresent(text -> {
            sentence.setText(TEXTS.format("import.encoding." + text.state().name(), text.file(), text.encoding()));
            boolean isDoubtful = text.state() != TextBeginning.State.SURE;
            sentence.getStyleClass().removeAll(Styles.MUTED, Styles.FAULT);
            sentence.getStyleClass().add(isDoubtful ? Styles.FAULT : Styles.MUTED);
        });
        lines.getChildren().setAll(beginning.map(TextBeginning::lines).orElse(List.of()).stream().map(EncodingField::line).toList());
        lines.setVisible(!lines.getChildren().isEmpty());
        lines.setManaged(!lines.getChildren().isEmpty());
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.SMALL);
        return label;
    }
}
