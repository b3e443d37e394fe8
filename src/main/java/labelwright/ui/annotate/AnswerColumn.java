package labelwright.ui.annotate;

import java.util.List;
import java.util.Optional;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import labelwright.canvas.PictureCanvas;
import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.RegionFacts;
import labelwright.ui.action.Texts;
import labelwright.ui.annotate.Questions.Asked;
import labelwright.ui.annotate.Questions.Subject;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;

/// What is asked about the picture and the selected regions, and what is written in a region. Not there while the project asks nothing and
/// nobody wants to write texts down.
final class AnswerColumn extends ScrollPane {
    private static final Texts TEXTS = Texts.of(AnswerColumn.class);

    private final Workplace workplace;
    private final Questions questions;
    private final PictureCanvas canvas;
    private final AnswerList picture;
    private final AnswerList regions;
    private final TextAnswer text;
    private final VBox pictureSection;
    private final VBox regionSection;
    private final VBox textSection;
    private final Label nothing = new Label(TEXTS.get("answer.noRegion"));
    /// Somebody asked for the field for texts in this project.
    private final BooleanProperty writing = new SimpleBooleanProperty();

    AnswerColumn(Workplace workplace, Questions questions, PictureCanvas canvas, ProjectContext context) {
        this.workplace = workplace;
        this.questions = questions;
        this.canvas = canvas;
        picture = new AnswerList(questions, Subject.PICTURE);
        regions = new AnswerList(questions, Subject.REGIONS);
        text = new TextAnswer(questions, Subject.REGIONS,
                new labelwright.model.AttributeDefinition(RegionFacts.TEXT, new labelwright.model.AttributeType.LongText()), "answer-text");
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        pictureSection = section("answer.picture", picture);
        regionSection = section("answer.region", regions, nothing);
        Label hint = new Label(TEXTS.get("answer.text.hint"));
        hint.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        hint.setWrapText(true);
        textSection = section("answer.text", text, hint);
        VBox content = new VBox(pictureSection, regionSection, textSection);
        content.getStyleClass().add("answer-content");
        setContent(content);
        setId("annotate-answers");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll(Styles.PANEL, "answer-column");
        managedProperty().bind(visibleProperty());
        questions.picture().subscribe(_ -> show());
        questions.regions().subscribe(_ -> show());
        questions.text().subscribe(_ -> show());
        writing.subscribe(_ -> show());
        context.project().subscribe(_ -> {
            questions.refresh();
            show();
        });
        text.field().addEventFilter(KeyEvent.KEY_PRESSED, this::textKey);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                questions.end();
                canvas.requestFocus();
            }
        });
    }

    private static VBox section(String key, Node... content) {
        Label title = new Label(TEXTS.get(key));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        VBox section = new VBox(title);
        section.getChildren().addAll(content);
        section.getStyleClass().add("annotate-section");
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    private void show() {
        List<Asked> ofPicture = questions.picture().get();
        List<Asked> ofRegions = questions.regions().get();
        Asked written = questions.text().get();
        picture.show(ofPicture);
        regions.show(ofRegions);
        pictureSection.setVisible(!ofPicture.isEmpty());
        boolean asksOfRegions = workplace.labels().schema().labels().stream().anyMatch(label -> !label.attributes().isEmpty());
        regionSection.setVisible(asksOfRegions && (written == null || !ofRegions.isEmpty()));
        nothing.setVisible(ofRegions.isEmpty());
        nothing.setManaged(ofRegions.isEmpty());
        textSection.setVisible(written != null && (writing.get() || asksForText() || !"".equals(written.value())));
        if (written != null) {
            text.show(written.value());
        }
        setVisible(questions.asksAnything() || textSection.isVisible() || writing.get());
    }

    /// Whether a label of the selected regions asks for what is written in them.
    private boolean asksForText() {
        AnnotationSet set = workplace.answer().get();
        return set != null && workplace.selection().get().of(set).stream().anyMatch(region -> workplace.labels().schema()
                .find(region.label()).flatMap(label -> label.attributes().find(RegionFacts.TEXT)).isPresent());
    }

    /// Gives the keys to what is asked about the picture.
    void focusPicture() {
        picture.find("").ifPresent(AnswerField::focusControl);
    }

    /// Gives the keys to what is asked about the selected regions, or to the field for texts when nothing else is.
    void focusRegions() {
        regions.find("").ifPresentOrElse(AnswerField::focusControl, this::focusText);
    }

    /// Gives the keys to the question.
    void focus(Subject subject, String attribute) {
        if (subject == Subject.REGIONS && attribute.equals(RegionFacts.TEXT)) {
            focusText();
        } else {
            (subject == Subject.PICTURE ? picture : regions).find(attribute).ifPresent(AnswerField::focusControl);
        }
    }

    /// Opens the field for what is written in the region.
    void focusText() {
        writing.set(true);
        text.focusControl();
    }

    private void textKey(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) {
            return;
        }
        event.consume();
        if (event.isShiftDown()) {
            text.field().replaceSelection("\n");
            return;
        }
        questions.end();
        next().ifPresentOrElse(region -> {
            workplace.selection().set(Selection.of(region.id()));
            canvas.reveal(region.id());
            text.focusControl();
        }, canvas::requestFocus);
    }

    /// The region after the selected one in drawing order that can be changed; empty after the last one.
    private Optional<Annotation> next() {
        AnnotationSet set = workplace.answer().get();
        if (set == null) {
            return Optional.empty();
        }
        int at = -1;
        for (int i = 0; i < set.annotations().size(); i++) {
            if (workplace.selection().get().contains(set.annotations().get(i).id())) {
                at = i;
            }
        }
        return set.annotations().stream().skip(at + 1L).filter(workplace.regions()::canChange).findFirst();
    }
}
