package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.Handles;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;

/// Selects, moves and reshapes.
///
/// A click takes the topmost shape, and another click in the same place the one below it, and so on around; so a small shape under a
/// large one can be reached. Shift adds to the selection or takes from it. Handles: drag to reshape; a
/// double click on an edge puts a point in, a double click on a point takes it out. Alt-click takes a point out too where nothing else could
/// be meant; where other shapes lie under it, Alt-click goes on to the next of them, so that no handle hides a shape.
public final class SelectTool implements Tool {

    @Override
    public Kind kind() {
        return Kind.SELECT;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        boolean alt = pointer.has(Pointer.Modifier.ALT);
        boolean cycles = alt && liesOnOthers(pointer, context);
        if (!cycles && (alt || pointer.clicks() == 2)) {
            Optional<Outcome> removed = SkeletonLines.changed(pointer, context, SkeletonLines::next)
                    .or(() -> Grabbing.removeVertex(pointer, context));
            if (removed.isPresent()) {
                return removed.map(InstantGesture::new);
            }
        }
        Optional<Grabbing.Grab> grab = Grabbing.handle(pointer, context);
        if (grab.isPresent() && !cycles) {
            return Optional.of(new HandleGesture(context, grab.get(), pointer.at()));
        }
        if (pointer.clicks() == 2) {
            Optional<Grabbing.Grab> edge = Grabbing.edge(pointer, context);
            if (edge.isPresent()) {
                return edge.map(found -> new InstantGesture(withPoint(context, found)));
            }
        }
        return Optional.of(pressOnShapes(pointer, context));
    }

    @Override
    public Optional<Gesture> key(ToolKey key, Optional<Pointer> hover, ToolContext context) {
        return switch (key) {
            case DELETE -> hover.flatMap(pointer -> Grabbing.removeVertex(pointer, context)).map(InstantGesture::new);
            case OCCLUDED ->
                hover.flatMap(pointer -> SkeletonLines.changed(pointer, context, SkeletonLines::toggled)).map(InstantGesture::new);
            case SKIP, ESCAPE, ENTER, BACKSPACE, LEFT, RIGHT, UP, DOWN, BIG_LEFT, BIG_RIGHT, BIG_UP, BIG_DOWN -> Optional.empty();
        };
    }

    @Override
    public boolean usesHandles() {
        return true;
    }

    @Override
    public Look look(Pointer pointer, ToolContext context) {
        Optional<Grabbing.Grab> grab = Grabbing.handle(pointer, context);
        if (grab.isPresent()) {
            return Grabbing.look(grab.get().handle());
        }
        List<Annotation> hits = context.at(pointer.at(), context.outlineReach());
        if (hits.stream().anyMatch(hit -> context.selection().contains(hit.id()))) {
            return Look.MOVE;
        }
        boolean anything = !hits.isEmpty() || !context.suggestionsAt(pointer.at(), context.outlineReach()).isEmpty();
        return anything ? Look.POINTING : Look.ARROW;
    }

    private static boolean liesOnOthers(Pointer pointer, ToolContext context) {
        return context.at(pointer.at(), context.outlineReach()).stream().anyMatch(hit -> !context.selection().contains(hit.id()));
    }

    private static Gesture pressOnShapes(Pointer pointer, ToolContext context) {
        Selection selection = context.selection();
        List<Annotation> hits = context.at(pointer.at(), context.outlineReach());
        boolean adding = pointer.has(Pointer.Modifier.SHIFT) || pointer.has(Pointer.Modifier.COMMAND);
        if (hits.isEmpty()) {
            List<Annotation> suggestions = context.suggestionsAt(pointer.at(), context.outlineReach());
            return suggestions.isEmpty() || adding
                    ? new RubberBandGesture(context, pointer.at(), adding ? selection : Selection.NONE)
                    : new InstantGesture(new Outcome.Pointed(suggestions.getFirst().id()));
        }
        if (adding) {
            return new InstantGesture(new Outcome.Selected(selection.toggle(hits.getFirst().id())));
        }
        Selection next = Selection.of(next(hits, selection));
        boolean onSelected = hits.stream().anyMatch(hit -> selection.contains(hit.id()));
        if (onSelected && !pointer.has(Pointer.Modifier.ALT)) {
            return context.movable().isEmpty()
                    ? new InstantGesture(new Outcome.Selected(next))
                    : new MoveGesture(context, new Moving(context, context.movable()), pointer.at(), selection, next);
        }
        List<Annotation> grabbed = hits.stream().filter(hit -> next.contains(hit.id()) && context.canMove(hit)).toList();
        return grabbed.isEmpty()
                ? new InstantGesture(new Outcome.Selected(next))
                : new MoveGesture(context, new Moving(context, grabbed), pointer.at(), next, next);
    }

    /// The topmost hit, or when exactly one is selected the one below it.
    private static AnnotationId next(List<Annotation> hits, Selection selection) {
        if (selection.ids().size() == 1) {
            for (int i = 0; i < hits.size(); i++) {
                if (selection.contains(hits.get(i).id())) {
                    return hits.get((i + 1) % hits.size()).id();
                }
            }
        }
        return hits.getFirst().id();
    }

    private static Outcome withPoint(ToolContext context, Grabbing.Grab edge) {
        return Grabbing.replaced(context, edge.annotation(),
                Handles.move(edge.annotation().shape(), edge.handle(), edge.handle().at(), Handles.Constraint.FREE), EditName.EDIT_POINTS);
    }
}
