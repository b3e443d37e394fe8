package labelwright.textview;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.text.Text;

import labelwright.textview.Mark.Stretch;

/// A piece of a row that reads in one direction: one `Text` node. Units are indices into the letters of the block, places pixels from the
/// left of the run.
///
/// JavaFX counts places from the other side in a node that reads from the right, except where it is asked what a place hits; and it loses
/// count behind an emoji that is joined from several and behind combining marks. So every such character is a run of its own, which is never
/// looked into, and beside them every word is one.
final class Run {
    private final int start;
    private final int end;
    private final boolean rightToLeft;
    private final boolean whole;
    private final Text node;
    private final double width;

    /// @param whole whether the run is one character and nothing is asked about its inside
    Run(String letters, int start, int end, boolean rightToLeft, boolean whole, TextMetrics metrics) {
        this.start = start;
        this.end = end;
        this.rightToLeft = rightToLeft;
        this.whole = whole;
        node = new Text(letters.substring(start, end));
        node.setFont(metrics.font());
        node.setTextOrigin(VPos.BASELINE);
        node.setTabSize(TextMetrics.TAB_SPACES);
        node.setManaged(false);
        node.setMouseTransparent(true);
        node.setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        width = node.getLayoutBounds().getWidth();
    }

    Text node() {
        return node;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    double width() {
        return width;
    }

    double height() {
        return node.getLayoutBounds().getHeight();
    }

    /// Where units of this run are.
    Stretch stretch(int from, int to) {
        if (whole || (from == start && to == end)) {
            return new Stretch(0, width);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Rectangle2D box : node.getLayoutInfo().getSelectionGeometry(from - start, to - start, false)) {
            least = Math.min(least, box.getMinX());
            most = Math.max(most, box.getMaxX());
        }
        if (least > most) {
            double at = caret(from);
            return new Stretch(at, at);
        }
        return rightToLeft ? new Stretch(width - most, width - least) : new Stretch(least, most);
    }

    /// Where the caret stands before a unit, or behind the last one.
    double caret(int unit) {
        boolean behind = unit >= end;
        if (behind || unit <= start || whole) {
            return behind == rightToLeft ? 0 : width;
        }
        double x = node.getLayoutInfo().caretInfoAt(unit - start, true).getSegmentAt(0).getMinX();
        return rightToLeft ? width - x : x;
    }

    /// The unit before which the caret goes when a place is pointed at.
    int caretAt(double x) {
        if (whole) {
            return x < width / 2 == rightToLeft ? end : start;
        }
        return start + Math.clamp(node.hitTest(new Point2D(x, 0)).getInsertionIndex(), 0, end - start);
    }

    /// The unit at a place.
    int unitAt(double x) {
        return whole ? start : start + Math.clamp(node.hitTest(new Point2D(x, 0)).getCharIndex(), 0, end - start - 1);
    }
}
