package labelwright.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import labelwright.engine.Detection;
import labelwright.geometry.Bounds;
import labelwright.learning.DetectionMetrics;
import labelwright.learning.DetectionScore;
import labelwright.learning.LabelScore;
import labelwright.learning.PictureResult;
import labelwright.learning.ScoredBox;
import labelwright.learning.TrueBox;
import labelwright.model.Annotation;
import labelwright.model.ItemId;
import labelwright.model.LabelSchema;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Split;
import labelwright.model.SuggestionCount;
import labelwright.model.query.ItemQuery;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.workbench.WorkbenchException.Reason;

/// Trained models: listed, named, staged, measured.
public final class Models {
    private static final int BATCH = 8;
    private static final int WORST = 50;

    private final LoadedModel.Shelf shelf;

    Models(LoadedModel.Shelf shelf) {
        this.shelf = shelf;
    }

    /// Whether the model ran elsewhere, and only its suggestions are here.
    public static boolean isElsewhere(ModelVersion model) {
        return model.family().equals(OtherModels.FAMILY);
    }

    /// To other workspaces and from them.
    public ModelFiles files() {
        return new ModelFiles(shelf.store());
    }

    /// Oldest first.
    public List<ModelVersion> all(Project project) {
        return Faults.told(() -> shelf.store().models().of(project.id()));
    }

    public ModelVersion model(ModelId id) {
        return Faults.told(() -> shelf.store().models().model(id));
    }

    /// @param name a name, or an id in digits
    /// @throws WorkbenchException NOT_FOUND, naming the models there are
    public ModelVersion byName(Project project, String name) {
        return Faults.told(() -> shelf.store().models().findByName(project.id(), name)).orElseThrow(() -> {
            List<String> names = all(project).stream().map(ModelVersion::name).toList();
            return new WorkbenchException(Reason.NOT_FOUND, names.isEmpty()
                    ? "The project has no models yet. Train one."
                    : "There is no model called \"" + name + "\". There are: " + String.join(", ", names) + ".");
        });
    }

    public void setStage(ModelId id, ModelVersion.Stage stage) {
        Faults.told(() -> shelf.store().models().setStage(id, stage));
    }

    public void rename(ModelId id, String name) {
        if (name.isBlank()) {
            throw new WorkbenchException(Reason.INVALID, "A model needs a name.");
        }
        Faults.told(() -> shelf.store().models().rename(id, name.strip()));
    }

    /// Deletes the model with its files and with what it suggested; what people took stays.
    public void delete(ModelId id) {
        Faults.told(() -> {
            ModelVersion model = shelf.store().models().model(id);
            shelf.store().models().delete(id);
            FileTree.delete(shelf.store().modelsFolder().resolve(model.folder()));
        });
    }

    /// What people said to the suggestions of each model.
    public List<SuggestionCount> counts(Project project) {
        return Faults.told(() -> shelf.store().annotations().suggestionCounts(project.id()));
    }

    /// Measures the model on the labelled items of a split, and keeps the result.
    /// @throws WorkbenchException INVALID when the split has no labelled items
    /// @throws labelwright.task.CancelledException when cancel was asked for
    public EvaluationReport evaluate(ModelId id, Split split, Progress progress, CancelToken token) {
        return Faults.told(() -> {
            ModelVersion version = model(id);
            Project project = shelf.store().projects().project(version.project());
            List<ItemId> ids = shelf.catalogue().find(project, new ItemQuery.InSplit(java.util.Set.of(split)), shelf.context().viewer());
            List<LabelledItem> items = new CountingAnswers(shelf.store()).all(ids);
            if (items.isEmpty()) {
                throw new WorkbenchException(Reason.INVALID, "The split " + split.key() + " has no "
                        + ItemWords.one(project.kind()) + " with a submitted answer. Split the project, or evaluate another split.");
            }
            if (project.kind() == ProjectKind.TEXT) {
                LoadedText model = LoadedText.load(shelf.store(), shelf.embedders(), id);
                EvaluationReport report = new TextEvaluation(shelf, project, model).report(split, items, new Watch(progress, token));
                shelf.store().models().saveEvaluation(id, split, EvaluationJson.write(report));
                return report;
            }
            try (LoadedModel model = shelf.load(id)) {
                Truth truth = Truth.of(model.labels(), project.schema());
                List<Seen> seen = look(items, model, truth, new Watch(progress, token));
                EvaluationReport report = report(version, split, truth, seen);
                shelf.store().models().saveEvaluation(id, split, EvaluationJson.write(report));
                return report;
            }
        });
    }

    /// What the model was measured to be the last time, if it has not changed since.
    public Optional<EvaluationReport> lastEvaluation(ModelId id) {
        return Faults.told(() -> shelf.store().models().lastEvaluation(id)
                .map(stored -> EvaluationJson.read(model(id), stored.split(), stored.report())));
    }

    private List<Seen> look(List<LabelledItem> items, LoadedModel model, Truth truth, Watch watch) {
        Map<ItemId, LabelledItem> labelled = new HashMap<>();
        items.forEach(item -> labelled.put(item.item().id(), item));
        PictureStream pictures = shelf.pictures(items.stream().map(LabelledItem::item).iterator(), model);
        List<Seen> seen = new ArrayList<>();
        for (List<PictureStream.Decoded> batch = pictures.next(BATCH); !batch.isEmpty(); batch = pictures.next(BATCH)) {
            watch.token().throwIfCancelled();
            for (PictureStream.Decoded decoded : batch) {
                LabelledItem item = labelled.get(decoded.item().id());
                if (item != null && decoded.image() != null) {
                    seen.add(new Seen(item,
                            new PictureResult(truth.boxes(item), found(decoded, model.predictor().detect(decoded.image())))));
                }
            }
            watch.progress().report(seen.size(), items.size(), "%,d pictures".formatted(seen.size()));
        }
        return seen;
    }

    private static List<ScoredBox> found(PictureStream.Decoded decoded, List<Detection> detections) {
        return detections.stream().map(detection -> new ScoredBox(detection.label(), detection.score(),
                new Bounds(detection.bounds().x() * decoded.scaleX(), detection.bounds().y() * decoded.scaleY(),
                        detection.bounds().width() * decoded.scaleX(), detection.bounds().height() * decoded.scaleY())))
                .toList();
    }

    private static EvaluationReport report(ModelVersion model, Split split, Truth truth, List<Seen> seen) {
        int labels = truth.names.size();
        DetectionScore score = DetectionMetrics.score(seen.stream().map(Seen::result).toList(), labels);
        SortedMap<String, Double> metrics = new TreeMap<>();
        metrics.put("mAP50", score.map50());
        metrics.put("mAP50_95", score.map50to95());
        metrics.put("precision", score.precision());
        metrics.put("recall", score.recall());
        metrics.put("f1", score.f1());
        metrics.put("threshold", score.threshold());
        List<EvaluationReport.LabelResult> perLabel = score.labels().stream().map(label -> result(truth.names.get(label.label()), label))
                .toList();
        List<String> names = new ArrayList<>(truth.names);
        names.add("background");
        List<List<Long>> confusion = score.confusion().stream().map(row -> row.stream().map(Integer::longValue).toList()).toList();
        List<EvaluationReport.WorstItem> worst = seen.stream().map(one -> one.judged(labels, score.threshold()))
                .filter(item -> item.missed() + item.extra() > 0)
                .sorted(Comparator.comparingInt((EvaluationReport.WorstItem item) -> item.missed() + item.extra()).reversed()).limit(WORST)
                .toList();
        return new EvaluationReport(model, split, seen.size(), metrics, perLabel, new EvaluationReport.Confusion(names, confusion), worst);
    }

    private static EvaluationReport.LabelResult result(String name, LabelScore score) {
        return new EvaluationReport.LabelResult(name, score.objects(), score.ap50(), score.ap50to95(), score.precision(), score.recall());
    }

    private record Seen(LabelledItem item, PictureResult result) {
        EvaluationReport.WorstItem judged(int labels, double threshold) {
            List<List<Integer>> confusion = DetectionMetrics.confusion(List.of(result), labels, threshold);
            int missed = 0;
            int extra = 0;
            for (int truth = 0; truth <= labels; truth++) {
                for (int said = 0; said <= labels; said++) {
                    missed += truth < labels && truth != said ? confusion.get(truth).get(said) : 0;
                    extra += said < labels && truth != said ? confusion.get(truth).get(said) : 0;
                }
            }
            return new EvaluationReport.WorstItem(item.item().id(), item.item().name(), missed, extra);
        }
    }

    /// What people said, in the numbers of the model's labels; labels that the model does not know come after its own and are never found.
    private record Truth(List<String> names, Map<labelwright.model.LabelId, Integer> indexes) {
        static Truth of(List<String> modelLabels, LabelSchema schema) {
            List<String> names = new ArrayList<>(modelLabels);
            Map<labelwright.model.LabelId, Integer> indexes = new HashMap<>();
            schema.labels().forEach(label -> {
                if (!names.contains(label.name())) {
                    names.add(label.name());
                }
                indexes.put(label.id(), names.indexOf(label.name()));
            });
            return new Truth(names, indexes);
        }

        List<TrueBox> boxes(LabelledItem item) {
            List<TrueBox> boxes = new ArrayList<>();
            for (Annotation annotation : item.answer().annotations()) {
                boxes.add(new TrueBox(indexes.getOrDefault(annotation.label(), 0), annotation.shape().bounds()));
            }
            return boxes;
        }
    }
}
