package labelwright.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.pixel.PatchSource;
import labelwright.canvas.raster.LayerStyle;
import labelwright.canvas.raster.ShapeLayer;
import labelwright.canvas.tool.PixelOptions;
import labelwright.canvas.tool.SkeletonLines;
import labelwright.canvas.tool.ToolContext;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.SkeletonTemplate;

/// What a canvas shows at the moment, and what tools may know of it. Mutable; belongs to the thread of the canvas.
/// Methods that change the look give back where, in picture pixels.
final class CanvasContent implements ToolContext {
    private static final double FILL = 0.18;

    private final ShapeLayer annotations = new ShapeLayer();
    private final ShapeLayer suggestions = new ShapeLayer();
    private final Supplier<AnnotationId> ids;
    private final CanvasWork work;
    private @Nullable PatchSource pixels;
    private Bounds visible = new Bounds(0, 0, 0, 0);
    private PixelOptions pixelOptions = PixelOptions.USUAL;
    private AnnotationSet set = AnnotationSet.empty(new ItemId(0), new Author.Gold());
    private LabelSchema schema = new LabelSchema(List.of());
    private Selection selection = Selection.NONE;
    private Selection current = Selection.NONE;
    private Set<AnnotationId> hidden = Set.of();
    private Set<AnnotationId> locked = Set.of();
    private Set<AnnotationId> inGesture = Set.of();
    private @Nullable LabelId activeLabel;
    private LayerStyle.Look look = new LayerStyle.Look(FILL, LayerStyle.Captions.SHOWN, 1);
    private Bounds picture = new Bounds(0, 0, 0, 0);
    private double pixel = 1;
    private boolean snapping = true;

    /// @param ids gives new annotations their ids
    /// @param work takes what the tools want done in the background
    CanvasContent(Supplier<AnnotationId> ids, CanvasWork work) {
        this.ids = ids;
        this.work = work;
    }

    ShapeLayer annotations() {
        return annotations;
    }

    ShapeLayer suggestions() {
        return suggestions;
    }

    LabelSchema schema() {
        return schema;
    }

    List<Bounds> show(AnnotationSet next, LabelSchema nextSchema) {
        set = next;
        schema = nextSchema;
        List<Bounds> changed = annotations.show(next.annotations());
        selection = held(selection);
        return changed;
    }

    List<Bounds> suggest(List<Annotation> next) {
        return suggestions.show(next);
    }

    List<Bounds> select(Selection next) {
        Set<AnnotationId> changed = new HashSet<>(selection.ids());
        changed.addAll(next.ids());
        selection = held(next);
        return places(annotations, changed);
    }

    /// Only what is there; as [Selection#within], without looking at all annotations.
    private Selection held(Selection wanted) {
        List<AnnotationId> found = wanted.ids().stream().filter(id -> annotations.find(id).isPresent()).toList();
        return found.size() == wanted.ids().size() ? wanted : Selection.of(found);
    }

    /// Marks one suggestion, or none.
    List<Bounds> point(Selection next) {
        Set<AnnotationId> changed = new HashSet<>(current.ids());
        changed.addAll(next.ids());
        current = next;
        return places(suggestions, changed);
    }

    /// These are not drawn because a gesture shows them elsewhere.
    List<Bounds> inGesture(Set<AnnotationId> next) {
        Set<AnnotationId> changed = new HashSet<>(inGesture);
        changed.addAll(next);
        inGesture = next;
        return places(annotations, changed);
    }

    void hidden(Set<AnnotationId> next) {
        hidden = Set.copyOf(next);
    }

    void locked(Set<AnnotationId> next) {
        locked = Set.copyOf(next);
    }

    void activeLabel(@Nullable LabelId label) {
        activeLabel = label;
    }

    void look(LayerStyle.Look next) {
        look = next;
    }

    LayerStyle.Look look() {
        return look;
    }

    void picture(Bounds area) {
        picture = area;
    }

    void snapping(boolean on) {
        snapping = on;
    }

    /// @param next the colours of the picture; null when there are none
    void pixels(@Nullable PatchSource next) {
        pixels = next;
    }

    void visible(Bounds area) {
        visible = area;
    }

    void pixelOptions(PixelOptions next) {
        pixelOptions = next;
    }

    /// What is not drawn because a gesture shows it elsewhere.
    Set<AnnotationId> inGesture() {
        return inGesture;
    }

    /// @param size of a screen pixel in picture pixels
    void pixel(double size) {
        pixel = size;
    }

    LayerStyle annotationStyle() {
        Set<AnnotationId> unseen = new HashSet<>(hidden);
        unseen.addAll(inGesture);
        return new LayerStyle(LayerStyle.byId(schema), selection, unseen, LayerStyle.Role.ANNOTATIONS, look);
    }

    LayerStyle suggestionStyle() {
        LayerStyle.Look light = look.withFill(look.fill() / 2);
        return new LayerStyle(LayerStyle.byId(schema), current, Set.of(), LayerStyle.Role.SUGGESTIONS, light);
    }

    Optional<Annotation> pointedAt() {
        return current.ids().stream().findFirst().flatMap(suggestions::find);
    }

    @Override
    public Optional<PatchSource> pixels() {
        return Optional.ofNullable(pixels);
    }

    @Override
    public Bounds visible() {
        return visible;
    }

    @Override
    public PixelOptions pixelOptions() {
        return pixelOptions;
    }

    @Override
    public <T> void background(Supplier<T> task, Consumer<T> done) {
        work.run(task, done);
    }

    @Override
    public Bounds picture() {
        return picture;
    }

    @Override
    public double pixel() {
        return pixel;
    }

    @Override
    public AnnotationSet set() {
        return set;
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public Optional<LabelClass> activeLabel() {
        return Optional.ofNullable(activeLabel).flatMap(schema::find);
    }

    @Override
    public AnnotationId newId() {
        return ids.get();
    }

    @Override
    public List<Annotation> at(Point point, double reach) {
        List<Annotation> hits = annotations.at(point, reach, this::canChange);
        List<Annotation> byLine = annotations
                .touching(new Bounds(point.x(), point.y(), 0, 0).grow(reach), this::canChange).stream()
                .filter(annotation -> !hits.contains(annotation) && isOnSkeleton(annotation, point, reach)).toList();
        return byLine.isEmpty() ? hits : Stream.concat(byLine.reversed().stream(), hits.stream()).toList();
    }

    private boolean isOnSkeleton(Annotation annotation, Point point, double reach) {
        return annotation.shape() instanceof Keypoints skeleton && skeleton(annotation.label())
                .filter(template -> SkeletonLines.distance(template, skeleton, point) <= reach).isPresent();
    }

    @Override
    public List<Annotation> near(Bounds area) {
        return annotations.touching(area, annotation -> !hidden.contains(annotation.id()));
    }

    @Override
    public boolean snapping() {
        return snapping;
    }

    @Override
    public Optional<SkeletonTemplate> skeleton(LabelId label) {
        return schema.find(label).flatMap(LabelClass::findSkeleton);
    }

    @Override
    public List<Annotation> inside(Bounds area) {
        return annotations.inside(area, this::canChange);
    }

    @Override
    public List<Annotation> suggestionsAt(Point point, double reach) {
        return suggestions.at(point, reach, suggestion -> true).stream()
                .sorted(Comparator.comparingDouble(suggestion -> suggestion.shape().area())).toList();
    }

    @Override
    public boolean canChange(Annotation annotation) {
        return !hidden.contains(annotation.id()) && !locked.contains(annotation.id());
    }

    /// Does not look at all annotations, for this is asked at every move of the pointer.
    @Override
    public List<Annotation> changeable() {
        return annotations.inOrder(selection.ids(), this::canChange);
    }

    @Override
    public List<Annotation> movable() {
        return annotations.inOrder(selection.ids(), this::canMove);
    }

    /// Every annotation that can be changed.
    Selection all() {
        return Selection.of(set.annotations().stream().filter(this::canChange).map(Annotation::id).toList());
    }

    private static List<Bounds> places(ShapeLayer layer, Collection<AnnotationId> ids) {
        List<Bounds> places = new ArrayList<>();
        ids.forEach(id -> layer.find(id).ifPresent(annotation -> places.add(annotation.shape().bounds())));
        return places;
    }
}
