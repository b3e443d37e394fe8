package labelwright.ui.label;

import labelwright.model.Flag;

/// The signs for what is true of a region.
public final class FlagIcons {
    private FlagIcons() {}

    /// An Ikonli literal.
    public static String of(Flag flag) {
        return switch (flag) {
            case OCCLUDED -> "mdi2f-flip-to-back";
            case TRUNCATED -> "mdi2c-crop";
            case DIFFICULT -> "mdi2h-help-circle-outline";
            case PINNED -> "mdi2p-pin-outline";
        };
    }
}
