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

    /// @param ended is told how each gesture ended
    public ToolStation(ToolContext context, Consumer<Outcome> ended) {
        this.context = context;
        this.ended = ended;
        for (Tool each : List.of(select, new BoxTool(), new PolygonTool(), new PanTool())) {
            tools.put(each.kind(), each);
        }
    }

    public Tool tool() {
        return tool;
    }

    /// Another tool; a gesture that is going on is cancelled.
    public void choose(Tool.Kind kind) {
        cancel();
        tool = tools.getOrDefault(kind, select);
    }

    public boolean isBusy() {
        return gesture != null;
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

    /// The pointer left the canvas.
    public void leave() {
        hover = null;
    }

    public Tool.Look look(Pointer pointer) {
        return tool.look(pointer, context);
    }

    /// @return whether the key meant something here
    public boolean key(ToolKey key) {
        if (gesture != null) {
            if (key == ToolKey.ESCAPE) {
                cancel();
            } else {
                handle(gesture.key(key));
            }
            return true;
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
            handle(Outcome.CANCELLED);
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
            case Outcome.Cancelled _, Outcome.Edited _, Outcome.Selected _, Outcome.Pointed _, Outcome.Refused _ -> {
                gesture = null;
                ended.accept(outcome);
            }
        }
    }
}
