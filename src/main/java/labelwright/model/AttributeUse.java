package labelwright.model;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Values of an attribute that a schema does not know: it has no such attribute, or the attribute cannot have them.
///
/// @param label null for what is said about whole items
/// @param count how many annotations, or answers of one author to one item, have such a value
public record AttributeUse(@Nullable LabelId label, String attribute, long count) {

    /// Empty for what is said about whole items.
    public Optional<LabelId> findLabel() {
        return Optional.ofNullable(label);
    }
}
