package labelwright.canvas;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.tool.Pointer;
import labelwright.canvas.tool.Tool;
import labelwright.canvas.tool.ToolKey;
import labelwright.canvas.tool.ToolStation;

/// Turns events of the toolkit into what tools understand, and keeps panning and zooming for itself.
///
/// Wheel: zoom at the cursor, with or without Ctrl, but with Ctrl or Alt the size of the brush while one is chosen; Shift and wheel, or a
/// sideways wheel: pan. Drag with the middle or right button, with Space held, or with the pan tool: pan. A double click with the middle
/// button: fit. Which keys mean what is handed in with [#keys].
final class CanvasInput {
    /// One notch of a wheel (40 units) makes the picture a fifth larger.
    private static final double ZOOM_PER_UNIT = Math.log(1.2) / 40;
    /// How much larger a key makes the brush.
    private static final double TIP_STEP = 1.2;

    private final PictureCanvas canvas;
    private final ToolStation station;
    private final KeyCursor cursor;
    private final Map<KeyCode, CanvasKey> held = new EnumMap<>(KeyCode.class);
    private Function<KeyEvent, Optional<CanvasKey>> keys = CanvasKey::usual;
    private boolean spaceHeld;
    private boolean resizing;
    private boolean spacePanned;
    private @Nullable MouseButton panning;
    private double lastX;
    private double lastY;

    CanvasInput(PictureCanvas canvas, ToolStation station, KeyCursor cursor) {
        this.canvas = canvas;
        this.station = station;
        this.cursor = cursor;
    }

    /// @param meaning what a key that goes down means, if anything
    void keys(Function<KeyEvent, Optional<CanvasKey>> meaning) {
        keys = meaning;
    }

    void install() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> canvas.hoverEnded());
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(ZoomEvent.ZOOM, event -> canvas.zoomAt(event.getX(), event.getY(), event.getZoomFactor()));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        canvas.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        canvas.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                spaceHeld = false;
                held.clear();
                cursor.letGo();
            }
        });
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        boolean middle = event.getButton() == MouseButton.MIDDLE;
        if (middle && event.getClickCount() == 2) {
            canvas.fit();
            return;
        }
        boolean pans = middle || event.getButton() == MouseButton.SECONDARY || spaceHeld || station.tool().kind() == Tool.Kind.PAN;
        if (pans) {
            panning = event.getButton();
            spacePanned = true;
            canvas.setCursor(Cursor.CLOSED_HAND);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            cursor.follow(pointer(event).at());
            station.press(pointer(event));
            canvas.gestureMoved();
        }
        event.consume();
    }

    private void moved(MouseEvent event) {
        if (panning != null) {
            canvas.panBy(event.getX() - lastX, event.getY() - lastY);
        } else {
            station.move(pointer(event));
            canvas.gestureMoved();
        }
        lastX = event.getX();
        lastY = event.getY();
        canvas.hovered(lastX, lastY);
        if (panning == null) {
            look(event);
        }
    }

    private void released(MouseEvent event) {
        if (event.getButton() == panning) {
            panning = null;
        } else if (event.getButton() == MouseButton.PRIMARY) {
            station.release(pointer(event));
            canvas.gestureMoved();
        }
        look(event);
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (station.tool().kind().hasTip() && (event.isShortcutDown() || event.isAltDown())) {
            double notches = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
            canvas.pixelOptionsProperty().set(canvas.pixelOptionsProperty().get().resized(Math.exp(notches * ZOOM_PER_UNIT)));
        } else if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double sideways = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            canvas.panBy(sideways, 0);
        } else {
            canvas.zoomAt(event.getX(), event.getY(), zoomFactor(event.getDeltaY()));
        }
        followView(event);
        event.consume();
    }

    /// How much larger the picture becomes.
    ///
    /// @param units that the wheel was turned
    static double zoomFactor(double units) {
        return Math.exp(units * ZOOM_PER_UNIT);
    }

    private void keyPressed(KeyEvent event) {
        resizing = false;
        Optional<CanvasKey> known = keys.apply(event);
        if (known.isEmpty()) {
            return;
        }
        CanvasKey key = known.get();
        held.put(event.getCode(), key);
        if (key == CanvasKey.PRESS && !cursor.isOn()) {
            spacePanned &= spaceHeld;
            spaceHeld = true;
            canvas.setCursor(Cursor.OPEN_HAND);
            event.consume();
            return;
        }
        resizing = resizesTip(key);
        boolean used = resizing || cursor.press(key) || key.tool().map(station::key).orElse(false);
        if (!used && key == CanvasKey.CANCEL && cursor.isOn()) {
            canvas.keyCursorProperty().set(false);
            used = true;
        }
        if (used) {
            canvas.gestureMoved();
            event.consume();
        }
    }

    /// @return whether it was a key for the size of the brush, and a brush is chosen
    private boolean resizesTip(CanvasKey key) {
        boolean larger = key == CanvasKey.LARGER_TIP;
        if ((!larger && key != CanvasKey.SMALLER_TIP) || !station.tool().kind().hasTip()) {
            return false;
        }
        canvas.pixelOptionsProperty().set(canvas.pixelOptionsProperty().get().resized(larger ? TIP_STEP : 1 / TIP_STEP));
        return true;
    }

    /// The sign of a key that changed the brush means nothing else.
    private void keyTyped(KeyEvent event) {
        if (resizing) {
            event.consume();
        }
    }

    private void keyReleased(KeyEvent event) {
        CanvasKey key = held.remove(event.getCode());
        if (key == null) {
            return;
        }
        if (spaceHeld && key == CanvasKey.PRESS) {
            spaceHeld = false;
            canvas.setCursor(Cursor.DEFAULT);
            if (!spacePanned && station.isBusy() && station.key(ToolKey.SKIP)) {
                canvas.gestureMoved();
            }
            return;
        }
        boolean used = cursor.release(key) || key.tool().map(station::keyReleased).orElse(false);
        if (used) {
            canvas.gestureMoved();
            event.consume();
        }
    }

    /// As if the key were pressed and let go.
    void press(CanvasKey key) {
        boolean taken = cursor.press(key) || key.tool().map(station::key).orElse(false);
        cursor.release(key);
        if (taken) {
            key.tool().ifPresent(station::keyReleased);
            canvas.gestureMoved();
        }
    }

    /// The view moved under the pointer: the gesture goes on at the place of the picture that is there now.
    private void followView(ScrollEvent event) {
        if (station.isBusy()) {
            station.move(new Pointer(canvas.getViewport().toPicture(event.getX(), event.getY()),
                    modifiers(event.isShiftDown(), event.isAltDown(), event.isShortcutDown()), 1));
            canvas.gestureMoved();
        }
    }

    private Pointer pointer(MouseEvent event) {
        return new Pointer(canvas.getViewport().toPicture(event.getX(), event.getY()),
                modifiers(event.isShiftDown(), event.isAltDown(), event.isShortcutDown()), event.getClickCount());
    }

    private static Set<Pointer.Modifier> modifiers(boolean shift, boolean alt, boolean command) {
        Set<Pointer.Modifier> modifiers = EnumSet.noneOf(Pointer.Modifier.class);
        if (shift) {
            modifiers.add(Pointer.Modifier.SHIFT);
        }
        if (alt) {
            modifiers.add(Pointer.Modifier.ALT);
        }
        if (command) {
            modifiers.add(Pointer.Modifier.COMMAND);
        }
        return modifiers;
    }

    private void look(MouseEvent event) {
        if (spaceHeld) {
            canvas.setCursor(Cursor.OPEN_HAND);
            return;
        }
        canvas.setCursor(
                station.isBusy() && station.tool().kind() == Tool.Kind.SELECT ? canvas.getCursor() : cursor(station.look(pointer(event))));
    }

    private static Cursor cursor(Tool.Look look) {
        return switch (look) {
            case ARROW -> Cursor.DEFAULT;
            case CROSSHAIR -> Cursor.CROSSHAIR;
            case HAND -> Cursor.OPEN_HAND;
            case MOVE -> Cursor.MOVE;
            case POINTING, VERTEX, TURN -> Cursor.HAND;
            case RESIZE_NW_SE -> Cursor.NW_RESIZE;
            case RESIZE_NE_SW -> Cursor.NE_RESIZE;
            case RESIZE_H -> Cursor.H_RESIZE;
            case RESIZE_V -> Cursor.V_RESIZE;
        };
    }
}
