package labelwright.canvas.tool;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.Selection;

/// One change that a person made on the picture.
///
/// @param after what should be selected once it is done
public record EditRequest(EditName name, Edit edit, Selection after) {}
