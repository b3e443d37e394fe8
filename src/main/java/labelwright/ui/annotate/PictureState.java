package labelwright.ui.annotate;

import java.nio.file.Path;

import labelwright.media.Picture;
import labelwright.model.Item;
import labelwright.workbench.FileState;

/// What can be seen of the picture at work.
sealed interface PictureState {

    /// No picture is open.
    record None() implements PictureState {}

    /// The file is being read; its labels can be seen already.
    record Loading(Item item) implements PictureState {}

    record Ready(Item item, Picture pixels) implements PictureState {}

    /// The file cannot be shown; its labels are kept.
    ///
    /// @param why a sentence for people
    record Absent(Item item, FileState state, Path file, String why) implements PictureState {}
}
