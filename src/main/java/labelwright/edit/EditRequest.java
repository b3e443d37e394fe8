package labelwright.edit;

/// One change that a person made to an answer.
///
/// @param after what should be selected once it is done
public record EditRequest(EditName name, Edit edit, Selection after) {}
