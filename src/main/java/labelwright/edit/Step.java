package labelwright.edit;

/// One entry of the history: a change and the way back.
public record Step(EditName name, Edit edit, Edit inverse) {}
