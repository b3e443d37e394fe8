package labelwright.exchange.yolo;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.Repeats;
import labelwright.exchange.TextFiles;
import labelwright.geometry.Shape;
import labelwright.model.Problem.Action;

/// Turns the lines of one label file after the other into regions.
final class YoloLabels {
    private static final int MOST_BAD_LINES = 100;
    private static final double SNAP = 1e-6;
    private static final int FOUR_POINTS = 8;

    private final YoloFiles files;
    private final YoloClasses classes;
    private final OptionalInt poseValues;
    private final RecordSink sink;
    private final ReadProblems problems;
    private final Repeats repeats;
    private final RegionCheck check;
    private long quadrangles;
    private long others;

    YoloLabels(YoloFiles files, YoloClasses classes, OptionalInt poseValues, RecordSink sink) {
        this.files = files;
        this.classes = classes;
        this.poseValues = poseValues;
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
        return switch (YoloLine.parse(text, poseValues)) {
            case YoloLine.BadLine(String why) -> {
                problems.refused(where.get(), why);
                yield false;
            }
            case YoloLine.DotaLine _ -> {
                repeats.report(Action.SKIPPED, where, "Oriented boxes are not supported yet.");
                yield true;
            }
            case YoloLine.BoxLine line -> {
                others++;
                Map<String, String> attributes = line.score().isEmpty() ? Map.of() : Map.of(RegionRecord.SCORE, line.score());
                yield region(where, itemKey, line.label(), box(where, line, size), attributes);
            }
            case YoloLine.PoseLine line -> {
                others++;
                YoloLine.BoxLine box = new YoloLine.BoxLine(line.label(), line.centreX(), line.centreY(), line.width(), line.height(), "");
                boolean kept = region(where, itemKey, line.label(), box(where, box, size), Map.of());
                if (kept) {
                    repeats.report(Action.REPAIRED, where, "The box was kept; its keypoints are not supported yet and were left out.");
                }
                yield kept;
            }
            case YoloLine.PolygonLine line -> {
                if (line.outline().size() == FOUR_POINTS) {
                    quadrangles++;
                } else {
                    others++;
                }
                yield region(where, itemKey, line.label(), check.polygon(where, List.of(pixels(line.outline(), size)), size), Map.of());
            }
        };
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
        if (quadrangles > 0 && others == 0) {
            problems.repaired("Label files", ("All %,d lines have nine columns: they may be oriented boxes. "
                    + "They were read as polygons of four points, which cover the same area.").formatted(quadrangles));
        }
    }
}
