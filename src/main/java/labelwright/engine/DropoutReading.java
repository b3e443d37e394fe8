package labelwright.engine;

import java.util.List;

/// What a model says about one picture when a random part of its features is dropped, several times over.
///
/// @param passes for each pass the detections, by falling score, in picture pixels
public record DropoutReading(List<List<Detection>> passes) {

    public DropoutReading {
        passes = passes.stream().map(List::copyOf).toList();
    }
}
