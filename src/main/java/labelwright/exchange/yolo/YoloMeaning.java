package labelwright.exchange.yolo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import labelwright.exchange.TextFiles;

/// What the lines of a data set mean where their number of columns leaves it open.
///
/// @param quadrangles what nine columns are
/// @param isGuess whether that was concluded from the lines alone
record YoloMeaning(Optional<YoloPose> pose, Quadrangles quadrangles, boolean isGuess) {
    private static final int MOST_FILES = 100;
    private static final int NINE = 9;

    /// What four points are.
    enum Quadrangles {
        POLYGONS, ORIENTED_BOXES
    }

    /// A data set whose lines all have nine columns holds oriented boxes unless it says that it does not.
    static YoloMeaning of(Optional<YoloDescription> description, YoloFiles files) {
        Optional<YoloPose> pose = description.flatMap(YoloDescription::pose);
        return switch (description.map(YoloDescription::task).orElse("")) {
            case "obb" -> new YoloMeaning(pose, Quadrangles.ORIENTED_BOXES, false);
            case "segment", "detect", "pose" -> new YoloMeaning(pose, Quadrangles.POLYGONS, false);
            default -> pose.isEmpty() && allHaveNineColumns(files)
                    ? new YoloMeaning(pose, Quadrangles.ORIENTED_BOXES, true)
                    : new YoloMeaning(pose, Quadrangles.POLYGONS, false);
        };
    }

    /// Looks at a bounded number of files.
    private static boolean allHaveNineColumns(YoloFiles files) {
        boolean any = false;
        List<String> some = files.texts().stream().filter(text -> !YoloClasses.isClassList(text)).limit(MOST_FILES).toList();
        for (String text : some) {
            List<String> lines = lines(files, text);
            if (YoloLine.looksLikeLabels(lines)) {
                any = true;
                if (lines.stream().anyMatch(line -> !line.isBlank() && line.strip().split("\\s+").length != NINE)) {
                    return false;
                }
            }
        }
        return any;
    }

    /// None when the file cannot be read, which is reported when it is its turn.
    private static List<String> lines(YoloFiles files, String text) {
        try {
            return TextFiles.read(files.resolve(text)).lines();
        } catch (IOException ignored) {
            return List.of();
        }
    }
}
