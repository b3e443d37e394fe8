package labelwright.engine;

import java.nio.file.Path;
import java.util.List;

/// Everything a run needs.
///
/// @param validation chooses the best checkpoint; if empty, a seeded 15% of the training pictures is held out for it
/// @param labels names; boxes refer to them by index
/// @param folder where checkpoints and the best model are written; made if it is not there
public record TrainingRequest(List<DetectionSample> train, List<DetectionSample> validation, List<String> labels,
        DetectionSettings settings, Path folder, Resume resume) {

    public TrainingRequest {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        labels = List.copyOf(labels);
    }
}
