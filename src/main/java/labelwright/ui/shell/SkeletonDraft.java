package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.model.Colour;
import labelwright.model.SkeletonTemplate;
import labelwright.model.SkeletonTemplate.Edge;
import labelwright.model.SkeletonTemplate.Joint;
import labelwright.model.SkeletonTemplate.Mirror;

/// A skeleton template while somebody edits it. Lines and pairs follow their points when these move in the order or go.
final class SkeletonDraft {

    /// What is wrong with it.
    enum SkeletonFault {
        POINT_TWICE, POINT_WITHOUT_NAME
    }

    /// A point with a name that may still be blank.
    record Spot(String name, Colour colour, double x, double y) {}

    private final List<Spot> spots = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Mirror> mirrors = new ArrayList<>();

    SkeletonDraft(@Nullable SkeletonTemplate start) {
        if (start != null) {
            take(start);
        }
    }

    /// Begins anew with this template.
    void take(SkeletonTemplate template) {
        spots.clear();
        edges.clear();
        mirrors.clear();
        template.joints().forEach(joint -> spots.add(new Spot(joint.name(), joint.colour(), joint.x(), joint.y())));
        edges.addAll(template.edges());
        mirrors.addAll(template.mirrors());
    }

    List<Spot> spots() {
        return List.copyOf(spots);
    }

    List<Edge> edges() {
        return List.copyOf(edges);
    }

    List<Mirror> mirrors() {
        return List.copyOf(mirrors);
    }

    /// A new point after the others, in the unit box.
    int add(double x, double y) {
        Set<String> names = new HashSet<>();
        spots.forEach(spot -> names.add(spot.name));
        int number = spots.size() + 1;
        while (names.contains("point_" + number)) {
            number++;
        }
        spots.add(new Spot("point_" + number, Colour.ofPalette(spots.size()), Math.clamp(x, 0, 1), Math.clamp(y, 0, 1)));
        return spots.size() - 1;
    }

    void move(int index, double x, double y) {
        Spot spot = spots.get(index);
        spots.set(index, new Spot(spot.name, spot.colour, Math.clamp(x, 0, 1), Math.clamp(y, 0, 1)));
    }

    void rename(int index, String name) {
        Spot spot = spots.get(index);
        spots.set(index, new Spot(name, spot.colour, spot.x, spot.y));
    }

    void recolour(int index, Colour colour) {
        Spot spot = spots.get(index);
        spots.set(index, new Spot(spot.name, colour, spot.x, spot.y));
    }

    void remove(int index) {
        spots.remove(index);
        edges.removeIf(edge -> edge.from() == index || edge.to() == index);
        mirrors.removeIf(pair -> pair.left() == index || pair.right() == index);
        edges.replaceAll(edge -> new Edge(without(edge.from(), index), without(edge.to(), index), edge.colour()));
        mirrors.replaceAll(pair -> new Mirror(without(pair.left(), index), without(pair.right(), index)));
    }

    private static int without(int place, int gone) {
        return place > gone ? place - 1 : place;
    }

    /// Changes places with the point before (-1) or after (1); nothing happens at the end of the list.
    void reorder(int index, int by) {
        int to = index + by;
        if (to >= 0 && to < spots.size()) {
            spots.add(to, spots.remove(index));
            edges.replaceAll(edge -> new Edge(swapped(edge.from(), index, to), swapped(edge.to(), index, to), edge.colour()));
            mirrors.replaceAll(pair -> new Mirror(swapped(pair.left(), index, to), swapped(pair.right(), index, to)));
        }
    }

    private static int swapped(int place, int a, int b) {
        return place == a ? b : place == b ? a : place;
    }

    /// Joins two points by a line, or takes their line away.
    void toggleEdge(int a, int b) {
        boolean gone = edges.removeIf(edge -> (edge.from() == a && edge.to() == b) || (edge.from() == b && edge.to() == a));
        if (!gone && a != b) {
            edges.add(new Edge(a, b, spots.get(a).colour));
        }
    }

    /// Makes two points change places in a mirror, or stop doing so. Each gives up the partner that it had.
    void toggleMirror(int a, int b) {
        boolean gone = mirrors.removeIf(pair -> (pair.left() == a && pair.right() == b) || (pair.left() == b && pair.right() == a));
        if (!gone && a != b) {
            mirrors.removeIf(pair -> Set.of(a, b).contains(pair.left()) || Set.of(a, b).contains(pair.right()));
            mirrors.add(new Mirror(a, b));
        }
    }

    Optional<SkeletonFault> fault() {
        Set<String> names = new HashSet<>();
        for (Spot spot : spots) {
            if (spot.name.isBlank()) {
                return Optional.of(SkeletonFault.POINT_WITHOUT_NAME);
            }
            if (!names.add(spot.name.strip())) {
                return Optional.of(SkeletonFault.POINT_TWICE);
            }
        }
        return Optional.empty();
    }

    /// Empty when it has no point; only when there is no [#fault].
    Optional<SkeletonTemplate> template() {
        return spots.isEmpty()
                ? Optional.empty()
                : Optional.of(new SkeletonTemplate(
                        spots.stream().map(spot -> new Joint(spot.name.strip(), spot.colour, spot.x, spot.y)).toList(), edges, mirrors));
    }
}
