package labelwright.ui.label;

import labelwright.model.query.ItemSort;

/// In which order pictures come up for labelling.
public enum Sequence {
    /// As they were handed over by another screen.
    GIVEN(ItemSort.IMPORTED),
    /// As they were imported.
    IMPORTED(ItemSort.IMPORTED),
    /// By name.
    NAME(ItemSort.NAME),
    /// As the newest ranking says.
    USEFUL(ItemSort.USEFULNESS),
    /// Where a model was least sure.
    UNSURE(ItemSort.LOWEST_SCORE);

    private final ItemSort sort;

    Sequence(ItemSort sort) {
        this.sort = sort;
    }

    public ItemSort sort() {
        return sort;
    }
}
