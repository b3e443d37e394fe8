package labelwright.canvas.tool;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.model.Annotation;

/// Runs tools and gestures: at most one gesture at a time, begun by a press or a key and over when it says so. Belongs to one thread.
public final class ToolStation {
    private final ToolContext context;
    private final Consumer<Outcome> ended;
    private final Map<Tool.Kind, Tool> tools = new EnumMap<>(Tool.Kind.class);
    private final SelectTool select = new SelectTool();
    private Tool tool = select;
    private @Nullable Gesture gesture;
    private @Nullable Pointer hover;
    private int turns;

    /// @param ended is told how each gesture ended
    public ToolStation(ToolContext context, Consumer<Outcome> ended) {
        this.context = context;
        this.ended = ended;
        for (Tool each : List.of(select, new BoxTool(), new RotatedBoxTool(), new EllipseTool(), OutlineTool.pointByPoint(),
                OutlineTool.freehand(),
                new PolylineTool(), new PointsTool(), new SkeletonTool(), new KnifeTool(), new PanTool(),
                BrushTool.brush(), BrushTool.eraser(), new LassoTool(), new WandTool(), new CutoutTool())) {
            tools.put(each.kind(), each);
        }
    }

    public Tool tool() {
        return tool;
    }

    /// Another tool. Of a gesture that is going on is kept what makes sense by itself, such as an outline of enough points; the selection
    /// stays.
    public void choose(Tool.Kind kind) {
        turns++;
        leave();
        tool = tools.getOrDefault(kind, select);
    }

    public boolean isBusy() {
        return gesture != null;
    }

    /// Whether a click sets a further point of what is going on.
    public boolean takesPoints() {
        return gesture != null && gesture.takesPoints();
    }

    /// Grows when what was pressed before no longer counts: a key took something back, a gesture came to nothing, another tool was chosen.
    public int turns() {
        return turns;
    }

    public Preview preview() {
        return gesture == null ? Preview.NOTHING : gesture.preview();
    }

    public void press(Pointer pointer) {
        hover = pointer;
        if (gesture != null) {
            handle(gesture.press(pointer));
            return;
        }
        boolean borrowed = tool != select && tool.kind() != Tool.Kind.PAN && pointer.has(Pointer.Modifier.COMMAND);
        begin(borrowed ? select.press(new Pointer(pointer.at(), Set.of(), pointer.clicks()), context) : tool.press(pointer, context));
    }

    public void move(Pointer pointer) {
        hover = pointer;
        if (gesture != null) {
            handle(gesture.move(pointer));
        }
    }

    public void release(Pointer pointer) {
        hover = pointer;
        if (gesture != null) {
            handle(gesture.release(pointer));
        }
    }

    /// Work in the background is done.
    public void settled() {
        if (gesture != null) {
            handle(gesture.settled());
        }
    }

    /// The pointer left the canvas.
    public void pointerLeft() {
        hover = null;
    }

    /// What should stand beside the pointer.
    public Optional<Note> note() {
        return gesture == null ? Optional.empty() : gesture.note();
    }

    /// What the pointer is drawn to at the moment, or what a press would be drawn to.
    public Optional<Snap> snap() {
        if (gesture != null) {
            return gesture.snap();
        }
        boolean free = tool.kind().isExact() && hover != null && context.snapping() && !hover.has(Pointer.Modifier.ALT);
        return free && hover != null && context.picture().contains(hover.at())
                ? Snapping.find(context, hover.at(), Set.of())
                : Optional.empty();
    }

    /// Begins something that did not begin with the pointer, such as a proposal that is looked at before it is taken.
    public void propose(Gesture proposal) {
        if (gesture != null && !(gesture instanceof ProposalGesture)) {
            cancel();
        }
        turns++;
        gesture = proposal;
    }

    public Tool.Look look(Pointer pointer) {
        return tool.look(pointer, context);
    }

    /// @return whether the key meant something here
    public boolean key(ToolKey key) {
        boolean used = use(key);
        turns += used && key != ToolKey.ENTER ? 1 : 0;
        return used;
    }

    private boolean use(ToolKey key) {
        if (gesture != null) {
            if (key == ToolKey.ESCAPE) {
                cancel();
                return true;
            }
            boolean wanted = gesture.wants(key);
            if (wanted) {
                handle(gesture.key(key));
            }
            return wanted;
        }
        Optional<Gesture> special = tool.key(key, Optional.ofNullable(hover), context);
        if (special.isPresent() && hover != null) {
            handle(special.get().release(hover));
            return true;
        }
        return common(key);
    }

    /// @return whether the key meant something here
    public boolean keyReleased(ToolKey key) {
        if (gesture == null) {
            return false;
        }
        handle(gesture.keyReleased(key));
        return true;
    }

    /// Ends what is going on without a trace.
    public void cancel() {
        if (gesture != null) {
            gesture.abandoned();
            handle(Outcome.CANCELLED);
        }
    }

    /// Ends what is going on; what is drawn so far is kept if that makes sense.
    public void leave() {
        if (gesture != null) {
            Outcome outcome = gesture.leave();
            if (outcome instanceof Outcome.Edited) {
                handle(outcome);
            } else {
                cancel();
            }
        }
    }

    private boolean common(ToolKey key) {
        List<Annotation> changeable = context.changeable();
        if (key == ToolKey.ESCAPE && !context.selection().isEmpty()) {
            ended.accept(new Outcome.Selected(Selection.NONE));
            return true;
        }
        if (changeable.isEmpty()) {
            return false;
        }
        if (key.isArrow()) {
            List<Annotation> movable = context.movable();
            if (!movable.isEmpty()) {
                begin(Optional.of(new NudgeGesture(new Moving(context, movable), context.selection(), key)));
            }
            return true;
        }
        if (key == ToolKey.DELETE) {
            ended.accept(new Outcome.Edited(new EditRequest(EditName.DELETE,
                    new Edit.Remove(changeable.stream().map(Annotation::id).toList()), Selection.NONE)));
            return true;
        }
        return false;
    }

    private void begin(Optional<Gesture> begun) {
        begun.ifPresent(next -> gesture = next);
    }

    private void handle(Outcome outcome) {
        switch (outcome) {
            case Outcome.Going _ -> {
            }
            case Outcome.Cancelled _, Outcome.Refused _ -> {
                turns++;
                gesture = null;
                ended.accept(outcome);
            }
            case Outcome.Edited _, Outcome.Selected _, Outcome.Pointed _ -> {
                gesture = null;
                ended.accept(outcome);
            }
        }
    }
}
