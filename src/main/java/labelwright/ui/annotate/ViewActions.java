package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.BooleanProperty;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.raster.LayerStyle;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// What can be done to the view of the picture, none of which changes the answer: zoom, aids, the cursor of the keyboard.
final class ViewActions {
    private static final Texts TEXTS = Texts.of(ViewActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);

    private final PictureCanvas canvas;
    private final List<Action> all = new ArrayList<>();

    ViewActions(PictureCanvas canvas, ViewOptions options) {
        this.canvas = canvas;
        add(Action.of(TEXTS, "annotate.fit").icon("mdi2f-fit-to-page-outline").shortcut("Shortcut+0").shortcut("F"), canvas::fit);
        add(Action.of(TEXTS, "annotate.actualSize").icon("mdi2n-numeric-1-box-outline").shortcut("Z"), canvas::actualSize);
        add(Action.of(TEXTS, "annotate.zoomIn").icon("mdi2m-magnify-plus-outline").shortcut("+").shortcut("="), canvas::zoomIn);
        add(Action.of(TEXTS, "annotate.zoomOut").icon("mdi2m-magnify-minus-outline").shortcut("-"), canvas::zoomOut);
        add(Action.of(TEXTS, "annotate.keyCursor").icon("mdi2k-keyboard-outline").shortcut("K").selected(canvas.keyCursorProperty()),
                this::toggleCursor);
        toggle(Action.of(TEXTS, "annotate.names").icon("mdi2t-tag-text-outline").shortcut("T"), options.names());
        toggle(Action.of(TEXTS, "annotate.crosshair").icon("mdi2c-crosshairs").shortcut("X"), options.crosshair());
        toggle(Action.of(TEXTS, "annotate.minimap").icon("mdi2m-map-outline").shortcut("M"), options.minimap());
        toggle(Action.of(TEXTS, "annotate.rulers").icon("mdi2r-ruler-square").shortcut("Shift+R"), options.rulers());
        toggle(Action.of(TEXTS, "annotate.grid").icon("mdi2g-grid").shortcut("G"), options.grid());
        toggle(Action.of(TEXTS, "annotate.pixelGrid").icon("mdi2d-dots-grid").shortcut("Shift+G"), options.pixelGrid());
        add(Action.of(TEXTS, "annotate.nextColouring").icon("mdi2p-palette-outline").shortcut("Alt+L"), () -> nextColouring(options));
        colouring(Action.of(TEXTS, "annotate.colourByLabel"), LayerStyle.Colouring.LABEL, options);
        colouring(Action.of(TEXTS, "annotate.colourByInstance"), LayerStyle.Colouring.INSTANCE, options);
        colouring(Action.of(TEXTS, "annotate.colourByAuthor"), LayerStyle.Colouring.AUTHOR, options);
    }

    private void colouring(Action.Builder builder, LayerStyle.Colouring colouring, ViewOptions options) {
        add(builder.selected(options.colouring().isEqualTo(colouring)), () -> options.colouring().set(colouring));
    }

    private static void nextColouring(ViewOptions options) {
        List<LayerStyle.Colouring> order = List.of(LayerStyle.Colouring.values());
        options.colouring().set(order.get((order.indexOf(options.colouring().get()) + 1) % order.size()));
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    private void toggleCursor() {
        canvas.keyCursorProperty().set(!canvas.keyCursorProperty().get());
        canvas.requestFocus();
    }

    private void toggle(Action.Builder builder, BooleanProperty option) {
        add(builder.selected(option), () -> option.set(!option.get()));
    }

    private void add(Action.Builder builder, Runnable command) {
        all.add(builder.scope(HERE).group(TEXTS.get("group.view")).does(command));
    }
}
