package labelwright.workbench;

import java.util.HashMap;
import java.util.Map;

import labelwright.exchange.RegionRecord;
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
        return switch (author) {
            case Author.ByModel(ModelId model) -> new Origin.Suggested(model, score(region));
            case Author.Annotator _, Author.Gold _ -> new Origin.Imported(format);
        };
    }

    Map<String, String> attributes(RegionRecord region) {
        return switch (author) {
            case Author.ByModel _ -> {
                Map<String, String> others = new HashMap<>(region.attributes());
                others.remove(RegionRecord.SCORE);
                yield others;
            }
            case Author.Annotator _, Author.Gold _ -> region.attributes();
        };
    }

    private static double score(RegionRecord region) {
        Double score = region.score();
        return score == null || score.isNaN() ? SURE : Math.clamp(score, 0, 1);
    }
}
