package labelwright.exchange.dota;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One line: eight coordinates in pixels, a class name, perhaps a difficulty.
///
/// @param coordinates `x, y` of four corners
/// @param difficult `0` when the line does not say
record DotaLine(List<Double> coordinates, String label, String difficult) {
    private static final int NUMBERS = 8;

    /// Empty for a line of another kind.
    static Optional<DotaLine> parse(String line) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length <= NUMBERS) {
            return Optional.empty();
        }
        Double[] numbers = new Double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            try {
                numbers[i] = Double.valueOf(columns[i]);
            } catch (NumberFormatException ignored) {
                return Optional.empty();
            }
        }
        boolean hasDifficulty = columns.length > NUMBERS + 1 && columns[columns.length - 1].matches("\\d");
        String label = String.join(" ", Arrays.asList(columns).subList(NUMBERS, hasDifficulty ? columns.length - 1 : columns.length));
        boolean isNumber = columns[NUMBERS].matches("[-+.\\d]+([eE][-+]?\\d+)?") && columns.length != NUMBERS + 2;
        return isNumber
                ? Optional.empty()
                : Optional.of(new DotaLine(List.of(numbers), label, hasDifficulty ? columns[columns.length - 1] : "0"));
    }

    double[] numbers() {
        return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
