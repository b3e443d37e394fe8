package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import labelwright.canvas.LinkedView;
import labelwright.canvas.PictureCanvas;
import labelwright.canvas.raster.PictureTone;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.Workbench;

/// The canvas, and beside it linked views of the same picture's channels or of neighbouring pictures with their answers. One, two or four
/// fields of the same size.
final class CompareBoard extends Region {
    private static final Texts TEXTS = Texts.of(CompareBoard.class);
    private static final double GAP = 2;
    private static final int[] BEFORE_AND_AFTER = {-1, 1, 2};
    private static final PictureTone.Channel[] CHANNELS = {PictureTone.Channel.RED, PictureTone.Channel.GREEN, PictureTone.Channel.BLUE};

    private final Workplace workplace;
    private final ViewOptions options;
    private final ProjectContext context;
    private final PictureCanvas canvas;
    private final List<LinkedView> views = new ArrayList<>();
    private final List<Region> corners = new ArrayList<>();
    private final List<LatestRead> reads = new ArrayList<>();

    CompareBoard(Workplace workplace, PictureCanvas canvas, ViewOptions options, ProjectContext context) {
        this.workplace = workplace;
        this.canvas = canvas;
        this.options = options;
        this.context = context;
        setMinSize(0, 0);
        getStyleClass().add("annotate-compare");
        getChildren().add(canvas);
        options.comparison().subscribe(this::arrange);
        options.tone().addListener((_, _, _) -> tones());
        workplace.picture().addListener((_, _, _) -> fill());
        workplace.queue().position().addListener((_, _, _) -> fill());
    }

    private void arrange(Comparison comparison) {
        views.forEach(LinkedView::unlink);
        getChildren().removeAll(views);
        views.clear();
        reads.clear();
        for (int i = 0; i < comparison.views(); i++) {
            LinkedView view = new LinkedView(canvas);
            view.setId("annotate-compare-" + (i + 1));
            views.add(view);
            reads.add(context.app().jobs().latest());
        }
        getChildren().addAll(views);
        corners.forEach(Node::toFront);
        tones();
        fill();
        requestLayout();
    }

    private void tones() {
        for (int i = 0; i < views.size(); i++) {
            PictureTone tone = options.tone().get();
            views.get(i).setTone(options.comparison().get() == Comparison.CHANNELS ? tone.withChannel(CHANNELS[i]) : tone);
        }
    }

    /// Shows what belongs beside the picture now.
    private void fill() {
        switch (options.comparison().get()) {
            case NOTHING -> {
            }
            case NEXT -> neighbour(0, 1);
            case PREVIOUS -> neighbour(0, -1);
            case NEIGHBOURS -> {
                for (int i = 0; i < views.size(); i++) {
                    neighbour(i, BEFORE_AND_AFTER[i]);
                }
            }
            case CHANNELS -> channels();
        }
    }

    private void channels() {
        for (int i = 0; i < views.size(); i++) {
            LinkedView view = views.get(i);
            view.setCaption(TEXTS.name(CHANNELS[i]));
            view.mirror();
        }
    }

    /// A picture and what its annotator drew on it.
    private record Neighbour(Item item, AnnotationSet answer) {}

    private void neighbour(int field, int steps) {
        LinkedView view = views.get(field);
        Optional<ItemId> id = workplace.queue().neighbour(steps);
        if (id.isEmpty()) {
            reads.get(field).forget();
            view.showNothing();
            view.setCaption(TEXTS.get(steps < 0 ? "compare.first" : "compare.last"));
            return;
        }
        Workbench workbench = context.workbench();
        Author.Annotator viewer = context.annotator().get();
        List<ItemId> one = List.of(id.get());
        reads.get(field).read(TEXTS.get("doing.open"), () -> {
            Item item = workbench.catalogue().rows(one, viewer).getFirst().item();
            return new Neighbour(item, workbench.catalogue().answers(one, viewer).getFirst());
        }, neighbour -> show(view, neighbour, steps));
    }

    private void show(LinkedView view, Neighbour neighbour, int steps) {
        view.setCaption(TEXTS.format("compare.caption", steps, neighbour.item().name()));
        view.showAnnotations(neighbour.answer(), context.project().get().schema());
        context.app().jobs().deliver(TEXTS.get("doing.open"), context.workbench().pictures().picture(neighbour.item()), pixels -> {
            boolean stillWanted = workplace.queue().neighbour(steps).filter(neighbour.item().id()::equals).isPresent();
            if (stillWanted && views.contains(view)) {
                view.showPicture(pixels);
            }
        }, fault -> {
            view.showNothing();
            view.setCaption(TEXTS.format("compare.fault", neighbour.item().name(), Optional.ofNullable(fault.getMessage()).orElse("")));
        });
    }

    /// Something small at the lower left of the canvas, which stays there when the canvas gets smaller.
    void put(Region corner) {
        corners.add(corner);
        getChildren().add(corner);
    }

    @Override
    protected void layoutChildren() {
        int fields = 1 + views.size();
        int columns = fields == 1 ? 1 : 2;
        int rows = (fields + columns - 1) / columns;
        double width = Math.floor((getWidth() - GAP * (columns - 1)) / columns);
        double height = Math.floor((getHeight() - GAP * (rows - 1)) / rows);
        for (int i = 0; i < fields; i++) {
            Node node = i == 0 ? canvas : views.get(i - 1);
            int column = i % columns;
            int row = i / columns;
            node.resizeRelocate(column * (width + GAP), row * (height + GAP), width, height);
        }
        for (Region corner : corners) {
            double inset = canvas.aids().inset();
            double across = snapSizeX(Math.min(corner.prefWidth(-1), width - inset));
            double high = snapSizeY(corner.prefHeight(across));
            corner.resizeRelocate(inset, snapPositionY(height - high), across, high);
        }
    }
}
