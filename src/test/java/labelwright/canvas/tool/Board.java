package labelwright.canvas.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.pixel.PatchSource;
import labelwright.canvas.raster.ShapeLayer;
import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.Flag;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.SkeletonTemplate;

/// A picture of 200 x 100 pixels at one screen pixel per pixel, with a real history behind it: what tools do is performed.
final class Board implements ToolContext {
    static final LabelClass ANY = new LabelClass(new LabelId(1), "any", new Colour(0), EnumSet.allOf(ShapeKind.class));

    private final Bounds picture;
    private final AnnotationIds ids = new AnnotationIds(0);
    private final EditHistory history = new EditHistory(AnnotationSet.empty(new ItemId(1), new Author.Annotator("me")), List.of(),
            List.of(),
            commit -> {});
    private final ShapeLayer layer = new ShapeLayer();
    private final ShapeLayer suggestions = new ShapeLayer();
    private final Set<AnnotationId> locked = new HashSet<>();
    private final List<EditName> names = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final ToolStation station = new ToolStation(this, this::ended);
    private final Deque<Runnable> background = new ArrayDeque<>();
    private Selection selection = Selection.NONE;
    private boolean snapping;
    private double pixel = 1;
    private @Nullable SkeletonTemplate template;
    private @Nullable PatchSource pixels;
    private Bounds visible = new Bounds(0, 0, 200, 100);
    private PixelOptions options = PixelOptions.USUAL;
    private @Nullable LabelClass label = ANY;

    Board() {
        this(200, 100);
    }

    Board(int width, int height) {
        this.picture = new Bounds(0, 0, width, height);
    }

    private void ended(Outcome outcome) {
        outcomes.add(outcome);
        switch (outcome) {
            case Outcome.Edited(EditRequest request) -> {
                names.add(request.name());
                history.perform(request.name(), request.edit());
                layer.show(set().annotations());
                selection = request.after();
            }
            case Outcome.Selected(Selection next) -> selection = next;
            case Outcome.Going _, Outcome.Cancelled _, Outcome.Pointed _, Outcome.Refused _ -> {
            }
        }
    }

    ToolStation station() {
        return station;
    }

    EditHistory history() {
        return history;
    }

    /// The names of the edits so far.
    List<EditName> names() {
        return names;
    }

    Outcome lastOutcome() {
        return outcomes.getLast();
    }

    AnnotationId put(Shape shape) {
        Annotation annotation = new Annotation(ids.next(), ANY.id(), shape, new Origin.Manual());
        history.perform(EditName.DRAW, Edit.add(set(), List.of(annotation)));
        layer.show(set().annotations());
        return annotation.id();
    }

    AnnotationId suggest(Shape shape) {
        Annotation annotation = new Annotation(ids.next(), ANY.id(), shape, new Origin.Manual());
        suggestions.show(List.of(annotation));
        return annotation.id();
    }

    void pin(AnnotationId id) {
        Annotation pinned = set().annotation(id);
        history.perform(EditName.EDIT_ATTRIBUTES,
                new Edit.Replace(List.of(pinned.withAttributes(Flag.PINNED.on(pinned.attributes())))));
        layer.show(set().annotations());
    }

    void lock(AnnotationId id) {
        locked.add(id);
    }

    void select(AnnotationId... chosen) {
        selection = Selection.of(List.of(chosen));
    }

    void label(@Nullable LabelClass next) {
        label = next;
    }

    Shape shape(AnnotationId id) {
        return set().annotation(id).shape();
    }

    Shape newest() {
        return set().annotations().getLast().shape();
    }

    static Pointer at(double x, double y, Pointer.Modifier... modifiers) {
        return new Pointer(new Point(x, y), Set.of(modifiers), 1);
    }

    void click(double x, double y, Pointer.Modifier... modifiers) {
        station.press(at(x, y, modifiers));
        station.release(at(x, y, modifiers));
    }

    void doubleClick(double x, double y) {
        click(x, y);
        station.press(new Pointer(new Point(x, y), Set.of(), 2));
        station.release(new Pointer(new Point(x, y), Set.of(), 2));
    }

    /// Presses, moves in steps and releases.
    void drag(double x0, double y0, double x1, double y1, Pointer.Modifier... modifiers) {
        dragWithoutRelease(x0, y0, x1, y1, modifiers);
        station.release(at(x1, y1, modifiers));
    }

    void dragWithoutRelease(double x0, double y0, double x1, double y1, Pointer.Modifier... modifiers) {
        station.press(at(x0, y0, modifiers));
        for (int i = 1; i <= 4; i++) {
            station.move(at(x0 + (x1 - x0) * i / 4, y0 + (y1 - y0) * i / 4, modifiers));
        }
    }

    @Override
    public Bounds picture() {
        return picture;
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
        return options;
    }

    @Override
    public <T> void background(Supplier<T> work, Consumer<T> done) {
        background.add(() -> done.accept(work.get()));
    }

    /// Does what tools gave to the background.
    void work() {
        while (!background.isEmpty()) {
            background.removeFirst().run();
            station.settled();
        }
    }

    int waiting() {
        return background.size();
    }

    void pixels(@Nullable PixelImage picture) {
        pixels = picture == null ? null : new PatchSource.Whole(picture);
    }

    void pixels(PatchSource source) {
        pixels = source;
    }

    void visible(Bounds area) {
        visible = area;
    }

    void options(PixelOptions next) {
        options = next;
    }

    @Override
    public double pixel() {
        return pixel;
    }

    @Override
    public AnnotationSet set() {
        return history.set();
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public Optional<LabelClass> activeLabel() {
        return Optional.ofNullable(label);
    }

    @Override
    public AnnotationId newId() {
        return ids.next();
    }

    @Override
    public List<Annotation> at(Point point, double reach) {
        return layer.at(point, reach, this::canChange);
    }

    @Override
    public List<Annotation> near(Bounds area) {
        return layer.touching(area, annotation -> true);
    }

    @Override
    public boolean snapping() {
        return snapping;
    }

    void snap() {
        snapping = true;
    }

    void zoom(double screenPixel) {
        pixel = screenPixel;
    }

    void template(@Nullable SkeletonTemplate next) {
        template = next;
    }

    @Override
    public Optional<SkeletonTemplate> skeleton(LabelId of) {
        return Optional.ofNullable(template);
    }

    @Override
    public List<Annotation> inside(Bounds area) {
        return layer.inside(area, this::canChange);
    }

    @Override
    public List<Annotation> suggestionsAt(Point point, double reach) {
        return suggestions.at(point, reach, suggestion -> true);
    }

    @Override
    public boolean canChange(Annotation annotation) {
        return !locked.contains(annotation.id());
    }
}
