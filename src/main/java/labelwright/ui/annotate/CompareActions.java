package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;

import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// Looking at the picture beside its channels or its neighbours.
final class CompareActions {
    private static final Texts TEXTS = Texts.of(CompareActions.class);

    private final ViewOptions options;
    private final List<Action> all = new ArrayList<>();
    private Comparison last = Comparison.NEXT;

    CompareActions(ViewOptions options) {
        this.options = options;
        options.comparison().subscribe(now -> last = now == Comparison.NOTHING ? last : now);
        add(Action.of(TEXTS, "annotate.compare").icon("mdi2c-compare").shortcut("C")
                .selected(options.comparison().isNotEqualTo(Comparison.NOTHING)), this::toggle);
        choice(Action.of(TEXTS, "annotate.compareNext"), Comparison.NEXT);
        choice(Action.of(TEXTS, "annotate.comparePrevious"), Comparison.PREVIOUS);
        choice(Action.of(TEXTS, "annotate.compareNeighbours"), Comparison.NEIGHBOURS);
        choice(Action.of(TEXTS, "annotate.compareChannels"), Comparison.CHANNELS);
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    private void toggle() {
        options.comparison().set(options.comparison().get() == Comparison.NOTHING ? last : Comparison.NOTHING);
    }

    /// Choosing what is shown already ends the comparison.
    private void choice(Action.Builder builder, Comparison comparison) {
        add(builder.selected(options.comparison().isEqualTo(comparison)),
                () -> options.comparison().set(options.comparison().get() == comparison ? Comparison.NOTHING : comparison));
    }

    private void add(Action.Builder builder, Runnable command) {
        all.add(builder.scope(Scope.of(Place.ANNOTATE)).group(TEXTS.get("group.view")).does(command));
    }
}
