package labelwright.exchange.yolo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import labelwright.exchange.BoxText;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.Facts;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.Repeats;
import labelwright.exchange.RightAngles;
import labelwright.exchange.TextFiles;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.model.Problem.Action;

/// Turns the lines of one label file after the other into regions.
final class YoloLabels {
    private static final int MOST_BAD_LINES = 100;
    private static final double SNAP = 1e-6;
    private static final int FOUR_POINTS = 8;

    private final YoloFiles files;
    private final YoloClasses classes;
    private final YoloMeaning meaning;
    private final RecordSink sink;
    private final ReadProblems problems;
    private final Repeats repeats;
    private final RegionCheck check;
    private long oriented;
    private long skewed;

    YoloLabels(YoloFiles files, YoloClasses classes, YoloMeaning meaning, RecordSink sink) {
        this.files = files;
        this.classes = classes;
        this.meaning = meaning;
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.repeats = new Repeats(sink);
        this.check = new RegionCheck(sink);
    }

    void handOver(String path, String itemKey, Size size) {
        List<String> lines;
        try {
            lines = TextFiles.read(files.resolve(path)).lines();
        } catch (IOException e) {
            problems.refused(path, "The label file cannot be read: %s.".formatted(ExchangeException.reason(e)));
            return;
        }
        if (lines.stream().anyMatch(line -> line.indexOf('\0') >= 0)) {
            problems.refused(path, "This is no text file.");
            return;
        }
        if (!size.isKnown() && lines.stream().anyMatch(line -> !line.isBlank())) {
            problems.refused(path, "The size of the picture is not known, so that its shares cannot become pixels.");
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        int bad = 0;
        for (int i = 0; i < lines.size() && bad <= MOST_BAD_LINES; i++) {
            String line = lines.get(i).strip();
            int number = i + 1;
            if (line.isEmpty() || line.startsWith("imagesource:") || line.startsWith("gsd:")) {
                continue;
            }
            if (bad == MOST_BAD_LINES) {
                problems.refused(path, "The file has too many bad lines; from line %d on it was not read.".formatted(number));
                return;
            }
            Integer first = seen.putIfAbsent(line, number);
            if (first != null) {
                problems.skipped("%s, line %d".formatted(path, number), "The line is the same as line %d.".formatted(first));
            } else if (!handOver(line, () -> "%s, line %d".formatted(path, number), itemKey, size)) {
                bad++;
            }
        }
    }

    /// Whether the line could be made sense of.
    private boolean handOver(String text, Supplier<String> where, String itemKey, Size size) {
        return switch (YoloLine.parse(text, poseValues())) {
            case YoloLine.BadLine(String why) -> {
                problems.refused(where.get(), why);
                yield false;
            }
            case YoloLine.DotaLine _ -> {
                repeats.report(Action.SKIPPED, where, "The line is DOTA text, with the class by name: import the folder as DOTA.");
                yield true;
            }
            case YoloLine.BoxLine line -> {
                Map<String, String> attributes = line.score().isEmpty() ? Map.of() : Map.of(RegionRecord.SCORE, line.score());
                yield region(where, itemKey, line.label(), box(where, line, size), attributes);
            }
            case YoloLine.PoseLine line -> pose(line, where, itemKey, size);
            case YoloLine.PolygonLine line -> region(where, itemKey, line.label(), outline(line, where, size), Map.of());
        };
    }

    private OptionalInt poseValues() {
        return meaning.pose().map(pose -> OptionalInt.of(pose.points() * pose.values())).orElse(OptionalInt.empty());
    }

    private Optional<Shape> outline(YoloLine.PolygonLine line, Supplier<String> where, Size size) {
        double[] pixels = pixels(line.outline(), size);
        if (meaning.quadrangles() == YoloMeaning.Quadrangles.ORIENTED_BOXES && pixels.length == FOUR_POINTS) {
            Optional<RotatedBox> box = check.points(where, pixels).flatMap(RightAngles::box);
            if (box.isPresent()) {
                oriented++;
                return check.shape(where, box.get(), size);
            }
            skewed++;
        }
        return check.polygon(where, List.of(pixels), size);
    }

    /// A skeleton none of whose points is there is its box.
    private boolean pose(YoloLine.PoseLine line, Supplier<String> where, String itemKey, Size size) {
        int values = meaning.pose().map(YoloPose::values).orElse(3);
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i + values <= line.points().size(); i += values) {
            double x = pixels(line.points().get(i), size.width());
            double y = pixels(line.points().get(i + 1), size.height());
            int code = values == 3 ? (int) Math.clamp(line.points().get(i + 2), 0, 2) : x == 0 && y == 0 ? 0 : 2;
            if (check.points(where, x, y).isEmpty()) {
                return false;
            }
            points.add(code == 0 ? Keypoint.ABSENT : new Keypoint(x, y, Keypoint.Visibility.ofCode(code)));
        }
        Optional<Shape> box = box(where, line.box(), size);
        if (box.isEmpty() || points.stream().noneMatch(Keypoint::isThere)) {
            return region(where, itemKey, line.box().label(), box, Map.of());
        }
        Optional<Shape> shape = check.shape(where, new Keypoints(points), size);
        boolean isPlain = shape.isPresent() && BoxText.isNear(
                BoxText.inside(BoxText.roomy(shape.get().bounds()), size.width(), size.height()), box.get().bounds());
        return region(where, itemKey, line.box().label(), shape,
                isPlain ? Map.of() : Map.of(Facts.BOX, BoxText.of(box.get().bounds())));
    }

    private boolean region(Supplier<String> where, String itemKey, int label, Optional<Shape> shape, Map<String, String> attributes) {
        if (shape.isEmpty()) {
            return false;
        }
        Optional<String> name = classes.name(label);
        if (name.isEmpty()) {
            problems.refused(where.get(), "There is no class %d; the list names %d.".formatted(label, classes.count()));
            return false;
        }
        sink.annotation(itemKey, RegionRecord.of(name.get(), shape.get(), attributes));
        return true;
    }

    private Optional<Shape> box(Supplier<String> where, YoloLine.BoxLine line, Size size) {
        if (line.width() < 0 || line.height() < 0) {
            return check.box(where, 0, 0, line.width(), line.height(), size);
        }
        if (isOutside(line.centreX()) || isOutside(line.centreY())) {
            problems.refused(where.get(),
                    "The centre of the box lies outside the picture (%s, %s).".formatted(line.centreX(), line.centreY()));
            return Optional.empty();
        }
        double left = pixels(line.centreX() - line.width() / 2, size.width());
        double top = pixels(line.centreY() - line.height() / 2, size.height());
        double right = pixels(line.centreX() + line.width() / 2, size.width());
        double bottom = pixels(line.centreY() + line.height() / 2, size.height());
        return check.box(where, left, top, right - left, bottom - top, size);
    }

    private static boolean isOutside(double share) {
        return share < -SNAP || share > 1 + SNAP;
    }

    private static double[] pixels(List<Double> shares, Size size) {
        double[] pixels = new double[shares.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixels(shares.get(i), i % 2 == 0 ? size.width() : size.height());
        }
        return pixels;
    }

    private static double pixels(double share, int side) {
        double value = share * side;
        double whole = Math.rint(value);
        return Math.abs(value - whole) < SNAP ? whole : value;
    }

    void finish() {
        repeats.finish("Label files");
        if (meaning.isGuess() && oriented + skewed > 0) {
            problems.repaired("Label files", "All lines have nine columns: %,d were read as oriented boxes%s.".formatted(oriented,
                    skewed == 0 ? "" : ", %,d as polygons because they have no right angles".formatted(skewed)));
        }
    }
}
