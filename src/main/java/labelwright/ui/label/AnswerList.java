package labelwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.ui.label.Questions.Asked;
import labelwright.ui.label.Questions.Subject;

/// The questions about one subject, one below the other; tags of an item stand together. Controls stay as long as the same is asked, so
/// that going through items and regions only changes what they show.
final class AnswerList extends VBox {
    private final Questions questions;
    private final Subject subject;
    private final List<AnswerField> fields = new ArrayList<>();
    private List<AttributeDefinition> shown = List.of();

    AnswerList(Questions questions, Subject subject) {
        this.questions = questions;
        this.subject = subject;
        getStyleClass().add("answer-list");
    }

    void show(List<Asked> asked) {
        List<AttributeDefinition> definitions = asked.stream().map(Asked::definition).toList();
        if (!definitions.equals(shown)) {
            build(definitions);
        }
        for (int i = 0; i < asked.size(); i++) {
            fields.get(i).show(asked.get(i));
        }
    }

    /// The first field that is about the attribute, or the first of all when the name is empty.
    Optional<AnswerField> find(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (name.isEmpty() || shown.get(i).name().equals(name)) {
                return Optional.of(fields.get(i));
            }
        }
        return Optional.empty();
    }

    private void build(List<AttributeDefinition> definitions) {
        List<AnswerField> before = List.copyOf(fields);
        fields.clear();
        getChildren().clear();
        FlowPane tags = new FlowPane();
        tags.getStyleClass().add("answer-chips");
        int key = 1;
        for (AttributeDefinition definition : definitions) {
            int firstKey = subject == Subject.ITEM ? key : 0;
            AnswerField field = before.stream().filter(old -> subject == Subject.REGIONS && old.isAbout(definition)).findFirst()
                    .orElseGet(() -> new AnswerField(questions, subject, definition, firstKey));
            key += AnswerField.keys(definition);
            fields.add(field);
            place(field, definition, tags);
        }
        shown = List.copyOf(definitions);
    }

    private void place(Node field, AttributeDefinition definition, FlowPane tags) {
        if (subject == Subject.ITEM && definition.type() instanceof AttributeType.Check) {
            if (!getChildren().contains(tags)) {
                getChildren().add(tags);
            }
            tags.getChildren().add(field);
        } else {
            getChildren().add(field);
        }
    }
}
