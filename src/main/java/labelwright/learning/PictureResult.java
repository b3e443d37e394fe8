package labelwright.learning;

import java.util.List;

/// What is on one picture and what was found on it.
public record PictureResult(List<TrueBox> truth, List<ScoredBox> found) {

    public PictureResult {
        truth = List.copyOf(truth);
        found = List.copyOf(found);
    }
}
