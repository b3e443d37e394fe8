package labelwright.workbench;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.ReadOption;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.ShapeKind;
import labelwright.model.ExportTask;
import labelwright.model.ProjectKind;

/// A format that can be read or written.
///
/// @param id the word for requests and the command line
/// @param name for people
/// @param kind what the items of such a data set are
/// @param shapes the kinds that survive a round trip; empty for a format without labels
/// @param directions what can be done with it
/// @param options what can be said about how to read it, by the words of [ImportRequest#options]
/// @param pieces what one item can be; what is taken without a word comes first, empty where files leave no choice
/// @param media whether the import may copy files that items are shown from
/// @param tasks between which an export chooses; empty for a format that holds everything side by side
public record FormatInfo(String id, String name, ProjectKind kind, Set<ShapeKind> shapes, Set<Direction> directions, Set<ExportTask> tasks,
        Set<String> options, List<String> pieces, Media media) {
    public FormatInfo {
        options = Set.copyOf(options);
        pieces = List.copyOf(pieces);
        tasks = Set.copyOf(tasks);
        shapes = Set.copyOf(shapes);
        directions = Set.copyOf(directions);
    }

    /// Whether items are shown from files that an import may copy.
    public enum Media {
        NONE, FILES
    }

    /// What can be done with a format.
    public enum Direction {
        READ, WRITE
    }

    /// Every format the app knows.
    public static List<FormatInfo> all() {
        return StandardFormats.create().all().stream().map(FormatInfo::of).toList();
    }

    static FormatInfo of(DatasetFormat format) {
        return new FormatInfo(format.id(), format.displayName(), format.kind(), format.shapes(),
                format.writer().isPresent() ? EnumSet.allOf(Direction.class) : EnumSet.of(Direction.READ), format.tasks(),
                format.options().stream().map(ReadOption::key).collect(Collectors.toSet()), format.pieces(),
                format.hasMedia() ? Media.FILES : Media.NONE);
    }
}
