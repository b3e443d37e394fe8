package labelwright.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import labelwright.geometry.Bounds;
import labelwright.learning.DetectionMetrics;
import labelwright.learning.DetectionScore;
import labelwright.learning.PictureResult;
import labelwright.learning.ScoredBox;
import labelwright.learning.TrueBox;
import labelwright.task.CancelToken;

/// Measures weights on the validation pictures.
final class Validator {

    private static final int BATCH = 8;

    private final PictureCache cache;
    private final int labels;

    Validator(PictureCache cache, int labels) {
        this.cache = cache;
        this.labels = labels;
    }

    /// @return empty if cancelled
    Map<String, Double> measure(NetworkRunner runner, CancelToken cancel) throws EngineException {
        List<PictureResult> results = new ArrayList<>();
        for (int start = 0; start < cache.size(); start += BATCH) {
            if (cancel.isCancelled()) {
                return Map.of();
            }
            List<TrainingPicture> pictures = new ArrayList<>();
            for (int i = start; i < Math.min(cache.size(), start + BATCH); i++) {
                pictures.add(cache.picture(i));
            }
            List<List<Detection>> found = runner.detect(pictures.stream().map(TrainingPicture::pixels).toList());
            for (int i = 0; i < pictures.size(); i++) {
                results.add(result(pictures.get(i), found.get(i)));
            }
        }
        return named(DetectionMetrics.score(results, labels));
    }

    private static PictureResult result(TrainingPicture picture, List<Detection> found) {
        double scale = picture.pixels().toOriginal();
        List<TrueBox> truth = picture.boxes().stream().map(b -> new TrueBox(b.label(), scaled(b.bounds(), scale))).toList();
        return new PictureResult(truth, found.stream().map(d -> new ScoredBox(d.label(), d.score(), d.bounds())).toList());
    }

    private static Bounds scaled(Bounds b, double scale) {
        return new Bounds(b.x() * scale, b.y() * scale, b.width() * scale, b.height() * scale);
    }

    private static Map<String, Double> named(DetectionScore score) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("mAP50", score.map50());
        named.put("mAP50_95", score.map50to95());
        named.put("precision", score.precision());
        named.put("recall", score.recall());
        named.put("f1", score.f1());
        return named;
    }
}
