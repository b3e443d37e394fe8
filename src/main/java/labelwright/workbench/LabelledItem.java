package labelwright.workbench;

import labelwright.model.AnnotationSet;
import labelwright.model.Item;

/// An item with the answer that counts.
record LabelledItem(Item item, AnnotationSet answer) {}
