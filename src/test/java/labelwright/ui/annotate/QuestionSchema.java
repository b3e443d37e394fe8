package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeDefinition.Need;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;

/// Questions of every kind about the cells of a [LabellingBench].
public final class QuestionSchema {
    private QuestionSchema() {}

    /// The first label is asked everything, the second shares only the stage; the picture has tags, a choice and a note.
    public static LabelSchema of(LabelSchema plain) {
        AttributeDefinition stage = new AttributeDefinition("stage",
                new AttributeType.Select(List.of("interphase", "prophase", "metaphase", "anaphase")), "interphase", Need.REQUIRED,
                AttributeCondition.ALWAYS);
        AttributeForm ofCells = new AttributeForm(List.of(stage,
                new AttributeDefinition("spindle", new AttributeType.Check(), "", Need.OPTIONAL,
                        new AttributeCondition("stage", Set.of("metaphase", "anaphase"))),
                new AttributeDefinition("granules", new AttributeType.MultiSelect(List.of("fine", "coarse", "none"))),
                new AttributeDefinition("count", new AttributeType.Numeric(0, 40), "", Need.REQUIRED, AttributeCondition.ALWAYS),
                new AttributeDefinition("remark", new AttributeType.Text())));
        AttributeForm ofPicture = new AttributeForm(List.of(new AttributeDefinition("blurred", new AttributeType.Check()),
                new AttributeDefinition("overexposed", new AttributeType.Check()),
                new AttributeDefinition("stain", new AttributeType.Select(List.of("Giemsa", "Wright", "none")), "", Need.REQUIRED,
                        AttributeCondition.ALWAYS),
                new AttributeDefinition("note", new AttributeType.LongText())));
        List<LabelClass> labels = new ArrayList<>(plain.labels());
        labels.set(0, labels.get(0).withAttributes(ofCells));
        labels.set(1, labels.get(1).withAttributes(new AttributeForm(List.of(stage))));
        return plain.withLabels(labels).withPicture(ofPicture);
    }
}
