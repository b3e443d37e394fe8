package labelwright.textview.gesture;

import java.util.List;
import java.util.Optional;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.textview.flow.SpanIndex;

/// Clicks on the same spans take the innermost one first and go outwards, round and round.
final class Clicks {
    private List<AnnotationId> last = List.of();
    private int turn;

    void forget() {
        last = List.of();
    }

    Optional<AnnotationId> next(SpanIndex spans, int character) {
        if (character < 0) {
            return Optional.empty();
        }
        List<AnnotationId> here = spans.at(character).stream().map(Annotation::id).toList();
        turn = here.equals(last) ? turn + 1 : 0;
        last = here;
        return here.isEmpty() ? Optional.empty() : Optional.of(here.get(turn % here.size()));
    }
}
