package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.engine.Detection;
import labelwright.engine.DropoutReading;
import labelwright.learning.Candidate;
import labelwright.learning.DetectionUncertainty;
import labelwright.learning.ProbableBox;
import labelwright.learning.SamplingStrategy;
import labelwright.media.PixelImage;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.ModelId;
import labelwright.model.ProjectKind;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.workbench.WorkbenchException.Reason;

/// Chooses the items that are most useful to label next, among those that nobody has answered completely. The order is kept, so that lists
/// can be sorted by it; a new ranking replaces it.
public final class Ranking {
    private static final int PASSES = 10;
    private static final int PORTION = 64;
    private static final float[] NO_FEATURES = {0};

    private final LoadedModel.Shelf shelf;

    Ranking(LoadedModel.Shelf shelf) {
        this.shelf = shelf;
    }

    /// Chooses, most useful first.
    /// @throws labelwright.task.CancelledException when cancel was asked for; the last ranking then stays
    public List<RankedItem> rank(RankRequest request, Progress progress, CancelToken token) {
        if (request.count() < 1) {
            throw new WorkbenchException(Reason.INVALID,
                    "Choose at least one " + ItemWords.one(request.project().kind()) + ", not " + request.count() + ".");
        }
        return Faults.told(() -> {
            List<ItemId> ids = new Unanswered(shelf).find(request.project(), "");
            List<Candidate> candidates = candidates(ids, request, new Watch(progress, token));
            List<ItemId> chosen = sampling(request.strategy()).select(candidates, request.count(), request.seed());
            shelf.store().items().saveUsefulness(request.project().id(), request.strategy() == Strategy.RANDOM ? null : request.model(),
                    chosen);
            Map<ItemId, Double> uncertainty = new HashMap<>();
            candidates.forEach(candidate -> uncertainty.put(candidate.id(), candidate.uncertainty()));
            return shelf.catalogue().items(chosen).stream()
                    .map(item -> new RankedItem(item.id(), item.name(), uncertainty.getOrDefault(item.id(), 0.0))).toList();
        });
    }

    private List<Candidate> candidates(List<ItemId> ids, RankRequest request, Watch watch) {
        Strategy strategy = request.strategy();
        @Nullable
        ModelId id = request.model();
        if (strategy == Strategy.RANDOM) {
            return ids.stream().map(item -> new Candidate(item, 0, NO_FEATURES)).toList();
        }
        if (id == null) {
            throw new WorkbenchException(Reason.INVALID, "The strategy " + strategy.key() + " needs a model. Train one, or use random.");
        }
        if (request.project().kind() == ProjectKind.TEXT) {
            return texts(ids, id, request, watch);
        }
        List<Candidate> candidates = new ArrayList<>();
        try (LoadedModel model = shelf.load(id)) {
            PictureStream pictures = shelf.pictures(new ItemPages(shelf.store(), ids), model);
            long looked = 0;
            for (List<PictureStream.Decoded> next = pictures.next(1); !next.isEmpty(); next = pictures.next(1)) {
                watch.token().throwIfCancelled();
                PixelImage image = next.getFirst().image();
                if (image != null) {
                    candidates.add(candidate(next.getFirst().item(), image, model, strategy));
                }
                watch.progress().report(++looked, ids.size(), "%,d pictures".formatted(looked));
            }
        }
        return candidates;
    }

    private List<Candidate> texts(List<ItemId> ids, ModelId id, RankRequest request, Watch watch) {
        LoadedText model = LoadedText.load(shelf.store(), shelf.embedders(), id);
        List<Candidate> candidates = new ArrayList<>();
        boolean features = switch (request.strategy()) {
            case DIVERSITY, HYBRID -> true;
            case RANDOM, UNCERTAINTY -> false;
        };
        for (int from = 0; from < ids.size(); from += PORTION) {
            watch.token().throwIfCancelled();
            List<Item> portion = shelf.catalogue().items(ids.subList(from, Math.min(ids.size(), from + PORTION)));
            // several texts side by side: reading one keeps one processor busy
            candidates.addAll(portion.parallelStream().map(item -> {
                watch.token().throwIfCancelled();
                LoadedText.Looked looked = model.look(shelf.store().texts().text(item.id()).text(), request.seed() + item.id().value(),
                        features);
                return new Candidate(item.id(), looked.uncertainty(), features ? looked.embedding() : NO_FEATURES);
            }).toList());
            watch.progress().report(candidates.size(), ids.size(), "%,d texts".formatted(candidates.size()));
        }
        return candidates;
    }

    private static Candidate candidate(Item item, PixelImage image, LoadedModel model, Strategy strategy) {
        double uncertainty = DetectionUncertainty.of(boxes(model.predictor().read(image, PASSES)), model.labels().size());
        float[] features = switch (strategy) {
            case DIVERSITY, HYBRID -> model.predictor().features(image);
            case RANDOM, UNCERTAINTY -> NO_FEATURES;
        };
        return new Candidate(item.id(), uncertainty, features);
    }

    private static List<List<ProbableBox>> boxes(DropoutReading reading) {
        List<List<ProbableBox>> passes = new ArrayList<>();
        for (List<Detection> pass : reading.passes()) {
            passes.add(pass.stream().map(detection -> new ProbableBox(detection.bounds(), detection.labelProbabilities())).toList());
        }
        return passes;
    }

    private static SamplingStrategy sampling(Strategy strategy) {
        return switch (strategy) {
            case RANDOM -> SamplingStrategy.RANDOM;
            case UNCERTAINTY -> SamplingStrategy.UNCERTAINTY;
            case DIVERSITY -> SamplingStrategy.DIVERSITY;
            case HYBRID -> SamplingStrategy.HYBRID;
        };
    }
}
