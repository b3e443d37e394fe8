package labelwright.ui.label;

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

import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.model.RegionFacts;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;
import labelwright.ui.label.Questions.Asked;
import labelwright.ui.label.Questions.Subject;

/// What is asked about the item and the selected regions, and what is written in a region. Not there while the project asks nothing and
/// nobody wants to write texts down.
public final class AnswerColumn extends ScrollPane {
    private static final Texts TEXTS = Texts.of(AnswerColumn.class);

    private final LabellingDesk desk;
    private final Questions questions;
    private final Surface surface;
    private final AnswerList item;
    private final AnswerList regions;
    private final TextAnswer text;
    private final VBox itemSection;
    private final VBox regionSection;
    private final VBox textSection;
    private final Label nothing = new Label();
    /// Somebody asked for the field for texts in this project.
    private final BooleanProperty writing = new SimpleBooleanProperty();

    public AnswerColumn(LabellingDesk desk, Questions questions, Surface surface, ProjectContext context) {
        this.desk = desk;
        this.questions = questions;
        this.surface = surface;
        item = new AnswerList(questions, Subject.ITEM);
        regions = new AnswerList(questions, Subject.REGIONS);
        text = new TextAnswer(questions, Subject.REGIONS,
                new AttributeDefinition(RegionFacts.TEXT, new AttributeType.LongText()), "answer-text");
        Wrapping.of(nothing);
        nothing.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        KindWords words = new KindWords(context);
        itemSection = section(words.get("answer.item."), item);
        nothing.setText(words.get("answer.noRegion."));
        regionSection = section(words.get("answer.region."), regions, nothing);
        Label hint = new Label(TEXTS.get("answer.text.hint"));
        hint.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Wrapping.of(hint);
        textSection = section(TEXTS.get("answer.text"), text, hint);
        VBox content = new VBox(itemSection, regionSection, textSection);
        content.getStyleClass().add("answer-content");
        setContent(content);
        setId("annotate-answers");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll(Styles.PANEL, "answer-column");
        managedProperty().bind(visibleProperty());
        questions.item().subscribe(_ -> show());
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
                surface.takeKeys();
            }
        });
    }

    private static VBox section(String words, Node... content) {
        Label title = new Label(words);
        title.getStyleClass().add(Styles.PANEL_TITLE);
        VBox section = new VBox(title);
        section.getChildren().addAll(content);
        section.getStyleClass().add("annotate-section");
        section.managedProperty().bind(section.visibleProperty());
        return section;
    }

    private void show() {
        List<Asked> ofItem = questions.item().get();
        List<Asked> ofRegions = questions.regions().get();
        Asked written = questions.text().get();
        item.show(ofItem);
        regions.show(ofRegions);
        itemSection.setVisible(!ofItem.isEmpty());
        boolean asksOfRegions = desk.labels().schema().labels().stream().anyMatch(label -> !label.attributes().isEmpty());
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
        AnnotationSet set = desk.answer().get();
        return set != null && desk.selection().get().of(set).stream().anyMatch(region -> desk.labels().schema()
                .find(region.label()).flatMap(label -> label.attributes().find(RegionFacts.TEXT)).isPresent());
    }

    /// Gives the keys to what is asked about the item.
    public void focusItem() {
        item.find("").ifPresent(AnswerField::focusControl);
    }

    /// Gives the keys to what is asked about the selected regions, or to the field for texts when nothing else is.
    public void focusRegions() {
        regions.find("").ifPresentOrElse(AnswerField::focusControl, this::focusText);
    }

    /// Gives the keys to the question.
    public void focus(Subject subject, String attribute) {
        if (subject == Subject.REGIONS && attribute.equals(RegionFacts.TEXT)) {
            focusText();
        } else {
            (subject == Subject.ITEM ? item : regions).find(attribute).ifPresent(AnswerField::focusControl);
        }
    }

    /// Opens the field for what is written in the region.
    public void focusText() {
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
            desk.selection().set(Selection.of(region.id()));
            surface.reveal(region.id());
            text.focusControl();
        }, surface::takeKeys);
    }

    /// The region after the selected one in drawing order that can be changed; empty after the last one.
    private Optional<Annotation> next() {
        AnnotationSet set = desk.answer().get();
        if (set == null) {
            return Optional.empty();
        }
        int at = -1;
        for (int i = 0; i < set.annotations().size(); i++) {
            if (desk.selection().get().contains(set.annotations().get(i).id())) {
                at = i;
            }
        }
        return set.annotations().stream().skip(at + 1L).filter(desk.regions()::canChange).findFirst();
    }
}
