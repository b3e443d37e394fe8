package labelwright.engine;

import java.util.List;

/// A decoded picture and its objects in the pixels of that decoded (perhaps smaller) picture.
record TrainingPicture(RgbPicture pixels, List<LabelledBox> boxes) {}
