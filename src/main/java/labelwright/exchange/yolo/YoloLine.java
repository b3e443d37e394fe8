package labelwright.exchange.yolo;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/// One line of a label file, told apart by its number of columns.
sealed interface YoloLine {

    /// Shares of the picture's sides; the centre comes first.
    record BoxLine(int label, double centreX, double centreY, double width, double height, String score) implements YoloLine {}

    /// @param points what follows the box
    record PoseLine(BoxLine box, List<Double> points) implements YoloLine {}

    /// @param outline `x, y, x, y, ...` as shares
    record PolygonLine(int label, List<Double> outline) implements YoloLine {}

    /// An oriented box with its class by name.
    record DotaLine() implements YoloLine {}

    /// @param why a sentence
    record BadLine(String why) implements YoloLine {}

    int BOX_COLUMNS = 5;
    int DOTA_NUMBERS = 8;

    /// @param poseValues numbers of one line after the box when the data set says that its lines are poses
    static YoloLine parse(String text, OptionalInt poseValues) {
        String[] columns = text.strip().split("\\s+");
        if (isDota(columns)) {
            return new DotaLine();
        }
        double[] values = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            try {
                values[i] = Double.parseDouble(columns[i]);
            } catch (NumberFormatException ignored) {
                return new BadLine("\"%s\" is no number; a line holds a class number and coordinates.".formatted(shown(columns[i])));
            }
        }
        int label = (int) values[0];
        if (label < 0 || label != values[0]) {
            return new BadLine("\"%s\" is no class number.".formatted(shown(columns[0])));
        }
        if (columns.length == BOX_COLUMNS || columns.length == BOX_COLUMNS + 1) {
            return new BoxLine(label, values[1], values[2], values[3], values[4],
                    columns.length == BOX_COLUMNS ? "" : columns[BOX_COLUMNS]);
        }
        int rest = columns.length - BOX_COLUMNS;
        if (rest > 0 && (poseValues.isPresent() ? poseValues.getAsInt() == rest : rest % 2 != 0 && rest % 3 == 0)) {
            return new PoseLine(new BoxLine(label, values[1], values[2], values[3], values[4], ""),
                    DoubleStream.of(values).skip(BOX_COLUMNS).boxed().toList());
        }
        if (columns.length >= 7 && columns.length % 2 == 1) {
            return new PolygonLine(label, DoubleStream.of(values).skip(1).boxed().toList());
        }
        return new BadLine(
                "The line has %d columns; a box has 5, a polygon an odd number from 7.".formatted(columns.length));
    }

    private static boolean isDota(String[] columns) {
        if (columns.length != DOTA_NUMBERS + 1 && columns.length != DOTA_NUMBERS + 2) {
            return false;
        }
        for (int i = 0; i < DOTA_NUMBERS; i++) {
            if (!isNumber(columns[i])) {
                return false;
            }
        }
        return !isNumber(columns[DOTA_NUMBERS]);
    }

    /// Whether the first line that is not blank is one of numbers.
    static boolean looksLikeLabels(List<String> lines) {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst().filter(line -> {
            String[] columns = line.split("\\s+");
            return columns.length >= BOX_COLUMNS && List.of(columns).subList(0, BOX_COLUMNS).stream().allMatch(YoloLine::isNumber);
        }).isPresent();
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException ignored) {
            return false;
        }
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
    }
}
