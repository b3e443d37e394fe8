package labelwright.textview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import labelwright.textview.Mark.Stretch;

/// Stretches along a row.
final class Stretches {
    private static final double TOUCHING = 0.5;

    private Stretches() {}

    /// From the left; what touches becomes one.
    static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch each : stretches.stream().sorted(Comparator.comparingDouble(Stretch::from)).toList()) {
            if (!joined.isEmpty() && each.from() <= joined.getLast().to() + TOUCHING) {
                Stretch last = joined.removeLast();
                joined.add(new Stretch(last.from(), Math.max(last.to(), each.to())));
            } else {
                joined.add(each);
            }
        }
        return joined;
    }
}
