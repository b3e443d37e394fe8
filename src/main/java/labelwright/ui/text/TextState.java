package labelwright.ui.text;

import labelwright.model.Item;
import labelwright.text.Segmentation;

/// What there is to be seen of the open text.
sealed interface TextState {

    /// No text is open.
    record None() implements TextState {}

    /// It is being read.
    record Loading(Item item) implements TextState {}

    record Ready(Item item, Segmentation text) implements TextState {}
}
