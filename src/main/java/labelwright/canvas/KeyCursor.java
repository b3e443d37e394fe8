package labelwright.canvas;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.tool.Pointer;
import labelwright.canvas.tool.Tool;
import labelwright.canvas.tool.ToolKey;
import labelwright.canvas.tool.ToolStation;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;

/// A pointer that keys move, for people who work without a mouse. It presses and releases through the [ToolStation], so every tool works with
/// it. Knows no toolkit; belongs to one thread.
///
/// Arrows move it by one pixel of the picture, or of the screen where that is more; faster the longer a key is held. Big steps are ten times
/// that. Fine steps are one pixel of the screen, or of the picture where that is less, and never become faster.
///
/// Enter sets a point, and where one was set and the cursor did not move since, it ends what is drawn, as a double click does. When nothing
/// is left to end there, it does nothing: one place is not drawn at twice.
final class KeyCursor {
    private static final int BIG = 10;
    /// After so many repeats of a held key a step is one unit longer.
    private static final int REPEATS = 5;
    private static final int FASTEST = 24;
    private static final int NOWHERE = -1;

    private final ToolStation station;
    private final Scene scene;
    private @Nullable Point at;
    private boolean pressed;
    private boolean latched;
    private @Nullable CanvasKey held;
    private int repeats;
    /// The [turn][ToolStation#turns()] at which a point was set where the cursor is.
    private int set = NOWHERE;

    /// What the cursor moves over.
    interface Scene {
        /// The picture, in its pixels.
        Bounds picture();

        /// Screen pixels per picture pixel.
        double scale();

        /// Whether Enter means something to somebody else while nothing is being drawn.
        boolean enterIsTaken();

        /// Whether something is selected, as what was just drawn is until it is undone.
        boolean hasSelection();

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
        set = NOWHERE;
        scene.cursorMoved(null);
    }

    /// Another picture came.
    void jump(Point to) {
        if (at != null) {
            latched = false;
            pressed = false;
            move(to);
            set = NOWHERE;
        }
    }

    /// The pointer took over and is about to press here.
    void follow(Point to) {
        jump(to);
        set = station.turns();
    }

    /// Whichever key was held is so no longer.
    void letGo() {
        held = null;
        repeats = 0;
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
            case OCCLUDED -> occluded();
            case CANCEL -> cancel();
            case SMALLER_TIP, LARGER_TIP, TAKE_BACK, REMOVE, SKIP -> false;
        };
    }

    /// @return whether the key meant something to the cursor
    boolean release(CanvasKey key) {
        Point from = at;
        letGo();
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
        set = inside.equals(at) ? set : NOWHERE;
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
            set = station.turns();
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
            set = station.turns();
            station.press(pointer(from, Set.of()));
        }
        return true;
    }

    private boolean click(Point from, Set<Pointer.Modifier> modifiers) {
        station.press(pointer(from, modifiers));
        station.release(pointer(from, modifiers));
        return true;
    }

    /// A key that is held on sets one point, and ends nothing.
    private boolean finish(Point from) {
        boolean busy = station.isBusy();
        if (!busy && !latched && scene.enterIsTaken()) {
            return false;
        }
        if (repeats > 0) {
            return true;
        }
        if (latched) {
            return hold(from);
        }
        boolean isSet = set == station.turns();
        if (pressed || (busy && (isSet || !station.takesPoints()))) {
            station.key(ToolKey.ENTER);
            return true;
        }
        if (isSet && !busy && station.tool().kind() != Tool.Kind.SELECT && scene.hasSelection()) {
            return true;
        }
        set = station.turns();
        return click(from, Set.of());
    }

    /// The point of a skeleton that is set so is one as any other.
    private boolean occluded() {
        boolean placed = station.isBusy() && station.key(ToolKey.OCCLUDED);
        if (placed) {
            set = station.turns();
        }
        return placed;
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
