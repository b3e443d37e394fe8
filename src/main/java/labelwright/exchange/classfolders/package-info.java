/// Class folders: each picture lies in a folder that is named after its class, below `train`, `val`, `test` or at the root. So do YOLO
/// classification, ImageNet and torchvision's ImageFolder.
///
/// Decision: the class is the answer to a question about the whole picture, called `class`, with the folders as its choices. Rejected: a box over
/// the whole picture, which would be trained as an object.
/// Decision: the first folder below the split is the class, whatever lies below it, as torchvision has it.
/// Decision: only folders with a split are recognised by themselves; pictures in folders without one are mostly just sorted.
@NullMarked
package labelwright.exchange.classfolders;

import org.jspecify.annotations.NullMarked;
