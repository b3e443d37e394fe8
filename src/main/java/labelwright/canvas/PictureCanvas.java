package labelwright.canvas;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.aid.AidLayer;
import labelwright.canvas.raster.LayerStyle;
import labelwright.canvas.raster.PictureTone;
import labelwright.canvas.raster.Viewport;
import labelwright.canvas.tool.Outcome;
import labelwright.canvas.tool.PixelOptions;
import labelwright.canvas.tool.Preview;
import labelwright.canvas.tool.Tool;
import labelwright.canvas.tool.ToolStation;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;
import labelwright.media.Picture;
import labelwright.media.SampleRange;
import labelwright.media.SampleWindow;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;

/// Shows one picture with annotations and suggestions, and lets a person change them. JavaFX thread only.
///
/// What a person does comes out at [#onEdit]; whoever listens performs it and hands the new set in with [#showAnnotations]. The canvas
/// changes nothing by itself but the selection and the view.
public final class PictureCanvas extends Region {
    private static final double FIT_MARGIN = 16;
    private static final double KEPT_IN_SIGHT = 64;
    private static final double ZOOM_STEP = 1.25;

    /// What is under the pointer.
    ///
    /// @param x column of the pixel
    /// @param y row of the pixel
    /// @param rgb its colour as shown, 0xRRGGBB
    /// @param value its samples as text, with commas between channels: of a picture of 16 bits or floating point the real ones; empty while
    ///     they are being read
    public record Probe(int x, int y, int rgb, String value) {}

    private final CanvasContent content;
    private final ToolStation station;
    private final FrameView frame;
    private final PictureShow show;
    private final PixelLayer pixels;
    private final CanvasPointer pointer;
    private final GroupLayer groups = new GroupLayer();
    private final InteractionLayer interaction = new InteractionLayer();
    private final AidLayer aids = new AidLayer(this::centreOn);
    private final KeyCursor cursor;
    private final CanvasInput input;
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(this, "viewport", Viewport.IDENTITY);
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(this, "selection", Selection.NONE);
    private final ReadOnlyObjectWrapper<Selection> pointed = new ReadOnlyObjectWrapper<>(this, "pointedSuggestion", Selection.NONE);
    private final ObjectProperty<Tool.Kind> tool = new SimpleObjectProperty<>(this, "tool", Tool.Kind.SELECT);
    private final ObjectProperty<@Nullable LabelId> activeLabel = new SimpleObjectProperty<>(this, "activeLabel", null);
    private final ObjectProperty<PictureTone> tone = new SimpleObjectProperty<>(this, "tone", PictureTone.IDENTITY);
    private final BooleanProperty crosshair = new SimpleBooleanProperty(this, "crosshair", true);
    private final BooleanProperty keyCursor = new SimpleBooleanProperty(this, "keyCursor", false);
    private final DrawingOptions drawing = new DrawingOptions();
    private final GestureControl gestures;
    private Consumer<EditRequest> edits = request -> {};
    private Consumer<Outcome.Refusal> refusals = why -> {};
    private Preview shown = Preview.NOTHING;
    private boolean fitted = true;
    private boolean rehearsed;

    /// @param background where halved copies of large pictures are made
    /// @param ids gives new annotations their ids
    public PictureCanvas(Executor background, Supplier<AnnotationId> ids) {
        this.content = new CanvasContent(ids, new CanvasWork(background, this::settled));
        this.station = new ToolStation(content, this::ended);
        this.gestures = new GestureControl(station, this::gestureMoved);
        this.frame = new FrameView(content);
        this.pixels = new PixelLayer(content, frame, tool);
        this.show = new PictureShow(background, frame, new PictureShow.Listener(this::valuesCame, aids::show, content::pixels));
        this.pointer = new CanvasPointer(show, new CanvasPointer.Layers(interaction, aids, pixels));
        getStyleClass().add("picture-canvas");
        setFocusTraversable(true);
        setMinSize(0, 0);
        getChildren().addAll(frame, groups, interaction, pixels.cursor(), aids);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        tool.addListener((_, _, kind) -> {
            station.choose(kind);
            if (kind.hasTip() && !rehearsed) {
                rehearsed = true;
                background.execute(new BrushRehearsal());
            }
            interaction.crosshair(null);
            gestureMoved();
        });
        drawing.snapping().subscribe(on -> {
            content.snapping(on);
            gestureMoved();
        });
        pixels.options().addListener((_, _, _) -> gestureMoved());
        activeLabel.addListener((_, _, label) -> content.activeLabel(label));
        tone.addListener((_, _, next) -> frame.tone(next));
        cursor = new KeyCursor(station, new CursorScene(this, content, aids));
        keyCursor.addListener((_, _, on) -> switchCursor(on));
        aids.rulersProperty().addListener(_ -> requestLayout());
        input = new CanvasInput(this, station, cursor);
        input.install();
    }

    @Override
    public String getUserAgentStylesheet() {
        return PictureCanvas.class.getResource("canvas.css").toExternalForm();
    }

    /// Is told of every change that a person makes.
    public void onEdit(Consumer<EditRequest> listener) {
        edits = listener;
    }

    PictureShow show() {
        return show;
    }

    /// Rulers, grids and the map; whoever shows the canvas switches them.
    public AidLayer aids() {
        return aids;
    }

    /// How the values of the picture are shown.
    public ObjectProperty<PictureTone> toneProperty() {
        return tone;
    }

    /// Whether lines through the pointer are shown while shapes are drawn.
    public BooleanProperty crosshairProperty() {
        return crosshair;
    }

    /// Whether arrows move a cursor on the picture, and keys press at it.
    public BooleanProperty keyCursorProperty() {
        return keyCursor;
    }

    /// Where the keyboard's cursor is, in picture pixels; empty while there is none.
    public Optional<Point> cursorAt() {
        return cursor.at();
    }

    /// @param meaning what a key that goes down means to the canvas, if anything
    public void setKeys(Function<KeyEvent, Optional<CanvasKey>> meaning) {
        input.keys(meaning);
    }

    /// As if the key were pressed and let go.
    public void press(CanvasKey key) {
        input.press(key);
    }

    private void switchCursor(boolean on) {
        if (on) {
            cursor.on(CursorScene.middle(content.picture(), getViewport().visibleRegion(getWidth(), getHeight())));
        } else {
            cursor.off();
        }
        gestureMoved();
    }

    /// Moves the view so that this point of the picture is in its middle.
    public void centreOn(Point at) {
        look(getViewport().centredOn(at, getWidth(), getHeight()));
    }

    /// Is told why a press drew nothing.
    public void onRefusal(Consumer<Outcome.Refusal> listener) {
        refusals = listener;
    }

    /// Another picture: fits it into the view, and ends what was going on. Annotations and suggestions stay until others are shown.
    ///
    /// A picture in tiles stays open as long as its owner likes: of one that was closed nothing more can be drawn.
    public void showPicture(Picture next) {
        newPicture(new Bounds(0, 0, next.width(), next.height()));
        content.pixels(null);
        show.show(next);
    }

    /// A sheet of this size, for a picture whose file is not there.
    public void showMissing(int width, int height) {
        Bounds area = new Bounds(0, 0, width, height);
        newPicture(area);
        content.pixels(null);
        show.clear();
        frame.blank(area);
    }

    private void newPicture(Bounds area) {
        station.cancel();
        content.picture(area);
        aids.picture(area);
        fit();
        cursor.jump(area.centre());
    }

    /// What samples the picture has, when they are more than a screen can show at once (16 bits, signed, floating point); null otherwise.
    /// Of a big picture it may come a little later than the picture.
    public ReadOnlyObjectProperty<@Nullable SampleRange> sampleRangeProperty() {
        return show.rangeProperty();
    }

    /// Shows the samples of the picture through this window, until another picture is shown. Does nothing without a sample range.
    public void showWindow(SampleWindow window) {
        show.window(window);
    }

    /// Shows this set. Only what differs from before is drawn again. What is no longer there is no longer selected.
    public void showAnnotations(AnnotationSet set, LabelSchema schema) {
        boolean sameLabels = schema.equals(content.schema());
        frame.changed(content.show(set, schema));
        if (!sameLabels) {
            frame.restyled();
        }
        selection.set(content.selection());
        groups.show(content.annotations(), content.selection());
        gestureMoved();
    }

    /// Shows these suggestions; those that are taken or refused should not be among them.
    public void showSuggestions(List<Annotation> suggestions) {
        frame.changed(content.suggest(suggestions));
        if (content.pointedAt().isEmpty()) {
            pointAt(Selection.NONE);
        }
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public Selection getSelection() {
        return selection.get();
    }

    public void select(Selection next) {
        frame.changed(content.select(next));
        selection.set(content.selection());
        groups.show(content.annotations(), content.selection());
        gestureMoved();
    }

    /// Everything that is neither hidden nor locked.
    public void selectAll() {
        select(content.all());
    }

    /// The suggestion that a person pointed at, if any: at most one.
    public ReadOnlyObjectProperty<Selection> pointedSuggestionProperty() {
        return pointed.getReadOnlyProperty();
    }

    public void pointAt(Selection suggestion) {
        frame.changed(content.point(suggestion));
        pointed.set(suggestion);
    }

    public ObjectProperty<Tool.Kind> toolProperty() {
        return tool;
    }

    /// The label of new shapes; null for none.
    public ObjectProperty<@Nullable LabelId> activeLabelProperty() {
        return activeLabel;
    }

    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    public Viewport getViewport() {
        return viewport.get();
    }

    /// What is under the pointer; null outside the picture.
    public ReadOnlyObjectProperty<@Nullable Probe> probeProperty() {
        return pointer.probe();
    }

    /// Hidden annotations are not drawn; neither hidden nor locked ones can be taken with the pointer.
    public void setVisibility(Set<AnnotationId> hidden, Set<AnnotationId> locked) {
        content.hidden(hidden);
        content.locked(locked);
        frame.restyled();
    }

    /// @param look how shapes look; the density of the screen is put in here
    public void setLook(LayerStyle.Look look) {
        content.look(look.withPixel(content.look().pixel()));
        frame.restyled();
    }

    /// The whole picture; it stays so when the size of the canvas changes.
    public void fit() {
        double inset = aids.inset();
        look(Viewport.fit(content.picture(), getWidth() - inset, getHeight() - inset, FIT_MARGIN).pan(inset, inset));
        fitted = true;
    }

    /// Makes the annotations fill the view, as far as that helps: a shape of a few pixels is not blown up beyond all measure.
    public void zoomTo(Collection<Annotation> annotations) {
        annotations.stream().map(annotation -> annotation.shape().bounds()).reduce(Bounds::union)
                .ifPresent(bounds -> look(getViewport().closeTo(bounds, getWidth(), getHeight())));
    }

    /// One screen pixel for one picture pixel, around the middle of the view.
    public void actualSize() {
        zoomAt(getWidth() / 2, getHeight() / 2, 1 / getViewport().scale());
    }

    public void zoomIn() {
        zoomAt(getWidth() / 2, getHeight() / 2, ZOOM_STEP);
    }

    public void zoomOut() {
        zoomAt(getWidth() / 2, getHeight() / 2, 1 / ZOOM_STEP);
    }

    /// @param x on this node
    /// @param y on this node
    public void zoomAt(double x, double y, double factor) {
        look(getViewport().zoomAt(x, y, factor));
    }

    public void panBy(double dx, double dy) {
        look(getViewport().pan(dx, dy));
    }

    /// Moves the view so that the annotation is in it, and larger if it is very small.
    public void reveal(AnnotationId id) {
        Optional<Annotation> found = content.annotations().find(id).or(() -> content.suggestions().find(id));
        found.map(annotation -> getViewport().revealing(annotation.shape().bounds(), getWidth(), getHeight()))
                .filter(next -> !next.equals(getViewport())).ifPresent(this::look);
    }

    /// What a press at this place of the picture would take, topmost first.
    public List<Annotation> annotationsAt(Point at) {
        return content.at(at, content.outlineReach());
    }

    public DrawingOptions drawing() {
        return drawing;
    }

    public GestureControl gestures() {
        return gestures;
    }

    /// How the brush, the wand and their like work.
    public ObjectProperty<PixelOptions> pixelOptionsProperty() {
        return pixels.options();
    }

    /// @param words from the number of a group and how many regions it has to what stands at its frame
    public void setGroupWords(BiFunction<Integer, Integer, String> words) {
        groups.words(words);
    }

    private void valuesCame() {
        pointer.refresh();
    }

    private void settled() {
        station.settled();
        gestureMoved();
    }

    @Override
    protected void layoutChildren() {
        double density = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        if (content.look().pixel() != density) {
            content.look(content.look().withPixel(density));
        }
        interaction.resize(getWidth(), getHeight());
        groups.resize(getWidth(), getHeight());
        aids.resize(getWidth(), getHeight());
        frame.resizeTo(getWidth(), getHeight(), density);
        if (fitted) {
            fit();
        }
    }

    private void look(Viewport wanted) {
        fitted = false;
        Viewport next = wanted.keepInSight(content.picture(), getWidth(), getHeight(), KEPT_IN_SIGHT);
        content.pixel(1 / next.scale());
        content.visible(next.visibleRegion(getWidth(), getHeight()));
        viewport.set(next);
        frame.view(next);
        interaction.view(next);
        groups.view(next);
        pointer.view(next);
        aids.view(next);
        gestureMoved();
    }

    /// Brings what lies above the annotations up to date.
    void gestureMoved() {
        Preview preview = station.preview();
        if (!preview.equals(shown)) {
            Set<AnnotationId> moving = Preview.hiddenBy(preview);
            if (!moving.equals(content.inGesture())) {
                frame.changed(content.inGesture(moving));
            }
            shown = preview;
        }
        pixels.show(preview);
        groups.setVisible(preview instanceof Preview.Nothing);
        interaction.handles(handled(preview), content.picture());
        interaction.guide(station.note(), station.snap());
        interaction.preview(preview, content.schema());
    }

    private @Nullable Shape handled(Preview preview) {
        List<Annotation> changeable = content.changeable();
        if (preview instanceof Preview.Changed changed) {
            return changed.annotations().size() == 1 ? changed.annotations().getFirst().shape() : null;
        }
        boolean one = changeable.size() == 1 && content.selection().ids().size() == 1;
        boolean idle = preview instanceof Preview.Nothing;
        return one && idle && station.tool().usesHandles() ? changeable.getFirst().shape() : null;
    }

    void hovered(double x, double y) {
        boolean inside = content.picture().contains(getViewport().toPicture(x, y));
        pointer.hovered(new Point(x, y), crosshair.get() && tool.get().isExact() && inside);
    }

    /// The pointer is over a view beside this one: its place is shown whichever tool is chosen.
    void pointFromBeside(Point screen) {
        interaction.crosshair(screen);
    }

    void hoverEnded() {
        station.pointerLeft();
        interaction.guide(station.note(), station.snap());
        pointer.left();
    }

    private void ended(Outcome outcome) {
        switch (outcome) {
            case Outcome.Going _, Outcome.Cancelled _ -> {
            }
            case Outcome.Edited(EditRequest request) -> {
                frame.changed(content.inGesture(Set.of()));
                shown = Preview.NOTHING;
                edits.accept(request);
                select(request.after());
                boolean drawn = request.name() == EditName.DRAW && tool.get().draws().isPresent() && tool.get() != Tool.Kind.POINTS;
                if (drawn && drawing.backToSelect().get()) {
                    tool.set(Tool.Kind.SELECT);
                }
            }
            case Outcome.Selected(Selection next) -> {
                pointAt(Selection.NONE);
                select(next);
            }
            case Outcome.Pointed(AnnotationId suggestion) -> {
                select(Selection.NONE);
                pointAt(Selection.of(suggestion));
            }
            case Outcome.Refused(Outcome.Refusal why) -> refusals.accept(why);
        }
    }
}
