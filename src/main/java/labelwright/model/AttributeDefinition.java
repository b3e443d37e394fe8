package labelwright.model;

/// One thing to be said about a region or a picture.
///
/// @param initial the value that a new region or picture starts with; empty for none
public record AttributeDefinition(String name, AttributeType type, String initial, Need need, AttributeCondition condition) {

    /// Whether an answer must be given before the work can be called complete. A check box that must be answered must be ticked.
    public enum Need {
        OPTIONAL, REQUIRED
    }

    public AttributeDefinition {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An attribute needs a name");
        }
        if (!initial.isEmpty() && !type.accepts(initial)) {
            throw new IllegalArgumentException("The attribute \"" + name + "\" cannot start with \"" + initial + "\"");
        }
    }

    /// Not required, without a start value, always asked for.
    public AttributeDefinition(String name, AttributeType type) {
        this(name, type, "", Need.OPTIONAL, AttributeCondition.ALWAYS);
    }

    public AttributeDefinition withName(String changed) {
        return new AttributeDefinition(changed, type, initial, need, condition);
    }

    /// The start value goes when the type cannot have it.
    public AttributeDefinition withType(AttributeType changed) {
        return new AttributeDefinition(name, changed, initial.isEmpty() || changed.accepts(initial) ? initial : "", need, condition);
    }

    public AttributeDefinition withInitial(String changed) {
        return new AttributeDefinition(name, type, changed, need, condition);
    }

    public AttributeDefinition with(Need changed) {
        return new AttributeDefinition(name, type, initial, changed, condition);
    }

    public AttributeDefinition with(AttributeCondition changed) {
        return new AttributeDefinition(name, type, initial, need, changed);
    }

    public boolean isRequired() {
        return need == Need.REQUIRED;
    }

    /// Whether the value answers the question; an unticked check box and the empty text do not.
    public boolean isAnswered(String value) {
        return !value.isBlank() && !(type instanceof AttributeType.Check && value.equals(AttributeType.NO));
    }
}
