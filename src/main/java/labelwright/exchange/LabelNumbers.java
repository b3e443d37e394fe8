package labelwright.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// The place of each label in its project's order, counted from 0.
public final class LabelNumbers {
    private final List<LabelClass> labels;
    private final Map<LabelId, Integer> numbers = new HashMap<>();

    public LabelNumbers(List<LabelClass> labels) {
        this.labels = labels;
        for (int i = 0; i < labels.size(); i++) {
            numbers.put(labels.get(i).id(), i);
        }
    }

    /// @throws ExchangeException when the label is not among those of the export
    public int of(LabelId id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new ExchangeException(
                    "An annotation has the label %s, which the project does not have. Run a check of the workspace.".formatted(id));
        }
        return number;
    }

    public String name(LabelId id) {
        return labels.get(of(id)).name();
    }
}
