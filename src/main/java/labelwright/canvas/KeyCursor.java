package labelwright.canvas;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.tool.Pointer;
import labelwright.canvas.tool.Preview;
import labelwright.canvas.tool.ToolKey;
import labelwright.canvas.tool.ToolStation;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;

/// A pointer that keys move, for people who work without a mouse. It presses and releases through the [ToolStation], so every tool works with
/// it. Knows no toolkit; belongs to one thread.
///
/// Arrows move it by one pixel of the picture, or of the screen where that is more; faster the longer a key is held. Big steps are ten times
/// that. Fine steps are one pixel of the screen, or of the picture where that is less, and never become faster.
final class KeyCursor {
    private static final int BIG = 10;
    /// After so many repeats of a held key a step is one unit longer.
    private static final int REPEATS = 5;
    private static final int FASTEST = 24;

    private final ToolStation station;
    private final Scene scene;
    private @Nullable Point at;
    private boolean pressed;
    private boolean latched;
    private @Nullable CanvasKey held;
    private int repeats;

    /// What the cursor moves over.
    interface Scene {
        /// The picture, in its pixels.
        Bounds picture();

        /// Screen pixels per picture pixel.
        double scale();

        /// Whether Enter means something to somebody else while nothing is being drawn.
        boolean enterIsTaken();

        /// The cursor is here now; null when it went away.
        void cursorMoved(@Nullable Point at);
    }

    KeyCursor(ToolStation station, Scene scene) {
        this.station = station;
        this.scene = scene;
    }

    boolean isOn() {
        return at != null;
    }

    /// In picture pixels; empty while it is off.
    Optional<Point> at() {
        return Optional.ofNullable(at);
    }

    /// @param start in picture pixels; moved into the picture
    void on(Point start) {
        move(start);
    }

    void off() {
        at = null;
        pressed = false;
        latched = false;
        held = null;
        scene.cursorMoved(null);
    }

    /// Another picture came, or the pointer took over.
    void jump(Point to) {
        if (at != null) {
            latched = false;
            pressed = false;
            move(to);
        }
    }

    /// @return whether the key meant something to the cursor
    boolean press(CanvasKey key) {
        Point from = at;
        if (from == null) {
            return false;
        }
        repeats = key == held ? repeats + 1 : 0;
        held = key;
        return switch (key) {
            case LEFT -> step(from, -1, 0, quick());
            case RIGHT -> step(from, 1, 0, quick());
            case UP -> step(from, 0, -1, quick());
            case DOWN -> step(from, 0, 1, quick());
            case BIG_LEFT -> step(from, -BIG, 0, quick());
            case BIG_RIGHT -> step(from, BIG, 0, quick());
            case BIG_UP -> step(from, 0, -BIG, quick());
            case BIG_DOWN -> step(from, 0, BIG, quick());
            case FINE_LEFT -> step(from, -1, 0, fine());
            case FINE_RIGHT -> step(from, 1, 0, fine());
            case FINE_UP -> step(from, 0, -1, fine());
            case FINE_DOWN -> step(from, 0, 1, fine());
            case PRESS -> press(from);
            case HOLD -> hold(from);
            case ADD -> click(from, Set.of(Pointer.Modifier.COMMAND));
            case FINISH -> finish(from);
            case CANCEL -> cancel();
            case SMALLER_TIP, LARGER_TIP, TAKE_BACK, REMOVE, SKIP, OCCLUDED -> false;
        };
    }

    /// @return whether the key meant something to the cursor
    boolean release(CanvasKey key) {
        Point from = at;
        held = null;
        repeats = 0;
        if (from == null) {
            return false;
        }
        if (key == CanvasKey.PRESS && pressed) {
            pressed = false;
            station.release(pointer(from, Set.of()));
        }
        return key != CanvasKey.TAKE_BACK && key != CanvasKey.REMOVE;
    }

    private double quick() {
        double unit = Math.max(1, Math.rint(1 / scene.scale()));
        return unit * Math.min(FASTEST, 1 + repeats / REPEATS);
    }

    private double fine() {
        return Math.min(1, 1 / scene.scale());
    }

    private boolean step(Point from, int dx, int dy, double unit) {
        move(from.plus(dx * unit, dy * unit));
        return true;
    }

    private void move(Point to) {
        Bounds area = scene.picture();
        Point inside = new Point(Math.clamp(to.x(), area.x(), area.maxX()), Math.clamp(to.y(), area.y(), area.maxY()));
        at = inside;
        station.move(pointer(inside, Set.of()));
        scene.cursorMoved(inside);
    }

    /// A held key comes again and again; the button goes down once. A latched button comes up.
    private boolean press(Point from) {
        if (latched) {
            return hold(from);
        }
        if (!pressed) {
            pressed = true;
            station.press(pointer(from, Set.of()));
        }
        return true;
    }

    private boolean hold(Point from) {
        if (latched) {
            latched = false;
            station.release(pointer(from, Set.of()));
        } else if (!pressed) {
            latched = true;
            station.press(pointer(from, Set.of()));
        }
        return true;
    }

    private boolean click(Point from, Set<Pointer.Modifier> modifiers) {
        station.press(pointer(from, modifiers));
        station.release(pointer(from, modifiers));
        return true;
    }

    /// Ends what is drawn where Enter ends it, as for an outline; else it is a click, as for the second corner of a box.
    private boolean finish(Point from) {
        if (latched) {
            return hold(from);
        }
        if (!station.isBusy()) {
            return !scene.enterIsTaken() && click(from, Set.of());
        }
        Preview before = station.preview();
        station.key(ToolKey.ENTER);
        return !station.isBusy() || !station.preview().equals(before) || click(from, Set.of());
    }

    private boolean cancel() {
        latched = false;
        pressed = false;
        return false;
    }

    private static Pointer pointer(Point at, Set<Pointer.Modifier> modifiers) {
        return new Pointer(at, modifiers, 1);
    }
}
