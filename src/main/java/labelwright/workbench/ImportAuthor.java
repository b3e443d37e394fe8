package labelwright.workbench;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.model.Author;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.WorkState;

/// Who the regions of an import are written for, and as what.
///
/// @param author an annotator, gold or a model
record ImportAuthor(Author author) {
    private static final double SURE = 1;

    WorkState state() {
        return switch (author) {
            case Author.ByModel _ -> WorkState.NEW;
            case Author.Annotator _, Author.Gold _ -> WorkState.SUBMITTED;
        };
    }

    Origin origin(RegionRecord region, String format) {
        return origin(region.score(), format);
    }

    Origin origin(RelationRecord relation, String format) {
        return origin(relation.score(), format);
    }

    private Origin origin(@Nullable Double score, String format) {
        return switch (author) {
            case Author.ByModel(ModelId model) -> new Origin.Suggested(model, probability(score));
            case Author.Annotator _, Author.Gold _ -> new Origin.Imported(format);
        };
    }

    Map<String, String> attributes(Map<String, String> said) {
        return switch (author) {
            case Author.ByModel _ -> {
                Map<String, String> others = new HashMap<>(said);
                others.remove(RegionRecord.SCORE);
                yield others;
            }
            case Author.Annotator _, Author.Gold _ -> said;
        };
    }

    private static double probability(@Nullable Double score) {
        return score == null || score.isNaN() ? SURE : Math.clamp(score, 0, 1);
    }
}
