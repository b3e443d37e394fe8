package labelwright.textview.gesture;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;
import labelwright.text.Granularity;
import labelwright.text.Segmentation;
import labelwright.textview.flow.SpanIndex;

/// The machine that turns the pointer and the keys into outcomes. Holds the caret and the gesture in hand, and nothing of the document.
public final class TextStation {
    private static final int DOUBLE = 2;
    private static final int TRIPLE = 3;

    private final TextScene scene;
    private final SpanEdits edits;
    private final Clicks clicks = new Clicks();
    private Caret caret = Caret.START;
    private @Nullable Drag drag;
    private @Nullable Grip grip;
    private int gripPlace;
    private @Nullable AnnotationId linkFrom;
    private @Nullable AnnotationId linkTo;

    /// Text that is being marked with the button down.
    ///
    /// @param first what was marked at the press; grows to both sides
    private record Drag(TextRange first, Granularity granularity, int pressedAt) {}

    public TextStation(TextScene scene) {
        this.scene = scene;
        edits = new SpanEdits(scene);
    }

    public Caret caret() {
        return caret;
    }

    /// Makes edits that come from elsewhere, such as a list.
    public SpanEdits edits() {
        return edits;
    }

    public TextPreview preview() {
        Optional<TextPreview.Moved> moved = Optional.ofNullable(grip)
                .flatMap(held -> scene.find(held.span())
                        .map(span -> new TextPreview.Moved(span.id(), held.moved(SpanEdits.fragments(span), gripPlace))));
        Optional<TextPreview.Link> link = Optional.ofNullable(linkFrom)
                .map(from -> new TextPreview.Link(from, Optional.ofNullable(linkTo)));
        return new TextPreview(moved, link);
    }

    /// Whether a relation is being drawn.
    public boolean isLinking() {
        return linkFrom != null;
    }

    /// Another text is shown: nothing is in hand, and the caret is at its beginning.
    public void reset() {
        abandon();
        caret = Caret.START;
        clicks.forget();
    }

    /// Puts the caret somewhere.
    public void moveTo(Caret next) {
        caret = next.within(scene.cut().text().length());
        clicks.forget();
    }

    public TextOutcome press(TextPointer pointer) {
        if (linkFrom != null) {
            return linkTo(pointer);
        }
        Grip held = pointer.under().grip();
        if (held != null) {
            grip = held;
            gripPlace = scene.find(held.span()).map(span -> held.place(SpanEdits.fragments(span))).orElse(pointer.caret());
            return TextOutcome.GOING;
        }
        int length = scene.cut().text().length();
        if (length == 0) {
            return TextOutcome.IGNORED;
        }
        Granularity granularity = pointer.clicks() >= TRIPLE
                ? Granularity.SENTENCE
                : pointer.clicks() == DOUBLE ? Granularity.WORD : scene.granularity();
        int character = Math.clamp(pointer.character() < 0 ? pointer.caret() : pointer.character(), 0, length - 1);
        TextRange first = scene.cut().at(character, granularity).orElseThrow();
        drag = new Drag(first, granularity, pointer.caret());
        if (pointer.has(TextPointer.Modifier.EXTEND)) {
            caret = caret.extendTo(pointer.caret());
            drag = new Drag(new TextRange(Math.min(caret.anchor(), length - 1), Math.min(caret.anchor(), length - 1) + 1),
                    Granularity.CHARACTER, caret.anchor());
        } else if (pointer.clicks() >= DOUBLE) {
            caret = Caret.over(first);
        } else {
            caret = Caret.at(pointer.caret());
        }
        return TextOutcome.GOING;
    }

    /// The pointer moved with the button down.
    public TextOutcome drag(TextPointer pointer) {
        Segmentation cut = scene.cut();
        if (grip != null) {
            gripPlace = snapped(cut, pointer.caret(), grip.side());
            return TextOutcome.GOING;
        }
        if (drag == null) {
            return TextOutcome.IGNORED;
        }
        boolean still = pointer.clicks() < DOUBLE && pointer.caret() == drag.pressedAt();
        if (still) {
            caret = Caret.at(pointer.caret());
            return TextOutcome.GOING;
        }
        int from = Math.min(drag.pressedAt(), pointer.caret());
        int to = Math.max(drag.pressedAt(), pointer.caret());
        TextRange wanted = from == to ? drag.first() : cut.snap(new TextRange(from, to), drag.granularity());
        if (pointer.clicks() >= DOUBLE) {
            wanted = new TextRange(Math.min(wanted.start(), drag.first().start()), Math.max(wanted.end(), drag.first().end()));
        }
        caret = pointer.caret() < drag.pressedAt() ? new Caret(wanted.end(), wanted.start()) : Caret.over(wanted);
        return TextOutcome.GOING;
    }

    public TextOutcome release(TextPointer pointer) {
        Grip held = grip;
        if (held != null) {
            grip = null;
            return scene.find(held.span()).map(SpanEdits::fragments)
                    .map(fragments -> edits.reshape(held.span(), held.moved(fragments, gripPlace), EditName.MOVE_END))
                    .orElse(TextOutcome.IGNORED);
        }
        if (drag == null) {
            return TextOutcome.IGNORED;
        }
        drag = null;
        Optional<TextRange> marked = caret.range();
        if (marked.isEmpty()) {
            return click(pointer);
        }
        clicks.forget();
        if (pointer.has(TextPointer.Modifier.ADD) && edits.one().isPresent()) {
            return done(edits.addFragment(marked.get()));
        }
        Optional<LabelId> label = scene.activeLabel();
        if (label.isPresent() && !pointer.has(TextPointer.Modifier.EXTEND) && pointer.clicks() <= DOUBLE) {
            return done(edits.label(List.of(marked.get()), label.get(), EditName.LABEL_TEXT));
        }
        return scene.selection().isEmpty() ? TextOutcome.GOING : new TextOutcome.Selected(Selection.NONE);
    }

    /// Gives the label to what is marked, else to the selected spans, else to what lies at the caret.
    public TextOutcome label(LabelId label) {
        Optional<TextRange> marked = caret.range().flatMap(scene.cut()::trim);
        if (marked.isPresent()) {
            return done(edits.label(List.of(marked.get()), label, EditName.LABEL_TEXT));
        }
        if (!edits.selected().isEmpty()) {
            return edits.relabel(label);
        }
        Granularity unit = scene.granularity() == Granularity.CHARACTER ? Granularity.WORD : scene.granularity();
        Optional<TextRange> here = scene.cut().at(caret.at(), unit).flatMap(scene.cut()::trim);
        return here.isPresent()
                ? edits.label(List.of(here.get()), label, EditName.LABEL_TEXT)
                : new TextOutcome.Refused(TextOutcome.Refusal.NOTHING_MARKED);
    }

    public TextOutcome key(TextKey key) {
        return switch (key) {
            case CANCEL -> cancel();
            case FINISH -> linkFrom != null && linkTo != null ? link(linkFrom, linkTo) : TextOutcome.IGNORED;
            case NEXT_SPAN -> walk(true);
            case PREVIOUS_SPAN -> walk(false);
            case END_FORTH -> moveEnd(Grip.Side.END, true);
            case END_BACK -> moveEnd(Grip.Side.END, false);
            case START_FORTH -> moveEnd(Grip.Side.START, true);
            case START_BACK -> moveEnd(Grip.Side.START, false);
            case ADD_FRAGMENT -> withMarked(true);
            case CUT_FRAGMENT -> withMarked(false);
            case RELATE -> relate();
            case REMOVE -> edits.remove();
            case MARK_ALL -> {
                caret = new Caret(0, scene.cut().text().length());
                yield TextOutcome.GOING;
            }
        };
    }

    /// What is in hand ends without a trace.
    public void abandon() {
        drag = null;
        grip = null;
        linkFrom = null;
        linkTo = null;
    }

    private TextOutcome cancel() {
        if (drag != null || grip != null || linkFrom != null) {
            if (drag != null) {
                caret = Caret.at(drag.pressedAt());
            }
            abandon();
            return TextOutcome.GOING;
        }
        if (caret.range().isPresent()) {
            caret = Caret.at(caret.at());
            return TextOutcome.GOING;
        }
        if (scene.selectedRelation().isPresent()) {
            return new TextOutcome.Related(Optional.empty());
        }
        return scene.selection().isEmpty() ? TextOutcome.IGNORED : new TextOutcome.Selected(Selection.NONE);
    }

    private TextOutcome click(TextPointer pointer) {
        TextPointer.Under under = pointer.under();
        if (under.relation() != null) {
            return new TextOutcome.Related(Optional.of(under.relation()));
        }
        Optional<AnnotationId> hit = Optional.ofNullable(under.span()).or(() -> clicks.next(scene.spans(), pointer.character()));
        if (hit.isPresent()) {
            Selection next = pointer.has(TextPointer.Modifier.ADD) ? scene.selection().toggle(hit.get()) : Selection.of(hit.get());
            return new TextOutcome.Selected(next);
        }
        Optional<AnnotationId> suggestion = Optional.ofNullable(under.suggestion())
                .or(() -> scene.suggestions().at(Math.max(0, pointer.character())).stream().filter(_ -> pointer.character() >= 0)
                        .findFirst().map(Annotation::id));
        if (suggestion.isPresent()) {
            return new TextOutcome.Pointed(suggestion.get());
        }
        return new TextOutcome.Selected(Selection.NONE);
    }

    private TextOutcome walk(boolean forth) {
        if (linkFrom != null) {
            Optional<Annotation> here = scene.find(linkTo == null ? linkFrom : linkTo);
            Optional<Annotation> next = here.flatMap(span -> forth ? scene.spans().after(span) : scene.spans().before(span));
            if (next.isPresent() && next.get().id().equals(linkFrom)) {
                next = next.flatMap(span -> forth ? scene.spans().after(span) : scene.spans().before(span));
            }
            next.ifPresent(span -> linkTo = span.id());
            return TextOutcome.GOING;
        }
        Optional<Annotation> here = edits.selected().stream().findFirst();
        Optional<Annotation> next = here.isPresent()
                ? here.flatMap(span -> forth ? scene.spans().after(span) : scene.spans().before(span))
                : forth ? scene.spans().from(caret.at()) : scene.spans().until(caret.at());
        return next.<TextOutcome>map(span -> {
            caret = Caret.at(SpanIndex.extent(span).start());
            return new TextOutcome.Selected(Selection.of(span.id()));
        }).orElse(TextOutcome.IGNORED);
    }

    private TextOutcome moveEnd(Grip.Side side, boolean forth) {
        Optional<Annotation> one = edits.one();
        if (one.isEmpty()) {
            return new TextOutcome.Refused(TextOutcome.Refusal.NO_ONE_SPAN);
        }
        List<TextRange> fragments = SpanEdits.fragments(one.get());
        Grip end = new Grip(one.get().id(), side == Grip.Side.START ? 0 : fragments.size() - 1, side);
        int place = end.place(fragments);
        int to = forth ? forth(side, place) : back(side, place);
        TextRange range = fragments.get(end.fragment());
        boolean something = side == Grip.Side.START ? to < range.end() : to > range.start();
        return something
                ? edits.reshape(one.get().id(), TextSpan.merged(end.moved(fragments, to)), EditName.MOVE_END)
                : new TextOutcome.Refused(TextOutcome.Refusal.NOTHING_LEFT);
    }

    private int forth(Grip.Side side, int place) {
        Segmentation cut = scene.cut();
        return side == Grip.Side.END ? cut.nextEnd(place, scene.granularity()) : cut.next(place, scene.granularity());
    }

    /// An end that goes back stops behind a word, not behind the space before it.
    private int back(Grip.Side side, int place) {
        Segmentation cut = scene.cut();
        int to = cut.previous(place, scene.granularity());
        if (side == Grip.Side.START || to == 0 || scene.granularity() == Granularity.CHARACTER) {
            return to;
        }
        return cut.trim(new TextRange(0, to)).map(TextRange::end).orElse(to);
    }

    private TextOutcome withMarked(boolean add) {
        Optional<TextRange> marked = caret.range().flatMap(scene.cut()::trim);
        if (marked.isEmpty()) {
            return new TextOutcome.Refused(TextOutcome.Refusal.NOTHING_MARKED);
        }
        return done(add ? edits.addFragment(marked.get()) : edits.cutFragment(marked.get()));
    }

    private TextOutcome relate() {
        List<Annotation> selected = edits.selected();
        if (scene.relationType().isEmpty()) {
            return new TextOutcome.Refused(TextOutcome.Refusal.NO_RELATION_TYPE);
        }
        if (selected.size() == DOUBLE) {
            return edits.relate(selected.getFirst().id(), selected.getLast().id());
        }
        if (selected.size() != 1) {
            return new TextOutcome.Refused(TextOutcome.Refusal.NO_ONE_SPAN);
        }
        linkFrom = selected.getFirst().id();
        linkTo = null;
        return TextOutcome.GOING;
    }

    /// With a relation in hand the pointer shows where it would end.
    public TextOutcome hover(TextPointer pointer) {
        if (linkFrom == null) {
            return TextOutcome.IGNORED;
        }
        linkTo = target(pointer).orElse(null);
        return TextOutcome.GOING;
    }

    private TextOutcome linkTo(TextPointer pointer) {
        AnnotationId from = linkFrom;
        Optional<AnnotationId> to = target(pointer);
        if (from == null || to.isEmpty()) {
            abandon();
            return TextOutcome.GOING;
        }
        return link(from, to.get());
    }

    private TextOutcome link(AnnotationId from, AnnotationId to) {
        abandon();
        return edits.relate(from, to);
    }

    private Optional<AnnotationId> target(TextPointer pointer) {
        Optional<AnnotationId> mark = Optional.ofNullable(pointer.under().span());
        Optional<AnnotationId> hit = mark.isPresent() || pointer.character() < 0
                ? mark
                : scene.spans().at(pointer.character()).stream().map(Annotation::id).filter(id -> !id.equals(linkFrom)).findFirst();
        return hit.filter(id -> !id.equals(linkFrom));
    }

    /// Where an end goes that is drawn to a place.
    private int snapped(Segmentation cut, int place, Grip.Side side) {
        if (side == Grip.Side.END) {
            return place == 0 ? 0 : cut.snap(new TextRange(place - 1, place), scene.granularity()).end();
        }
        return place >= cut.text().length() ? place : cut.snap(new TextRange(place, place + 1), scene.granularity()).start();
    }

    /// Nothing stays marked once something was made of it.
    private TextOutcome done(TextOutcome outcome) {
        if (outcome instanceof TextOutcome.Edited) {
            caret = Caret.at(caret.at());
        }
        return outcome;
    }
}
