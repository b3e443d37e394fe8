package labelwright.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import labelwright.geometry.Bounds;

/// Turns the answers of the grid into boxes: every cell whose best label reaches the floor gives a box, and of boxes of one label that overlap too
/// much the highest score stays.
final class BoxDecoder {

    private static final int MOST = 300;

    private final InputGrid grid;
    private final double floor;
    private final double overlap;

    BoxDecoder(InputGrid grid, double floor, double overlap) {
        this.grid = grid;
        this.floor = floor;
        this.overlap = overlap;
    }

    static BoxDecoder of(InputGrid grid, DetectionSettings settings) {
        return new BoxDecoder(grid, settings.number(DetectionOption.SCORE_FLOOR), settings.number(DetectionOption.OVERLAP));
    }

    /// @param probabilities cells x labels of one picture
    /// @param boxes cells x 4 raw box answers of one picture
    /// @return in input pixels, by falling score, at most 300
    List<Detection> decode(float[] probabilities, float[] boxes, int labels) {
        List<Detection> candidates = new ArrayList<>();
        for (int cell = 0; cell < grid.cells(); cell++) {
            int best = 0;
            for (int label = 1; label < labels; label++) {
                if (probabilities[cell * labels + label] > probabilities[cell * labels + best]) {
                    best = label;
                }
            }
            double score = probabilities[cell * labels + best];
            if (score >= floor) {
                candidates.add(detection(cell, best, score, probabilities, boxes, labels));
            }
        }
        candidates.sort(Comparator.comparingDouble(Detection::score).reversed());
        return suppressed(candidates);
    }

    private Detection detection(int cell, int label, double score, float[] probabilities, float[] boxes, int labels) {
        List<Double> each = new ArrayList<>(labels);
        for (int i = 0; i < labels; i++) {
            each.add((double) probabilities[cell * labels + i]);
        }
        CellBox box = CellBox.decode(boxes, cell * 4, cell % grid.columns(), cell / grid.columns());
        double s = InputGrid.STRIDE;
        Bounds bounds = new Bounds((box.x() - box.width() / 2) * s, (box.y() - box.height() / 2) * s, box.width() * s, box.height() * s);
        return new Detection(label, score, bounds, each);
    }

    private List<Detection> suppressed(List<Detection> sorted) {
        List<Detection> kept = new ArrayList<>();
        for (Detection candidate : sorted) {
            boolean free = kept.size() < MOST && kept.stream()
                    .noneMatch(k -> k.label() == candidate.label() && k.bounds().iou(candidate.bounds()) > overlap);
            if (free) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
