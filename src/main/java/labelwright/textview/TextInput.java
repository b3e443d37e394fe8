package labelwright.textview;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.text.Granularity;
import labelwright.text.Segmentation;
import labelwright.textview.gesture.Caret;
import labelwright.textview.gesture.TextKey;
import labelwright.textview.gesture.TextPointer;
import labelwright.textview.gesture.TextStation;

/// Turns events of the toolkit into what the station understands, and moves the caret, for which it needs the rows.
///
/// Wheel: scroll; with Ctrl: size of the letters. Left and right go the way the paragraph reads.
final class TextInput {
    private final TextSurface surface;
    private final TextStation station;
    private final SurfaceScene scene;
    private Function<KeyEvent, Optional<TextKey>> keys = TextKeys::usual;
    private double wantedX = Double.NaN;
    private boolean dragging;

    TextInput(TextSurface surface, TextStation station, SurfaceScene scene) {
        this.surface = surface;
        this.station = station;
        this.scene = scene;
    }

    void keys(Function<KeyEvent, Optional<TextKey>> meaning) {
        keys = meaning;
    }

    void install() {
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(Optional.empty()));
        surface.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void pressed(MouseEvent event) {
        surface.requestFocus();
        wantedX = Double.NaN;
        if (event.getButton() == MouseButton.PRIMARY && !onBar(event)) {
            dragging = true;
            surface.perform(station.press(pointer(event)));
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        if (dragging) {
            double over = event.getY() < 0 ? event.getY() : Math.max(0, event.getY() - surface.getHeight());
            if (over != 0) {
                surface.scrollBy(over);
            }
            surface.perform(station.drag(pointer(event)));
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        if (dragging && event.getButton() == MouseButton.PRIMARY) {
            dragging = false;
            surface.perform(station.release(pointer(event)));
            event.consume();
        }
    }

    private void moved(MouseEvent event) {
        TextPointer pointer = pointer(event);
        if (station.isLinking()) {
            surface.perform(station.hover(pointer));
        }
        Optional<AnnotationId> span = Optional.ofNullable(pointer.under().span())
                .or(() -> pointer.character() < 0
                        ? Optional.empty()
                        : surface.spansAt(pointer.character()).stream().findFirst().map(Annotation::id));
        hover(span);
        boolean hand = pointer.under().span() != null || pointer.under().suggestion() != null || pointer.under().relation() != null;
        surface.setCursor(onBar(event)
                ? Cursor.DEFAULT
                : pointer.under().grip() != null ? Cursor.H_RESIZE : hand || station.isLinking() ? Cursor.HAND : Cursor.TEXT);
    }

    private void hover(Optional<AnnotationId> span) {
        if (!scene.hovered().equals(span)) {
            scene.hover(span);
            surface.hovered();
        }
    }

    private boolean onBar(MouseEvent event) {
        return scene.scrollBar().isVisible() && event.getX() >= scene.scrollBar().getLayoutX();
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            if (event.getDeltaY() > 0) {
                surface.zoomIn();
            } else if (event.getDeltaY() < 0) {
                surface.zoomOut();
            }
        } else {
            surface.scrollBy(-event.getDeltaY());
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        Optional<TextKey> known = keys.apply(event);
        boolean meant = known.isPresent() ? surface.key(known.get()) : motion(event);
        if (meant) {
            event.consume();
        }
    }

    /// @return whether the key moves the caret
    private boolean motion(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        boolean control = event.isShortcutDown();
        KeyCode code = event.getCode();
        double x = wantedX;
        wantedX = Double.NaN;
        boolean extend = event.isShiftDown();
        switch (code) {
            case LEFT, KP_LEFT ->
                step(scene.window().rowAt(at()).isRightToLeft(), control ? Granularity.WORD : Granularity.CHARACTER, extend);
            case RIGHT, KP_RIGHT -> step(!scene.window().rowAt(at()).isRightToLeft(), control ? Granularity.WORD : Granularity.CHARACTER,
                    extend);
            case UP, KP_UP, DOWN, KP_DOWN -> {
                boolean down = code == KeyCode.DOWN || code == KeyCode.KP_DOWN;
                if (control) {
                    step(down, Granularity.SENTENCE, extend);
                } else {
                    rows(down ? 1 : -1, x, extend);
                }
            }
            case PAGE_UP -> rows(-page(), x, extend);
            case PAGE_DOWN -> rows(page(), x, extend);
            case HOME -> go(control ? 0 : scene.window().rowAt(at()).start(), extend);
            case END -> go(control ? surface.text().text().length() : scene.lastIn(scene.window().rowAt(at())), extend);
            default -> {
                return false;
            }
        }
        return true;
    }

    private int at() {
        return station.caret().at();
    }

    private int page() {
        return Math.max(1, scene.window().visible().size() - 1);
    }

    private void step(boolean forth, Granularity granularity, boolean extend) {
        Segmentation cut = surface.text();
        if (!extend && granularity == Granularity.CHARACTER && station.caret().range().isPresent()) {
            go(station.caret().range().map(range -> forth ? range.end() : range.start()).orElseThrow(), false);
        } else if (forth) {
            go(extend ? cut.nextEnd(at(), granularity) : cut.next(at(), granularity), extend);
        } else {
            go(cut.previous(at(), granularity), extend);
        }
    }

    private void rows(int rows, double x, boolean extend) {
        double kept = Double.isNaN(x) ? scene.window().rowAt(at()).caretX(at()) : x;
        scene.beside(at(), rows, kept).ifPresent(place -> go(place, extend));
        wantedX = kept;
    }

    private void go(int place, boolean extend) {
        station.moveTo(extend ? station.caret().extendTo(place) : Caret.at(place));
        surface.caretMoved();
    }

    private TextPointer pointer(MouseEvent event) {
        Set<TextPointer.Modifier> held = EnumSet.noneOf(TextPointer.Modifier.class);
        if (event.isShiftDown()) {
            held.add(TextPointer.Modifier.EXTEND);
        }
        if (event.isShortcutDown()) {
            held.add(TextPointer.Modifier.ADD);
        }
        return surface.pointerAt(event.getX(), event.getY(), held, event.getClickCount());
    }
}
