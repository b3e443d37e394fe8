package labelwright.edit;

/// What a person would call the change; shown beside Undo and Redo. The names are stored in the journal and never change.
public enum EditName {
    DRAW, DELETE, MOVE, RESIZE, EDIT_POINTS, RELABEL, PASTE, DUPLICATE, TAKE_SUGGESTION, TAKE_SUGGESTIONS, REFUSE_SUGGESTION, REFUSE_SUGGESTIONS, SUBMIT, REOPEN, ORDER, EDIT_ATTRIBUTES, EDIT_TEXT, ANSWER, GROUP, UNGROUP, PROPAGATE, TURN, FLIP, JOIN, SUBTRACT, INTERSECT, CUT, SPLIT, SIMPLIFY, CONVERT
}
