package labelwright.engine;

import java.nio.file.Path;
import java.util.List;

import labelwright.media.PictureFile;

/// One labelled picture; an empty list of boxes means a picture on which nothing is to be found.
///
/// @param id the caller's item id, used only for naming the sample in messages and for the seeded hold-out
public record DetectionSample(long id, PictureFile file, List<LabelledBox> boxes) {

    public DetectionSample {
        boxes = List.copyOf(boxes);
    }

    /// The first or only picture of a file.
    public DetectionSample(long id, Path file, List<LabelledBox> boxes) {
        this(id, PictureFile.of(file), boxes);
    }
}
