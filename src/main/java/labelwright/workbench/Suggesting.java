package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.engine.Detection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.WorkState;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

/// Lets a model look at pictures and keeps what it says as the model's own answers. Suggestions never lie among a person's annotations.
public final class Suggesting {
    /// What is kept by default: low enough for a threshold slider to have something to hide.
    public static final double DEFAULT_FLOOR = 0.05;
    private static final int BATCH = 8;
    private static final int PORTION = 64;

    private final LoadedModel.Shelf shelf;

    Suggesting(LoadedModel.Shelf shelf) {
        this.shelf = shelf;
    }

    /// Suggests, in portions that are stored as they come; cancel keeps what is stored. What the model suggested for these items before is
    /// replaced.
    ///
    /// @param floor boxes with a lower score are not kept
    /// @param query which items; empty for all that nobody has answered completely
    public SuggestReport suggest(Project project, ModelId id, double floor, String query, Progress progress, CancelToken token) {
        long start = System.nanoTime();
        return Faults.told(() -> {
            List<ItemId> ids = new Unanswered(shelf).find(project, query);
            if (project.kind() == ProjectKind.TEXT) {
                return new TextSuggesting(shelf).suggest(project, id, floor, ids, progress, token);
            }
            try (LoadedModel model = shelf.load(id)) {
                Labels labels = Labels.of(model.labels(), shelf.store().projects().project(project.id()).schema());
                List<Problem> problems = new ArrayList<>(labels.problems);
                Counts counts = new Counts();
                PictureStream pictures = shelf.pictures(new ItemPages(shelf.store(), ids), model);
                List<AnnotationSet> portion = new ArrayList<>();
                for (List<PictureStream.Decoded> batch = pictures.next(BATCH); !batch.isEmpty(); batch = pictures.next(BATCH)) {
                    if (token.isCancelled()) {
                        break;
                    }
                    portion.addAll(look(batch, model, labels, floor, problems));
                    counts.looked += batch.size();
                    if (portion.size() >= PORTION) {
                        counts.store(shelf, id, portion);
                    }
                    progress.report(counts.looked, ids.size(), "%,d pictures, %,d suggestions".formatted(counts.looked, counts.stored));
                }
                counts.store(shelf, id, portion);
                return new SuggestReport(counts.items, counts.stored, problems, (System.nanoTime() - start) / 1e9);
            }
        });
    }

    private List<AnnotationSet> look(List<PictureStream.Decoded> batch, LoadedModel model, Labels labels, double floor,
            List<Problem> problems) {
        List<PictureStream.Decoded> readable = new ArrayList<>();
        for (PictureStream.Decoded decoded : batch) {
            if (decoded.image() != null) {
                readable.add(decoded);
            } else if (decoded.fault() != null) {
                problems.add(new Problem(decoded.item().name(), String.valueOf(decoded.fault().getMessage()), Problem.Action.SKIPPED));
            }
        }
        List<List<Detection>> found = model.predictor()
                .detectAll(readable.stream().map(decoded -> java.util.Objects.requireNonNull(decoded.image())).toList());
        List<AnnotationSet> sets = new ArrayList<>();
        for (int i = 0; i < readable.size(); i++) {
            sets.add(set(readable.get(i), found.get(i), model.version().id(), labels, floor));
        }
        return sets;
    }

    private AnnotationSet set(PictureStream.Decoded decoded, List<Detection> found, ModelId model, Labels labels, double floor) {
        List<Annotation> annotations = new ArrayList<>();
        for (Detection detection : found) {
            Optional<LabelId> label = labels.find(detection.label());
            if (detection.score() >= floor && label.isPresent()) {
                box(decoded, detection.bounds()).ifPresent(shape -> annotations.add(new Annotation(shelf.store().annotationIds().next(),
                        label.get(), shape, new Origin.Suggested(model, detection.score()))));
            }
        }
        return new AnnotationSet(decoded.item().id(), new Author.ByModel(model), WorkState.NEW, annotations, Set.of());
    }

    private static Optional<Shape> box(PictureStream.Decoded decoded, Bounds bounds) {
        Item item = decoded.item();
        return new Box(bounds.x() * decoded.scaleX(), bounds.y() * decoded.scaleY(), bounds.width() * decoded.scaleX(),
                bounds.height() * decoded.scaleY()).clip(item.width(), item.height());
    }

    private static final class Counts {
        private long looked;
        private long items;
        private long stored;

        void store(LoadedModel.Shelf shelf, ModelId model, List<AnnotationSet> portion) {
            if (!portion.isEmpty()) {
                shelf.store().annotations().saveSuggestions(model, portion);
                items += portion.size();
                stored += portion.stream().mapToLong(set -> set.annotations().size()).sum();
                portion.clear();
            }
        }
    }

    /// The model's labels by name in the project's schema. What the project has removed, or does not allow boxes for, is not suggested.
    private record Labels(List<Optional<LabelId>> ids, List<Problem> problems) {
        static Labels of(List<String> names, LabelSchema schema) {
            List<Optional<LabelId>> ids = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            Set<String> told = new HashSet<>();
            for (String name : names) {
                Optional<LabelClass> label = schema.findByName(name);
                Optional<LabelClass> usable = label.filter(found -> found.shapes().contains(ShapeKind.BOX));
                if (usable.isEmpty() && told.add(name)) {
                    problems.add(new Problem(name, label.isEmpty()
                            ? "The model knows the label \"" + name + "\", which the project does not have any more; it was not suggested."
                            : "The label \"" + name + "\" does not allow boxes, and the model suggests boxes only; it was not suggested.",
                            Problem.Action.SKIPPED));
                }
                ids.add(usable.map(LabelClass::id));
            }
            return new Labels(ids, problems);
        }

        Optional<LabelId> find(int index) {
            return ids.get(index);
        }
    }
}
