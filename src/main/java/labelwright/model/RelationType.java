package labelwright.model;

/// One kind of relation between two regions of an item.
///
/// @param direction whether it matters which end is which
public record RelationType(RelationTypeId id, String name, Colour colour, Direction direction) {
    public RelationType {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A relation needs a name");
        }
    }

    /// Whether a relation reads the same from both ends.
    public enum Direction {
        DIRECTED, MUTUAL
    }

    public RelationType withId(RelationTypeId changed) {
        return new RelationType(changed, name, colour, direction);
    }

    public RelationType withName(String changed) {
        return new RelationType(id, changed, colour, direction);
    }

    public RelationType withColour(Colour changed) {
        return new RelationType(id, name, changed, direction);
    }

    public RelationType with(Direction changed) {
        return new RelationType(id, name, colour, changed);
    }
}
