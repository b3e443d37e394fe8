package labelwright.ui.shell;

import java.util.function.IntConsumer;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import labelwright.ui.control.LabelSwatch;

/// The unit box with the points of a skeleton. What a click does is the mode's: place and drag points, join two by a line, or pair two.
final class SkeletonBoard extends Pane {

    /// What a click on the board does.
    enum Mode {
        PLACE, JOIN, PAIR
    }

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 300;
    private static final double HEIGHT = 400;
    private static final double MARGIN = 22;
    private static final double RADIUS = 7;
    private static final double REACH = 12;
    private static final double STEP = 0.01;
    private static final int NONE = -1;

    private final SkeletonDraft draft;
    private final Runnable changed;
    private final IntConsumer pointed;
    private Mode mode = Mode.PLACE;
    private int chosen = NONE;
    private boolean dragging;

    /// @param changed is called after each change
    /// @param pointed is told which point was chosen
    SkeletonBoard(SkeletonDraft draft, Runnable changed, IntConsumer pointed) {
        this.draft = draft;
        this.changed = changed;
        this.pointed = pointed;
        setId("skeleton-board");
        getStyleClass().add("lw-skeleton-board");
        setMinSize(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN);
        setPrefSize(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN);
        setMaxSize(WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN);
        setFocusTraversable(true);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(_ -> dragging = false);
        setOnKeyPressed(this::key);
        draw();
    }

    void setMode(Mode next) {
        mode = next;
        chosen = NONE;
        draw();
    }

    void choose(int index) {
        chosen = index;
        draw();
    }

    private static double toX(double unit) {
        return MARGIN + unit * WIDTH;
    }

    private static double toY(double unit) {
        return MARGIN + unit * HEIGHT;
    }

    private int at(double x, double y) {
        for (int i = draft.spots().size() - 1; i >= 0; i--) {
            SkeletonDraft.Spot spot = draft.spots().get(i);
            if (Math.hypot(toX(spot.x()) - x, toY(spot.y()) - y) <= REACH) {
                return i;
            }
        }
        return NONE;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int hit = at(event.getX(), event.getY());
        switch (mode) {
            case PLACE -> {
                chosen = hit == NONE ? draft.add((event.getX() - MARGIN) / WIDTH, (event.getY() - MARGIN) / HEIGHT) : hit;
                dragging = true;
            }
            case JOIN -> connect(hit, () -> draft.toggleEdge(chosen, hit));
            case PAIR -> connect(hit, () -> draft.toggleMirror(chosen, hit));
        }
        changed.run();
        draw();
        pointed.accept(chosen);
    }

    private void connect(int hit, Runnable connecting) {
        if (hit == NONE || hit == chosen) {
            chosen = NONE;
        } else if (chosen == NONE) {
            chosen = hit;
        } else {
            connecting.run();
            chosen = mode == Mode.JOIN ? hit : NONE;
        }
    }

    private void dragged(MouseEvent event) {
        if (dragging && chosen != NONE) {
            draft.move(chosen, (event.getX() - MARGIN) / WIDTH, (event.getY() - MARGIN) / HEIGHT);
            draw();
        }
    }

    private void key(KeyEvent event) {
        if (chosen == NONE || chosen >= draft.spots().size()) {
            return;
        }
        SkeletonDraft.Spot spot = draft.spots().get(chosen);
        switch (event.getCode()) {
            case LEFT -> draft.move(chosen, spot.x() - STEP, spot.y());
            case RIGHT -> draft.move(chosen, spot.x() + STEP, spot.y());
            case UP -> draft.move(chosen, spot.x(), spot.y() - STEP);
            case DOWN -> draft.move(chosen, spot.x(), spot.y() + STEP);
            case DELETE, BACK_SPACE -> {
                draft.remove(chosen);
                chosen = NONE;
                changed.run();
            }
            default -> {
                return;
            }
        }
        event.consume();
        draw();
    }

    void draw() {
        getChildren().clear();
        Rectangle box = new Rectangle(MARGIN, MARGIN, WIDTH, HEIGHT);
        box.getStyleClass().add("lw-skeleton-box");
        getChildren().add(box);
        draft.mirrors().forEach(pair -> getChildren().add(line(pair.left(), pair.right(), "lw-skeleton-pair")));
        draft.edges().forEach(edge -> {
            Line line = line(edge.from(), edge.to(), "lw-skeleton-edge");
            line.setStroke(LabelSwatch.toPaint(edge.colour()));
            getChildren().add(line);
        });
        for (int i = 0; i < draft.spots().size(); i++) {
            getChildren().addAll(spot(i), number(i));
        }
    }

    private Line line(int from, int to, String style) {
        SkeletonDraft.Spot a = draft.spots().get(from);
        SkeletonDraft.Spot b = draft.spots().get(to);
        Line line = new Line(toX(a.x()), toY(a.y()), toX(b.x()), toY(b.y()));
        line.getStyleClass().add(style);
        return line;
    }

    private Node spot(int index) {
        SkeletonDraft.Spot spot = draft.spots().get(index);
        Circle circle = new Circle(toX(spot.x()), toY(spot.y()), RADIUS, LabelSwatch.toPaint(spot.colour()));
        circle.getStyleClass().add("lw-skeleton-point");
        circle.pseudoClassStateChanged(CHOSEN, index == chosen);
        return circle;
    }

    private Node number(int index) {
        SkeletonDraft.Spot spot = draft.spots().get(index);
        Text number = new Text(toX(spot.x()) + RADIUS + 2, toY(spot.y()) - RADIUS + 2, Integer.toString(index + 1));
        number.getStyleClass().add("lw-skeleton-number");
        return number;
    }
}
