package labelwright.textview.gesture;

/// What keys mean on a text, whichever keys they are. Where the caret goes, the surface says, for it knows the lines.
public enum TextKey {
    /// Ends what is in hand; else unmarks; else unselects.
    CANCEL,
    /// Does what is in hand.
    FINISH,
    /// The span, or the end of a relation in hand, that comes next or before in the text.
    NEXT_SPAN, PREVIOUS_SPAN,
    /// Moves an end of the selected span by the granularity.
    END_FORTH, END_BACK, START_FORTH, START_BACK,
    /// Adds what is marked to the selected span, or takes it out.
    ADD_FRAGMENT, CUT_FRAGMENT,
    /// Begins a relation at the selected span, or draws it at once when two are selected.
    RELATE, REMOVE,
    /// Marks everything.
    MARK_ALL
}
