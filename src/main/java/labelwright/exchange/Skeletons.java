package labelwright.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import labelwright.model.Colour;
import labelwright.model.SkeletonTemplate;
import labelwright.model.SkeletonTemplate.Edge;
import labelwright.model.SkeletonTemplate.Joint;
import labelwright.model.SkeletonTemplate.Mirror;

/// Builds templates from what files say; whatever does not fit is left out, so that there always is a template.
public final class Skeletons {
    private static final double EDGE = 0.1;
    private static final int MOST_POINTS = 1000;

    private Skeletons() {}

    /// @param names of the points; empty or repeated ones are numbered
    /// @param lines pairs of places from 0
    /// @param mirror for each point the place of the one that takes its place in a mirror; may be empty
    public static SkeletonTemplate of(List<String> names, List<int[]> lines, int[] mirror) {
        List<String> kept = names.subList(0, Math.min(names.size(), MOST_POINTS));
        List<Joint> joints = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < kept.size(); i++) {
            String name = kept.get(i).isBlank() ? Integer.toString(i + 1) : kept.get(i).strip();
            String unique = name;
            for (int number = 2; !taken.add(unique); number++) {
                unique = name + " " + number;
            }
            double turn = 2 * Math.PI * i / kept.size();
            joints.add(new Joint(unique, Colour.ofPalette(i), 0.5 + (0.5 - EDGE) * Math.sin(turn), 0.5 - (0.5 - EDGE) * Math.cos(turn)));
        }
        List<Edge> edges = new ArrayList<>();
        Set<Long> joined = new HashSet<>();
        for (int[] line : lines) {
            int low = Math.min(line[0], line[1]);
            int high = Math.max(line[0], line[1]);
            if (low >= 0 && high < joints.size() && low != high && joined.add((long) low * MOST_POINTS + high)) {
                edges.add(new Edge(line[0], line[1], Colour.ofPalette(edges.size())));
            }
        }
        List<Mirror> mirrors = new ArrayList<>();
        for (int i = 0; i < Math.min(mirror.length, joints.size()); i++) {
            if (mirror[i] > i && mirror[i] < joints.size() && mirror[i] < mirror.length && mirror[mirror[i]] == i) {
                mirrors.add(new Mirror(i, mirror[i]));
            }
        }
        return new SkeletonTemplate(joints, edges, mirrors);
    }

    /// A template whose points are called by their numbers.
    public static SkeletonTemplate numbered(int points, int[] mirror) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= Math.min(points, MOST_POINTS); i++) {
            names.add(Integer.toString(i));
        }
        return of(names, List.of(), mirror);
    }
}
