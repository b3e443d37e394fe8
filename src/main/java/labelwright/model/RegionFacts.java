package labelwright.model;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Attributes of a region that mean the same in every project, whether its labels define them or not. The names are those of the files
/// that other programs write, and are stored: they never change.
public final class RegionFacts {
    /// `1` when something hides a part of it.
    public static final String OCCLUDED = "occluded";
    /// `1` when it goes on beyond the picture.
    public static final String TRUNCATED = "truncated";
    /// `1` when it is hard to tell and should not count.
    public static final String DIFFICULT = "difficult";
    /// `1` when it stands for a crowd of things.
    public static final String CROWD = "iscrowd";
    /// `1` when the region is kept where it is.
    public static final String PINNED = "pinned";
    /// A whole number from 1: regions of one picture with the same number belong together.
    public static final String GROUP = "group";
    /// What is written in the region, with line breaks as `\n`.
    public static final String TEXT = "text";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private RegionFacts() {}

    /// The number of the group that the region belongs to.
    public static OptionalInt group(Annotation region) {
        String group = region.attributes().get(GROUP);
        return group != null && NUMBER.matcher(group).matches() ? OptionalInt.of(Integer.parseInt(group)) : OptionalInt.empty();
    }

    /// Whether the name means the same for every label, so that the value outlives a change of the label.
    public static boolean isCommon(String name) {
        return switch (name) {
            case OCCLUDED, TRUNCATED, DIFFICULT, CROWD, PINNED, GROUP, TEXT -> true;
            default -> false;
        };
    }

    /// Whether a label may define an attribute of this name and kind. A group and a pin are set by their own commands; the others keep
    /// their meaning.
    public static boolean allows(String name, AttributeKind kind) {
        return switch (name) {
            case GROUP, PINNED -> false;
            case TEXT -> kind == AttributeKind.TEXT || kind == AttributeKind.LONG_TEXT;
            case OCCLUDED, TRUNCATED, DIFFICULT, CROWD -> kind == AttributeKind.CHECK;
            default -> true;
        };
    }
}
