package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Direction;
import labelwright.geometry.Point;
import labelwright.geometry.RotatedBox;

/// Three clicks: both ends of one side, then the height. With Shift the side goes by steps of 15 degrees. A drag makes a level box.
final class RotatedBoxGesture implements Gesture {
    private static final double CLICK = 3;
    private static final double SMALLEST = 1;
    private static final double STEP = 15;

    private final ToolContext context;
    private final Ink ink;
    private final Pen pen;
    private final Point start;
    private @Nullable Point sideEnd;
    private Point at;
    private boolean firstPress = true;

    RotatedBoxGesture(ToolContext context, Ink ink, Pointer pointer) {
        this.context = context;
        this.ink = ink;
        this.pen = new Pen(context);
        this.start = pen.at(pointer);
        this.at = start;
    }

    @Override
    public Preview preview() {
        if (sideEnd != null) {
            return new Preview.NewShape(ink.label(), turned(sideEnd));
        }
        return firstPress
                ? new Preview.NewShape(ink.label(), level())
                : new Preview.NewOutline(ink.label(), List.of(start), List.of(at), Preview.Closing.NEVER);
    }

    @Override
    public Optional<Note> note() {
        if (sideEnd != null) {
            RotatedBox box = turned(sideEnd);
            Note size = Note.size(new Bounds(0, 0, box.width(), box.height()));
            return Optional.of(new Note(size.text() + "   " + Note.angle(box.angle(), at).text(), at));
        }
        return Optional.of(firstPress ? Note.size(Bounds.between(start, at)) : Note.angle(Direction.degrees(start, at), at));
    }

    @Override
    public Optional<Snap> snap() {
        return pen.snap();
    }

    @Override
    public Outcome move(Pointer pointer) {
        boolean side = sideEnd == null && !firstPress;
        at = side && pointer.has(Pointer.Modifier.SHIFT) ? pen.held(start, pointer.at(), STEP) : pen.at(pointer);
        return Outcome.GOING;
    }

    @Override
    public Outcome press(Pointer pointer) {
        return move(pointer);
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        boolean click = start.distance(at) < CLICK * context.pixel();
        if (firstPress) {
            firstPress = false;
            return click ? Outcome.GOING : added(level());
        }
        if (sideEnd == null) {
            sideEnd = click ? null : at;
            return Outcome.GOING;
        }
        RotatedBox box = turned(sideEnd);
        return box.height() < SMALLEST ? Outcome.GOING : added(box);
    }

    @Override
    public Outcome key(ToolKey key) {
        if (key == ToolKey.BACKSPACE || key == ToolKey.DELETE) {
            boolean hadSide = sideEnd != null;
            sideEnd = null;
            return hadSide ? Outcome.GOING : Outcome.CANCELLED;
        }
        return Outcome.GOING;
    }

    private Outcome added(RotatedBox box) {
        boolean slip = Math.min(box.width(), box.height()) < SMALLEST;
        return slip ? Outcome.CANCELLED : Drawing.added(context, ink.label(), box);
    }

    private RotatedBox level() {
        return RotatedBox.of(Box.between(start, at), 0);
    }

    /// The side stays where it is; the box reaches from it to the level of the pointer, to whichever side that is.
    private RotatedBox turned(Point end) {
        double width = start.distance(end);
        double dx = (end.x() - start.x()) / width;
        double dy = (end.y() - start.y()) / width;
        double height = (at.y() - start.y()) * dx - (at.x() - start.x()) * dy;
        Point middle = new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2).plus(-dy * height / 2, dx * height / 2);
        return new RotatedBox(middle.x(), middle.y(), width, Math.abs(height), Direction.degrees(start, end));
    }
}
