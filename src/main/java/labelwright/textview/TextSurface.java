package labelwright.textview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.TextRange;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationTypeId;
import labelwright.text.Granularity;
import labelwright.text.Segmentation;
import labelwright.textview.flow.Blocks;
import labelwright.textview.flow.SpanIndex;
import labelwright.textview.gesture.Caret;
import labelwright.textview.gesture.TextKey;
import labelwright.textview.gesture.TextOutcome;
import labelwright.textview.gesture.TextPointer;
import labelwright.textview.gesture.TextPreview;
import labelwright.textview.gesture.TextStation;

/// A text with what people and models say about it. Holds no document: what it shows is handed in, and what a person does comes out as a
/// [EditRequest], to be shown again once it is done. All offsets are code points. FX thread.
public final class TextSurface extends Region {
    /// Sizes of letters, in pixels.
    public static final double SMALLEST = 9;
    public static final double USUAL = 15;
    public static final double LARGEST = 48;
    private static final double ZOOM_STEP = 1.1;

    /// How the text is cut into paragraphs.
    public enum View {
        /// As it was written.
        CONTINUOUS,
        /// Every sentence for itself, with its number.
        SENTENCES
    }

    private final SurfaceContent content;
    private final TextStation station;
    private final SurfaceStyle style = new SurfaceStyle(this, this::restyle);
    private final SurfaceScene scene;
    private final TextInput input;
    private final DoubleProperty letterSize = new SimpleDoubleProperty(this, "letterSize", USUAL);
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.CONTINUOUS);
    private final ObjectProperty<Granularity> granularity = new SimpleObjectProperty<>(this, "granularity", Granularity.WORD);
    private final ObjectProperty<@Nullable LabelId> activeLabel = new SimpleObjectProperty<>(this, "activeLabel", null);
    private final ObjectProperty<@Nullable RelationTypeId> relationType = new SimpleObjectProperty<>(this, "relationType", null);
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(this, "selection", Selection.NONE);
    private final ReadOnlyObjectWrapper<Optional<RelationId>> relation = new ReadOnlyObjectWrapper<>(this, "relation", Optional.empty());
    private final ReadOnlyObjectWrapper<Caret> caret = new ReadOnlyObjectWrapper<>(this, "caret", Caret.START);
    private Consumer<EditRequest> edits = _ -> {};
    private Consumer<AnnotationId> pointing = _ -> {};
    private Consumer<TextOutcome.Refusal> refusals = _ -> {};

    /// @param ids gives new annotations and relations their numbers
    public TextSurface(Supplier<AnnotationId> ids) {
        content = new SurfaceContent(ids);
        station = new TextStation(content);
        scene = new SurfaceScene(content, style.palette(), USUAL);
        input = new TextInput(this, station, scene);
        getStyleClass().add("text-surface");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        setMinSize(0, 0);
        getChildren().setAll(scene.nodes());
        scene.scrollBar().valueProperty().addListener((_, _, value) -> scrolledTo(value.doubleValue()));
        letterSize.addListener((_, _, size) -> {
            scene.letters(size.doubleValue());
            requestLayout();
        });
        view.addListener(_ -> cutAnew());
        granularity.addListener((_, _, next) -> content.granularity(next));
        activeLabel.addListener((_, _, next) -> content.activeLabel(next));
        relationType.addListener((_, _, next) -> content.relationType(next));
        focusedProperty().addListener(_ -> requestLayout());
        input.install();
    }

    /// Another text, from its beginning, with nothing on it.
    public void showText(Segmentation text) {
        content.text(text);
        station.reset();
        caret.set(station.caret());
        selection.set(Selection.NONE);
        relation.set(Optional.empty());
        scene.show(blocks());
        requestLayout();
    }

    public Segmentation text() {
        return content.cut();
    }

    /// What a person said about the text. Only what is different from the last time is looked at again.
    public void showAnnotations(AnnotationSet set, LabelSchema schema) {
        List<TextRange> changed = content.show(set, schema);
        scene.changed(changed);
        selection.set(content.selection());
        relation.set(content.selectedRelation());
        requestLayout();
    }

    /// What models propose, as a layer of its own.
    ///
    /// @param relations between the suggestions
    public void showSuggestions(List<Annotation> suggestions, List<Relation> relations) {
        scene.changed(content.suggest(suggestions, relations));
        requestLayout();
    }

    /// Annotations that are not drawn.
    public void hide(Set<AnnotationId> hidden) {
        scene.changed(content.hidden(hidden));
        requestLayout();
    }

    /// Marks one suggestion as the one in question, or none.
    public void point(Selection suggestion) {
        content.point(suggestion);
        suggestion.ids().stream().findFirst().flatMap(content.suggestions()::find).ifPresent(this::revealSpan);
        requestLayout();
    }

    /// Selects spans and shows the first of them.
    public void select(Selection next) {
        choose(next);
        next.ids().stream().findFirst().flatMap(content::find).ifPresent(this::revealSpan);
    }

    /// Selects a relation; none takes the selection away.
    public void select(Optional<RelationId> next) {
        content.relation(next.orElse(null));
        relation.set(content.selectedRelation());
        requestLayout();
    }

    /// What a search found, in rising order.
    ///
    /// @param current the place in the list that is looked at, or -1
    public void highlight(List<TextRange> found, int current) {
        content.found(found, current);
        if (current >= 0 && current < found.size()) {
            reveal(found.get(current));
        }
        requestLayout();
    }

    /// Stretches that would be labelled, in rising order.
    public void propose(List<TextRange> ranges) {
        content.proposed(ranges);
        requestLayout();
    }

    /// Marks a stretch of text, as if a person had drawn over it.
    public void mark(TextRange range) {
        station.moveTo(Caret.over(range));
        caretMoved();
    }

    /// Puts the caret somewhere, or marks what lies between its two places.
    public void moveCaret(Caret to) {
        station.moveTo(to);
        caretMoved();
    }

    /// As if the button went down in the text: for a picture of the same text. What it points at is scrolled to.
    public void press(TextPointer pointer) {
        elsewhere(station.press(pointer));
    }

    /// As [#press], for a button that is held.
    public void drag(TextPointer pointer) {
        elsewhere(station.drag(pointer));
    }

    /// As [#press], for a button that went up.
    public void release(TextPointer pointer) {
        elsewhere(station.release(pointer));
    }

    private void elsewhere(TextOutcome outcome) {
        perform(outcome);
        scene.reveal(station.caret().at(), getHeight());
        requestLayout();
    }

    /// Scrolls until the stretch can be seen.
    public void reveal(TextRange range) {
        scene.reveal(range.start(), getHeight());
        requestLayout();
    }

    /// Gives the label to what is marked, to the selected spans, or to what lies at the caret.
    public void label(LabelId label) {
        perform(station.label(label));
    }

    /// A new span over each of these stretches, as one change.
    public void labelAll(List<TextRange> ranges, LabelId label) {
        perform(station.edits().label(ranges, label, EditName.LABEL_IDENTICAL));
    }

    /// Does what a key means.
    ///
    /// @return whether it meant something
    public boolean key(TextKey key) {
        return perform(station.key(key));
    }

    /// @param meaning what a key that goes down means; what moves the caret is known here
    public void keys(Function<KeyEvent, Optional<TextKey>> meaning) {
        input.keys(meaning);
    }

    public void onEdit(Consumer<EditRequest> listener) {
        edits = listener;
    }

    /// A person pointed at a suggestion.
    public void onSuggestion(Consumer<AnnotationId> listener) {
        pointing = listener;
    }

    public void onRefusal(Consumer<TextOutcome.Refusal> listener) {
        refusals = listener;
    }

    public void zoomIn() {
        letterSize.set(Math.min(LARGEST, letterSize.get() * ZOOM_STEP));
    }

    public void zoomOut() {
        letterSize.set(Math.max(SMALLEST, letterSize.get() / ZOOM_STEP));
    }

    public DoubleProperty letterSizeProperty() {
        return letterSize;
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    public ObjectProperty<Granularity> granularityProperty() {
        return granularity;
    }

    /// The label that text gets as soon as it is marked; null when people mark first and label then.
    public ObjectProperty<@Nullable LabelId> activeLabelProperty() {
        return activeLabel;
    }

    /// What new relations are; null when none can be drawn.
    public ObjectProperty<@Nullable RelationTypeId> relationTypeProperty() {
        return relationType;
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public Selection getSelection() {
        return selection.get();
    }

    public ReadOnlyObjectProperty<Optional<RelationId>> relationProperty() {
        return relation.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Caret> caretProperty() {
        return caret.getReadOnlyProperty();
    }

    /// What a gesture in hand would do.
    public TextPreview preview() {
        return station.preview();
    }

    /// Where the character is on the surface: the middle of it, for tests and pop-ups; empty when it is not on the screen.
    public Optional<Point2D> place(int codePoint) {
        return scene.place(codePoint);
    }

    /// The spans over a code point, the innermost first.
    List<Annotation> spansAt(int codePoint) {
        return content.spans().at(codePoint);
    }

    /// What lies under a place of the surface.
    TextPointer pointerAt(double x, double y, Set<TextPointer.Modifier> held, int clicks) {
        return scene.pointer(x, y, held, clicks);
    }

    boolean perform(TextOutcome outcome) {
        switch (outcome) {
            case TextOutcome.Edited(EditRequest request) -> {
                edits.accept(request);
                choose(request.after());
            }
            case TextOutcome.Selected(Selection next) -> {
                choose(next);
                next.ids().stream().reduce((_, last) -> last).flatMap(content::find).ifPresent(this::revealSpan);
            }
            case TextOutcome.Related(Optional<RelationId> next) -> select(next);
            case TextOutcome.Pointed(AnnotationId suggestion) -> pointing.accept(suggestion);
            case TextOutcome.Refused(TextOutcome.Refusal why) -> refusals.accept(why);
            case TextOutcome.Going _ -> {
                // what changed is looked at below
            }
            case TextOutcome.Ignored _ -> {
                return false;
            }
        }
        caret.set(station.caret());
        scene.gesture(station.caret(), station.preview());
        requestLayout();
        return true;
    }

    void caretMoved() {
        caret.set(station.caret());
        scene.gesture(station.caret(), station.preview());
        scene.reveal(station.caret().at(), getHeight());
        requestLayout();
    }

    void hovered() {
        requestLayout();
    }

    void scrollBy(double pixels) {
        scene.scrollBy(pixels);
        requestLayout();
    }

    private void choose(Selection next) {
        content.select(next);
        selection.set(content.selection());
        relation.set(content.selectedRelation());
        requestLayout();
    }

    /// Scrolls only when the beginning of the span cannot be seen.
    private void revealSpan(Annotation span) {
        reveal(SpanIndex.extent(span));
    }

    SurfaceStyle style() {
        return style;
    }

    private Blocks blocks() {
        return view.get() == View.SENTENCES ? Blocks.ofSentences(content.cut()) : Blocks.ofLines(content.cut());
    }

    private void cutAnew() {
        Caret kept = station.caret();
        boolean seen = scene.place(kept.at()).isPresent();
        int place = scene.topPlace();
        scene.show(blocks());
        scene.gesture(kept, station.preview());
        scene.goTo(place);
        if (seen) {
            scene.layout(getWidth(), getHeight(), isFocused());
            scene.reveal(kept.at(), getHeight());
        }
        requestLayout();
    }

    private void restyle() {
        scene.palette(style.palette());
        requestLayout();
    }

    private void scrolledTo(double value) {
        if (scene.scrolledTo(value)) {
            requestLayout();
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(TextSurface.class.getResource("textview.css")).toExternalForm();
    }

    @Override
    protected void layoutChildren() {
        scene.layout(getWidth(), getHeight(), isFocused());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(SurfaceStyle.metaData());
        return all;
    }
}
