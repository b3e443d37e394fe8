package labelwright.exchange.cvat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.exchange.Decimals;
import labelwright.exchange.Skeletons;
import labelwright.exchange.XmlDocument;
import labelwright.exchange.XmlElement;
import labelwright.exchange.XmlText;
import labelwright.model.Colour;
import labelwright.model.SkeletonTemplate;
import labelwright.model.SkeletonTemplate.Edge;
import labelwright.model.SkeletonTemplate.Joint;

/// The drawing of a skeleton in the head of a file: SVG in a box of 100 x 100, a `circle` for each point and a `line` for each edge, as
/// text within the `svg` element.
final class CvatSkeleton {
    private static final double SIDE = 100;

    private CvatSkeleton() {}

    /// What cannot be made out is left out: the template always has the points.
    ///
    /// @param points the labels of the points in order
    static SkeletonTemplate read(List<XmlElement> points, String svg) {
        List<String> names = points.stream().map(point -> point.textOf("name").orElse("")).toList();
        List<XmlElement> drawing = drawing(svg);
        Map<String, Integer> nodes = new HashMap<>();
        List<Optional<XmlElement>> circles = new ArrayList<>(Collections.nCopies(points.size(), Optional.empty()));
        drawing.stream().filter(element -> element.name().equals("circle")).forEach(circle -> {
            int place = names.indexOf(circle.attribute("data-label-name").orElse(""));
            circle.attribute("data-node-id").ifPresent(node -> nodes.put(node, place));
            if (place >= 0) {
                circles.set(place, Optional.of(circle));
            }
        });
        List<int[]> lines = drawing.stream().filter(element -> element.name().equals("line"))
                .map(line -> new int[] {nodes.getOrDefault(line.attribute("data-node-from").orElse(""), -1),
                        nodes.getOrDefault(line.attribute("data-node-to").orElse(""), -1)})
                .toList();
        SkeletonTemplate template = Skeletons.of(names, lines, new int[0]);
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < template.size(); i++) {
            Joint joint = points.get(i).textOf("color").flatMap(CvatSkeleton::colour).map(template.joints().get(i)::withColour)
                    .orElse(template.joints().get(i));
            joints.add(circles.get(i).map(circle -> placed(joint, circle)).orElse(joint));
        }
        return new SkeletonTemplate(joints, template.edges(), template.mirrors());
    }

    private static Joint placed(Joint joint, XmlElement circle) {
        double x = circle.number("cx") / SIDE;
        double y = circle.number("cy") / SIDE;
        return Double.isFinite(x) && Double.isFinite(y) ? joint.at(x, y) : joint;
    }

    private static Optional<Colour> colour(String text) {
        try {
            return Optional.of(Colour.parse(text));
        } catch (IllegalArgumentException ignored) {
            return Optional.empty();
        }
    }

    private static List<XmlElement> drawing(String svg) {
        try {
            return new XmlDocument().read("<svg>" + svg + "</svg>").children();
        } catch (XmlDocument.Damaged ignored) {
            return List.of();
        }
    }

    /// @param names of the points; those beyond the template stand on a circle
    static String write(Optional<SkeletonTemplate> template, List<String> names) {
        StringBuilder svg = new StringBuilder();
        XmlText xml = new XmlText(svg);
        List<Joint> joints = template.map(SkeletonTemplate::joints).orElse(List.of());
        for (Edge edge : template.map(SkeletonTemplate::edges).orElse(List.of())) {
            Joint from = joints.get(edge.from());
            Joint to = joints.get(edge.to());
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("x1", Decimals.exact(from.x() * SIDE));
            fields.put("y1", Decimals.exact(from.y() * SIDE));
            fields.put("x2", Decimals.exact(to.x() * SIDE));
            fields.put("y2", Decimals.exact(to.y() * SIDE));
            fields.put("stroke", "black");
            fields.put("data-type", "edge");
            fields.put("data-node-from", Integer.toString(edge.from() + 1));
            fields.put("stroke-width", "0.5");
            fields.put("data-node-to", Integer.toString(edge.to() + 1));
            xml.element(0, "line", fields, "");
        }
        SkeletonTemplate inCircle = Skeletons.of(names, List.of(), new int[0]);
        for (int i = 0; i < names.size(); i++) {
            Joint joint = i < joints.size() ? joints.get(i) : inCircle.joints().get(Math.min(i, inCircle.size() - 1));
            String number = Integer.toString(i + 1);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("r", "1.5");
            fields.put("stroke", "black");
            fields.put("fill", "#b3b3b3");
            fields.put("cx", Decimals.exact(joint.x() * SIDE));
            fields.put("cy", Decimals.exact(joint.y() * SIDE));
            fields.put("stroke-width", "0.1");
            fields.put("data-type", "element node");
            fields.put("data-element-id", number);
            fields.put("data-node-id", number);
            fields.put("data-label-name", names.get(i));
            xml.element(0, "circle", fields, "");
        }
        return svg.toString().replace("\n", "");
    }
}
