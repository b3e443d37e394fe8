package labelwright.ui.text;

import labelwright.model.Item;
import labelwright.workbench.PageSheet;

/// What there is to be seen of the page of the open text.
sealed interface PageState {

    /// The text was taken from no page, or the page is not wanted.
    record None() implements PageState {}

    /// It is being read.
    record Loading(Item item) implements PageState {}

    record Shown(Item item, PageSheet sheet) implements PageState {}

    /// @param why a sentence for people
    record Absent(Item item, String why, Cause cause) implements PageState {}

    /// Why a page cannot be shown.
    enum Cause {
        /// The file is not where it was.
        MISSING,
        /// The file is there and cannot be read.
        UNREADABLE
    }
}
