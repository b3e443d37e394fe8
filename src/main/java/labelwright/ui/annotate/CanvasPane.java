package labelwright.ui.annotate;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.raster.LayerStyle;
import labelwright.edit.Selection;
import labelwright.media.Picture;
import labelwright.model.AnnotationSet;
import labelwright.model.Item;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AfterFrame;
import labelwright.ui.control.EmptyState;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;
import labelwright.workbench.FileState;

/// The canvas and what may lie over it: where the pointer is, and what to do when there is no picture to be seen.
final class CanvasPane extends StackPane {
    private static final Texts TEXTS = Texts.of(CanvasPane.class);
    private static final List<String> PICTURES = List.of("jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp");
    private static final double CARD_MARGIN = 12;
    /// A picture that comes this quickly comes without a sign of waiting.
    private static final Duration PATIENCE = Duration.millis(150);
    private static final Duration CALM = Duration.millis(400);

    private final Workplace workplace;
    private final PictureCanvas canvas;
    private final ProjectContext context;
    private final StackPane over = new StackPane();
    private final Label readout = new Label();
    private final ProgressIndicator waiting = new ProgressIndicator();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final PauseTransition calm = new PauseTransition(CALM);
    private final AfterFrame settled;
    private final PreparingCard preparing;
    private @Nullable Picture shown;
    private Supplier<String> keys = () -> "";

    CanvasPane(Workplace workplace, PictureCanvas canvas, ViewOptions options, TonePanel tone, ProjectContext context) {
        this.workplace = workplace;
        this.settled = new AfterFrame(this::readAhead);
        calm.setOnFinished(_ -> workplace.readAhead(Workplace.Reach.AROUND));
        this.canvas = canvas;
        this.context = context;
        canvas.setId("annotate-canvas");
        setMinSize(0, 0);
        over.setPickOnBounds(false);
        waiting.setMaxSize(36, 36);
        waiting.setVisible(false);
        patience.setOnFinished(_ -> waiting.setVisible(workplace.picture().get() instanceof PictureState.Loading));
        readout.getStyleClass().add("annotate-readout");
        readout.setId("annotate-readout");
        readout.setMouseTransparent(true);
        setAlignment(tone, Pos.TOP_RIGHT);
        setMargin(tone, new Insets(CARD_MARGIN));
        preparing = new PreparingCard(context);
        setAlignment(preparing, Pos.BOTTOM_CENTER);
        setMargin(preparing, new Insets(CARD_MARGIN));
        CompareBoard board = new CompareBoard(workplace, canvas, options, context);
        board.put(readout);
        getChildren().addAll(board, waiting, over, tone, preparing);
        bindCanvas(options);
        workplace.picture().subscribe(this::show);
        workplace.queue().total().subscribe(_ -> showOver());
    }

    /// A bar at the lower edge of the picture, above all else.
    void put(Node bar) {
        setAlignment(bar, Pos.BOTTOM_CENTER);
        setMargin(bar, new Insets(CARD_MARGIN));
        getChildren().add(bar);
    }

    /// @param words what can be done with the cursor that is moved by keys; told while it is on
    void tellKeys(Supplier<String> words) {
        keys = words;
        readOut();
    }

    PictureCanvas canvas() {
        return canvas;
    }

    private void bindCanvas(ViewOptions options) {
        canvas.onEdit(workplace::perform);
        canvas.setGroupWords((group, regions) -> TEXTS.format("group.frame", group, regions));
        canvas.toolProperty().bindBidirectional(workplace.tool());
        canvas.activeLabelProperty().bind(workplace.labels().active());
        workplace.answer().subscribe(this::show);
        context.project().subscribe(_ -> show(workplace.answer().get()));
        workplace.suggestions().shown().subscribe(canvas::showSuggestions);
        workplace.suggestions().pointed().subscribe(this::point);
        canvas.pointedSuggestionProperty().subscribe(pointed -> workplace.suggestions().pointed().set(pointed));
        workplace.selection().subscribe(this::select);
        canvas.selectionProperty().subscribe(selection -> workplace.selection().set(selection));
        workplace.regions().hidden().subscribe(_ -> showVisibility());
        workplace.regions().locked().subscribe(_ -> showVisibility());
        options.names().subscribe(_ -> look(options));
        options.fill().subscribe(_ -> look(options));
        options.outline().subscribe(_ -> look(options));
        options.colouring().subscribe(_ -> look(options));
        canvas.crosshairProperty().bind(options.crosshair());
        canvas.toneProperty().bind(options.tone());
        canvas.drawing().snapping().bindBidirectional(options.snapping());
        canvas.drawing().backToSelect().bindBidirectional(options.backToSelect());
        canvas.aids().minimapProperty().bind(options.minimap());
        canvas.aids().rulersProperty().bind(options.rulers());
        options.rulers().subscribe(_ -> readout.requestLayout());
        canvas.aids().gridProperty().bind(options.grid());
        canvas.aids().spacingProperty().bind(options.spacing());
        canvas.aids().pixelGridProperty().bind(options.pixelGrid());
        workplace.session().addListener((_, before, after) -> {
            if (before == null || after == null || !before.item().id().equals(after.item().id())) {
                options.pictureChanged();
            }
        });
        canvas.probeProperty().subscribe(_ -> readOut());
        canvas.viewportProperty().subscribe(_ -> readOut());
        canvas.keyCursorProperty().subscribe(_ -> readOut());
    }

    private void show(@Nullable AnnotationSet answer) {
        if (answer != null) {
            canvas.showAnnotations(answer, context.project().get().schema());
        }
    }

    private void select(Selection selection) {
        if (!selection.equals(canvas.getSelection())) {
            canvas.select(selection);
        }
    }

    private void point(Selection pointed) {
        if (!pointed.equals(canvas.pointedSuggestionProperty().get())) {
            canvas.pointAt(pointed);
        }
    }

    private void showVisibility() {
        canvas.setVisibility(workplace.regions().hidden().get(), workplace.regions().locked().get());
    }

    private void look(ViewOptions options) {
        canvas.setLook(new LayerStyle.Look(options.fill().get(),
                options.names().get() ? LayerStyle.Captions.SHOWN : LayerStyle.Captions.HIDDEN, 1, options.colouring().get(),
                options.outline().get()));
    }

    private void show(PictureState state) {
        waiting.setVisible(false);
        patience.stop();
        calm.stop();
        switch (state) {
            case PictureState.None _ -> canvas.showMissing(0, 0);
            case PictureState.Loading(Item item) -> {
                sheet(item);
                patience.playFromStart();
            }
            case PictureState.Ready(Item _, Picture pixels) -> {
                // The same picture read again, after suggestions came in: the view stays where it is.
                if (!pixels.equals(shown)) {
                    canvas.showPicture(pixels);
                }
                shown = pixels;
                preparing.show(pixels);
            }
            case PictureState.Absent absent -> sheet(absent.item());
        }
        settled.request();
        readout.setVisible(!(state instanceof PictureState.None));
        showOver();
    }

    /// Reading several large pictures keeps every core busy, so all but the next one wait until the person stays at a picture.
    private void readAhead() {
        workplace.readAhead(Workplace.Reach.NEXT);
        calm.playFromStart();
    }

    private void sheet(Item item) {
        shown = null;
        preparing.show(null);
        canvas.showMissing(Math.max(1, item.width()), Math.max(1, item.height()));
    }

    private void showOver() {
        over.getChildren().clear();
        if (workplace.picture().get() instanceof PictureState.Absent absent) {
            over.getChildren().add(absent(absent));
        } else if (workplace.picture().get() instanceof PictureState.None && workplace.queue().total().get() == 0) {
            over.getChildren().add(empty());
        }
    }

    private Node absent(PictureState.Absent absent) {
        boolean gone = absent.state() == FileState.MISSING;
        Action locate = Action.of(TEXTS, "annotate.locate").icon("mdi2f-file-search-outline").does(() -> locate(absent));
        EmptyState state = new EmptyState("annotate-missing", "mdi2i-image-off-outline",
                TEXTS.get(gone ? "missing.title" : "unreadable.title"),
                TEXTS.format(gone ? "missing.text" : "unreadable.text", Words.path(absent.file()), absent.why()), List.of(locate));
        state.getStyleClass().add("annotate-card");
        state.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return state;
    }

    private void locate(PictureState.Absent absent) {
        context.app().files().chooseFile(TEXTS.format("locate.title", absent.item().name()), absent.file(), PICTURES)
                .ifPresent(file -> workplace.locate(absent.item(), file,
                        found -> context.app().notices().say(TEXTS.format("notice.located", found))));
    }

    private Node empty() {
        Action toData = Action.of(TEXTS, "annotate.toData").icon("mdi2i-import")
                .does(() -> context.app().navigator().go(new Place.Home(Place.DATA)));
        return new EmptyState("annotate-empty", "mdi2i-image-multiple-outline", TEXTS.get("empty.title"), TEXTS.get("empty.text"),
                List.of(toData));
    }

    private void readOut() {
        PictureCanvas.Probe probe = canvas.probeProperty().get();
        String zoom = Words.percent(canvas.getViewport().scale());
        String place = probe == null ? zoom : String.format(Locale.ROOT, "%d, %d   %s   %s", probe.x(), probe.y(), value(probe), zoom);
        readout.setText(canvas.keyCursorProperty().get() ? place + "   " + keys.get() : place);
    }

    /// The samples of pictures that have more than the screen shows, the colour of others.
    private String value(PictureCanvas.Probe probe) {
        boolean deep = canvas.sampleRangeProperty().get() != null;
        return deep ? probe.value() : String.format(Locale.ROOT, "#%06x", probe.rgb());
    }
}
