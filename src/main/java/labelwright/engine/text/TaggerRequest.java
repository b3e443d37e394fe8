package labelwright.engine.text;

import java.nio.file.Path;
import java.util.List;

import labelwright.engine.Resume;

/// Everything that training a tagger of spans needs.
///
/// @param validation chooses the best epoch; if empty, a seeded part of the training texts is held out for it
/// @param labels all names; those of the spans are among them
/// @param settings of the family of spans
/// @param folder where checkpoints and the best model are written; made if it is not there
public record TaggerRequest(List<LabelledSpans> train, List<LabelledSpans> validation, List<String> labels, TextSettings settings,
        Path folder,
        Resume resume) {

    public TaggerRequest {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        labels = List.copyOf(labels);
    }
}
