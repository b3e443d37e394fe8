package labelwright.textview.flow;

import java.util.ArrayList;
import java.util.List;

/// Gives each of several intervals the first lane in which it touches none that was placed before. Belongs to one thread.
public final class Lanes {
    /// What overlaps more often is drawn over each other in the last lane.
    private static final int MOST = 16;

    /// The intervals of each lane, as pairs of numbers.
    private final List<List<double[]>> lanes = new ArrayList<>();

    /// @return the lane, from 0
    public int place(double from, double to) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (isFree(lanes.get(lane), from, to) || lane == MOST - 1) {
                lanes.get(lane).add(new double[] {from, to});
                return lane;
            }
        }
        List<double[]> fresh = new ArrayList<>();
        fresh.add(new double[] {from, to});
        lanes.add(fresh);
        return lanes.size() - 1;
    }

    public int count() {
        return lanes.size();
    }

    /// The first place to the right of `from` that is taken in a lane; infinite when there is none.
    public double nextTaken(int lane, double from) {
        double next = Double.POSITIVE_INFINITY;
        for (double[] taken : lanes.get(lane)) {
            if (taken[0] > from) {
                next = Math.min(next, taken[0]);
            }
        }
        return next;
    }

    private static boolean isFree(List<double[]> lane, double from, double to) {
        return lane.stream().noneMatch(taken -> from < taken[1] && taken[0] < to);
    }
}
