package labelwright.workbench;

/// How two people's regions of one item stand to each other.
///
/// @param same at the same place with the same label and attributes
/// @param different at the same place with another label or other attributes
/// @param theirs that only the other person has
/// @param own that only oneself has
public record Agreement(int same, int different, int theirs, int own) {}
