package labelwright.canvas.pixel;

import java.util.Arrays;

/// The largest flow from a source to a sink through a net of nodes that have up to eight neighbours each, and so the cheapest cut between
/// them, after Boykov and Kolmogorov (2004): one tree grows from the source and one from the sink; where they meet, flow is pushed through,
/// and what the saturated edges cut off looks for new parents in its tree.
///
/// Neighbour `d` of a node sees that node as its neighbour `7 - d`.
final class MaxFlow {
    static final int SIDES = 8;
    static final int NOBODY = -1;

    private static final byte FREE = 0;
    private static final byte SOURCE = 1;
    private static final byte SINK = 2;
    private static final byte TERMINAL = 8;
    private static final byte ORPHAN = 9;
    private static final byte NONE = 10;
    private static final int FAR = Integer.MAX_VALUE;

    private final int[] neighbours;
    private final int[] capacities;
    /// What the edge to the source (positive) or to the sink (negative) can still take.
    private final int[] terminal;
    private final byte[] tree;
    private final byte[] parent;
    private final int[] stamp;
    private final int[] distance;
    private final Ring active;
    private final Ring orphans;
    private final boolean[] isActive;
    private int time;
    private long flow;

    /// @param neighbours eight for each node; [#NOBODY] where there is none
    MaxFlow(int[] neighbours) {
        int nodes = neighbours.length / SIDES;
        this.neighbours = neighbours;
        this.capacities = new int[neighbours.length];
        this.terminal = new int[nodes];
        this.tree = new byte[nodes];
        this.parent = new byte[nodes];
        this.stamp = new int[nodes];
        this.distance = new int[nodes];
        this.isActive = new boolean[nodes];
        this.active = new Ring(nodes + 1);
        this.orphans = new Ring(nodes + 1);
        Arrays.fill(parent, NONE);
    }

    /// The net of a grid, row by row; the neighbours go from the upper left to the lower right.
    static int[] grid(int width, int height) {
        int[] neighbours = new int[width * height * SIDES];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int side = 0; side < SIDES; side++) {
                    int toX = x + dx(side);
                    int toY = y + dy(side);
                    boolean there = toX >= 0 && toX < width && toY >= 0 && toY < height;
                    neighbours[(y * width + x) * SIDES + side] = there ? toY * width + toX : NOBODY;
                }
            }
        }
        return neighbours;
    }

    static int dx(int side) {
        int place = side < 4 ? side : side + 1;
        return place % 3 - 1;
    }

    static int dy(int side) {
        int place = side < 4 ? side : side + 1;
        return place / 3 - 1;
    }

    /// Both ways between the node and its neighbour.
    void connect(int node, int side, int capacity) {
        capacities[node * SIDES + side] = capacity;
        capacities[neighbours[node * SIDES + side] * SIDES + 7 - side] = capacity;
    }

    /// Adds to the edges from the source and to the sink. What both can take flows at once.
    void connectTerminals(int node, int fromSource, int toSink) {
        int before = terminal[node];
        int source = fromSource + Math.max(before, 0);
        int sink = toSink + Math.max(-before, 0);
        flow += Math.min(source, sink);
        terminal[node] = source - sink;
    }

    /// Whether the node is on the source's side of the cheapest cut; after [#solve].
    boolean isWithSource(int node) {
        return tree[node] == SOURCE;
    }

    /// @return the flow, which is what the cut costs
    long solve() {
        for (int node = 0; node < terminal.length; node++) {
            if (terminal[node] != 0) {
                tree[node] = terminal[node] > 0 ? SOURCE : SINK;
                parent[node] = TERMINAL;
                distance[node] = 1;
                activate(node);
            }
        }
        while (!active.isEmpty()) {
            int node = active.first();
            if (tree[node] == FREE || !grow(node)) {
                active.take();
                isActive[node] = false;
            }
        }
        return flow;
    }

    /// @return whether a way was found: then the node may have more
    private boolean grow(int node) {
        byte own = tree[node];
        for (int side = 0; side < SIDES; side++) {
            int other = neighbours[node * SIDES + side];
            if (other == NOBODY || capacity(own, node, side, other) == 0) {
                continue;
            }
            if (tree[other] == FREE) {
                tree[other] = own;
                attach(other, 7 - side, node);
                activate(other);
            } else if (tree[other] != own) {
                time++;
                if (own == SOURCE) {
                    augment(node, side);
                } else {
                    augment(other, 7 - side);
                }
                adopt();
                return true;
            } else if (stamp[other] <= stamp[node] && distance[other] > distance[node] && parent[other] != TERMINAL) {
                attach(other, 7 - side, node);
            }
        }
        return false;
    }

    /// What can flow away from the source's tree, or towards the sink's tree.
    private int capacity(byte own, int node, int side, int other) {
        return own == SOURCE ? capacities[node * SIDES + side] : capacities[other * SIDES + 7 - side];
    }

    /// What can flow to the node from a neighbour in the source's tree, or from the node to one in the sink's tree.
    private int incoming(byte own, int node, int side, int other) {
        return own == SOURCE ? capacities[other * SIDES + 7 - side] : capacities[node * SIDES + side];
    }

    private void attach(int node, int sideOfParent, int to) {
        parent[node] = (byte) sideOfParent;
        stamp[node] = stamp[to];
        distance[node] = distance[to] + 1;
    }

    private void activate(int node) {
        if (!isActive[node]) {
            isActive[node] = true;
            active.add(node);
        }
    }

    /// Pushes what the way takes: from the source to `node`, over the edge, on to the sink.
    private void augment(int node, int side) {
        int other = neighbours[node * SIDES + side];
        int most = capacities[node * SIDES + side];
        int here = node;
        while (parent[here] != TERMINAL) {
            int up = neighbours[here * SIDES + parent[here]];
            most = Math.min(most, capacities[up * SIDES + 7 - parent[here]]);
            here = up;
        }
        most = Math.min(most, terminal[here]);
        here = other;
        while (parent[here] != TERMINAL) {
            most = Math.min(most, capacities[here * SIDES + parent[here]]);
            here = neighbours[here * SIDES + parent[here]];
        }
        most = Math.min(most, -terminal[here]);
        push(node, side, most);
        here = node;
        while (parent[here] != TERMINAL) {
            int up = neighbours[here * SIDES + parent[here]];
            int sideOfUp = parent[here];
            push(up, 7 - sideOfUp, most);
            if (capacities[up * SIDES + 7 - sideOfUp] == 0) {
                orphan(here);
            }
            here = up;
        }
        terminal[here] -= most;
        if (terminal[here] == 0) {
            orphan(here);
        }
        here = other;
        while (parent[here] != TERMINAL) {
            int up = neighbours[here * SIDES + parent[here]];
            int sideOfUp = parent[here];
            push(here, sideOfUp, most);
            if (capacities[here * SIDES + sideOfUp] == 0) {
                orphan(here);
            }
            here = up;
        }
        terminal[here] += most;
        if (terminal[here] == 0) {
            orphan(here);
        }
        flow += most;
    }

    private void push(int node, int side, int amount) {
        capacities[node * SIDES + side] -= amount;
        capacities[neighbours[node * SIDES + side] * SIDES + 7 - side] += amount;
    }

    private void orphan(int node) {
        parent[node] = ORPHAN;
        orphans.add(node);
    }

    private void adopt() {
        while (!orphans.isEmpty()) {
            adopt(orphans.take());
        }
    }

    /// Finds the orphan the nearest parent that still hangs on its terminal, or sets it free with all its children.
    private void adopt(int node) {
        byte own = tree[node];
        int best = NOBODY;
        int least = FAR;
        for (int side = 0; side < SIDES; side++) {
            int other = neighbours[node * SIDES + side];
            if (other == NOBODY || tree[other] != own || incoming(own, node, side, other) == 0) {
                continue;
            }
            int far = distanceToTerminal(other);
            if (far < least) {
                least = far;
                best = side;
            }
        }
        if (best != NOBODY) {
            parent[node] = (byte) best;
            stamp[node] = time;
            distance[node] = least + 1;
            return;
        }
        for (int side = 0; side < SIDES; side++) {
            int other = neighbours[node * SIDES + side];
            if (other == NOBODY || tree[other] != own) {
                continue;
            }
            if (incoming(own, node, side, other) > 0) {
                activate(other);
            }
            if (parent[other] == 7 - side) {
                orphan(other);
            }
        }
        tree[node] = FREE;
        parent[node] = NONE;
    }

    /// Steps up to the terminal; [#FAR] when the way ends at an orphan. Marks the way, so that it is not gone again in this round.
    private int distanceToTerminal(int from) {
        int steps = 0;
        int here = from;
        while (stamp[here] != time) {
            if (parent[here] == ORPHAN || parent[here] == NONE) {
                return FAR;
            }
            if (parent[here] == TERMINAL) {
                stamp[here] = time;
                distance[here] = 1;
                break;
            }
            here = neighbours[here * SIDES + parent[here]];
            steps++;
        }
        if (parent[here] == ORPHAN) {
            return FAR;
        }
        int far = steps + distance[here];
        int left = far;
        for (int node = from; stamp[node] != time; node = neighbours[node * SIDES + parent[node]]) {
            stamp[node] = time;
            distance[node] = left--;
        }
        return far;
    }

    /// Node numbers, first in first out.
    private static final class Ring {
        private final int[] items;
        private int head;
        private int count;

        Ring(int capacity) {
            items = new int[capacity];
        }

        boolean isEmpty() {
            return count == 0;
        }

        int first() {
            return items[head];
        }

        int take() {
            int item = items[head];
            head = head + 1 == items.length ? 0 : head + 1;
            count--;
            return item;
        }

        void add(int item) {
            int place = head + count;
            items[place >= items.length ? place - items.length : place] = item;
            count++;
        }
    }
}
