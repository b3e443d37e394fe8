package labelwright.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The labels of a project in the order of their hotkeys: the first has key 1, the ninth key 9.
public record LabelSchema(List<LabelClass> labels) {
    public LabelSchema {
        labels = List.copyOf(labels);
        Set<String> names = new HashSet<>();
        Set<LabelId> ids = new HashSet<>();
        for (LabelClass label : labels) {
            if (!names.add(label.name())) {
                throw new IllegalArgumentException("Two labels are called \"" + label.name() + "\"");
            }
            if (!ids.add(label.id())) {
                throw new IllegalArgumentException("Two labels have the id " + label.id());
            }
        }
    }

    public Optional<LabelClass> find(LabelId id) {
        return labels.stream().filter(label -> label.id().equals(id)).findFirst();
    }

    public Optional<LabelClass> findByName(String name) {
        return labels.stream().filter(label -> label.name().equals(name)).findFirst();
    }

    /// @throws IllegalArgumentException when the schema has no such label
    public LabelClass label(LabelId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("The project has no label with the id " + id));
    }

    /// The place of the label, counted from 0; -1 when it is not here.
    public int indexOf(LabelId id) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    public List<String> names() {
        return labels.stream().map(LabelClass::name).toList();
    }
}
