package labelwright.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import labelwright.model.SkeletonTemplate.Edge;
import labelwright.model.SkeletonTemplate.Joint;
import labelwright.model.SkeletonTemplate.Mirror;

/// Skeletons that many data sets share: names, order and lines as in the data sets, so that their files are read and written without a map.
public final class SkeletonPresets {
    private static final Colour LEFT = new Colour(0x3E8BFF);
    private static final Colour RIGHT = new Colour(0xF5A524);
    private static final Colour MIDDLE = new Colour(0x30A46C);

    private SkeletonPresets() {}

    /// The 17 points of a person in COCO keypoints, with COCO's 19 lines. Left and right are the person's own.
    public static SkeletonTemplate person() {
        Map<String, double[]> points = new LinkedHashMap<>();
        points.put("nose", new double[] {0.5, 0.07});
        points.put("left_eye", new double[] {0.55, 0.04});
        points.put("right_eye", new double[] {0.45, 0.04});
        points.put("left_ear", new double[] {0.61, 0.06});
        points.put("right_ear", new double[] {0.39, 0.06});
        points.put("left_shoulder", new double[] {0.72, 0.21});
        points.put("right_shoulder", new double[] {0.28, 0.21});
        points.put("left_elbow", new double[] {0.86, 0.36});
        points.put("right_elbow", new double[] {0.14, 0.36});
        points.put("left_wrist", new double[] {0.96, 0.5});
        points.put("right_wrist", new double[] {0.04, 0.5});
        points.put("left_hip", new double[] {0.63, 0.52});
        points.put("right_hip", new double[] {0.37, 0.52});
        points.put("left_knee", new double[] {0.66, 0.75});
        points.put("right_knee", new double[] {0.34, 0.75});
        points.put("left_ankle", new double[] {0.68, 0.97});
        points.put("right_ankle", new double[] {0.32, 0.97});
        int[][] lines = {{15, 13}, {13, 11}, {16, 14}, {14, 12}, {11, 12}, {5, 11}, {6, 12}, {5, 6}, {5, 7}, {6, 8}, {7, 9}, {8, 10},
                {1, 2}, {0, 1}, {0, 2}, {1, 3}, {2, 4}, {3, 5}, {4, 6}};
        return of(points, lines, new int[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}, {11, 12}, {13, 14}, {15, 16}});
    }

    /// The 21 points of a hand in COCO-WholeBody: the wrist, then each finger from its root to its tip.
    public static SkeletonTemplate hand() {
        Map<String, double[]> points = new LinkedHashMap<>();
        points.put("wrist", new double[] {0.5, 1});
        String[] fingers = {"thumb", "forefinger", "middle_finger", "ring_finger", "pinky_finger"};
        double[][] roots = {{0.26, 0.8}, {0.34, 0.52}, {0.48, 0.48}, {0.61, 0.5}, {0.73, 0.57}};
        double[][] tips = {{0, 0.42}, {0.24, 0.06}, {0.47, 0}, {0.7, 0.05}, {0.95, 0.22}};
        List<int[]> lines = new ArrayList<>();
        for (int finger = 0; finger < fingers.length; finger++) {
            int before = 0;
            for (int part = 0; part < 4; part++) {
                double share = part / 3.0;
                points.put(fingers[finger] + (part + 1), new double[] {roots[finger][0] + (tips[finger][0] - roots[finger][0]) * share,
                        roots[finger][1] + (tips[finger][1] - roots[finger][1]) * share});
                lines.add(new int[] {before, points.size() - 1});
                before = points.size() - 1;
            }
        }
        return of(points, lines.toArray(int[][]::new), new int[0][]);
    }

    /// The five points of a face as in WIDER FACE and CelebA: eyes, nose, corners of the mouth.
    public static SkeletonTemplate face() {
        Map<String, double[]> points = new LinkedHashMap<>();
        points.put("left_eye", new double[] {0.8, 0.15});
        points.put("right_eye", new double[] {0.2, 0.15});
        points.put("nose", new double[] {0.5, 0.5});
        points.put("left_mouth", new double[] {0.72, 0.85});
        points.put("right_mouth", new double[] {0.28, 0.85});
        return of(points, new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {2, 4}, {3, 4}}, new int[][] {{0, 1}, {3, 4}});
    }

    private static SkeletonTemplate of(Map<String, double[]> points, int[][] lines, int[][] pairs) {
        List<Joint> joints = new ArrayList<>();
        points.forEach((name, at) -> joints.add(new Joint(name, colour(name), at[0], at[1])));
        List<Edge> edges = new ArrayList<>();
        for (int[] line : lines) {
            Colour from = joints.get(line[0]).colour();
            edges.add(new Edge(line[0], line[1], from.equals(joints.get(line[1]).colour()) ? from : MIDDLE));
        }
        List<Mirror> mirrors = new ArrayList<>();
        for (int[] pair : pairs) {
            mirrors.add(new Mirror(pair[0], pair[1]));
        }
        return new SkeletonTemplate(joints, edges, mirrors);
    }

    private static Colour colour(String name) {
        return name.startsWith("left") ? LEFT : name.startsWith("right") ? RIGHT : MIDDLE;
    }
}
