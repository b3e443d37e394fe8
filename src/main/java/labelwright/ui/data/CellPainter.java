package labelwright.ui.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import labelwright.geometry.Box;
import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.Item;
import labelwright.model.LabelSchema;
import labelwright.model.WorkState;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.Words;

/// Draws one cell of the grid: the picture with the viewer's shapes, its name, its state, how many annotations and open suggestions it has.
final class CellPainter {
    private static final Texts TEXTS = Texts.of(CellPainter.class);
    private static final double ROUND = 10;
    private static final double LINE = 1.5;
    private static final double NAME_SIZE = 12.5;
    private static final double SMALL_SIZE = 11;
    static final double DOT = 8;
    private static final double FILL_OPACITY = 0.18;
    private static final int MOST_NAMES = 4000;
    private static final Font NAME_FONT = Font.font(NAME_SIZE);
    private static final Font SMALL_FONT = Font.font(SMALL_SIZE);
    private static final Font STRONG_FONT = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, SMALL_SIZE);

    /// What a cell shows beside its row.
    ///
    /// @param size width of the field that holds the picture
    record Cell(double x, double y, double size, boolean selected, boolean cursor, boolean broken, Optional<Image> picture) {
        double pictureHeight() {
            return GridLayout.pictureHeight(size);
        }
    }

    private final Map<String, String> shortNames = new HashMap<>();
    private final Text ruler = new Text();

    void paint(GraphicsContext g, Cell cell, Optional<RowStore.Row> row, LabelSchema schema, CellColours colours) {
        double width = cell.size() + 2 * GridLayout.INSET;
        double height = cell.pictureHeight() + 2 * GridLayout.INSET + GridLayout.CAPTION;
        g.setFill(cell.selected() ? colours.selected() : colours.ground());
        g.fillRoundRect(cell.x(), cell.y(), width, height, ROUND, ROUND);
        if (cell.cursor()) {
            g.setStroke(colours.accent());
            g.setLineWidth(2);
            g.strokeRoundRect(cell.x() + 1, cell.y() + 1, width - 2, height - 2, ROUND, ROUND);
        }
        double left = cell.x() + GridLayout.INSET;
        double top = cell.y() + GridLayout.INSET;
        if (row.isPresent()) {
            paintPicture(g, cell, row.get(), schema, colours);
            paintCaption(g, row.get(), left, top + cell.pictureHeight() + 4, cell.size(), colours);
        } else {
            g.setFill(colours.inset());
            g.fillRoundRect(left, top, cell.size(), cell.pictureHeight(), ROUND / 2, ROUND / 2);
        }
    }

    private void paintPicture(GraphicsContext g, Cell cell, RowStore.Row row, LabelSchema schema, CellColours colours) {
        Item item = row.item().item();
        double left = cell.x() + GridLayout.INSET;
        double top = cell.y() + GridLayout.INSET;
        double scale = Math.min(cell.size() / Math.max(1, item.width()), cell.pictureHeight() / Math.max(1, item.height()));
        double w = Math.max(1, item.width()) * scale;
        double h = Math.max(1, item.height()) * scale;
        double x = left + (cell.size() - w) / 2;
        double y = top + (cell.pictureHeight() - h) / 2;
        if (cell.picture().isPresent()) {
            g.drawImage(cell.picture().get(), x, y, w, h);
        } else {
            g.setFill(colours.inset());
            g.fillRect(x, y, w, h);
            if (cell.broken()) {
                g.setFill(colours.muted());
                g.setFont(SMALL_FONT);
                g.setTextAlign(TextAlignment.CENTER);
                g.setTextBaseline(VPos.CENTER);
                g.fillText(TEXTS.get("cell.missing"), left + cell.size() / 2, top + cell.pictureHeight() / 2, cell.size());
            }
        }
        g.save();
        g.beginPath();
        g.rect(x, y, w, h);
        g.clip();
        for (Annotation annotation : row.answer().annotations()) {
            Color colour = schema.find(annotation.label()).map(label -> LabelSwatch.toPaint(label.colour())).orElse(Color.GRAY);
            paintShape(g, annotation.shape(), x, y, scale, colour);
        }
        g.restore();
    }

    private static void paintShape(GraphicsContext g, Shape shape, double x, double y, double scale, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(LINE);
        if (shape instanceof Box box) {
            g.strokeRect(x + box.x() * scale, y + box.y() * scale, box.width() * scale, box.height() * scale);
            return;
        }
        g.beginPath();
        boolean area = false;
        for (Contour contour : Contour.of(shape)) {
            Point first = contour.points().getFirst();
            if (contour.points().size() == 1) {
                g.rect(x + first.x() * scale - LINE, y + first.y() * scale - LINE, 2 * LINE, 2 * LINE);
                continue;
            }
            g.moveTo(x + first.x() * scale, y + first.y() * scale);
            contour.points().stream().skip(1).forEach(point -> g.lineTo(x + point.x() * scale, y + point.y() * scale));
            if (contour.ends() == Contour.Ends.CLOSED) {
                g.closePath();
                area = true;
            }
        }
        if (area) {
            g.setFill(colour.deriveColor(0, 1, 1, FILL_OPACITY));
            g.fill();
        }
        g.stroke();
    }

    private void paintCaption(GraphicsContext g, RowStore.Row row, double x, double y, double width, CellColours colours) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        g.setFill(colours.text());
        g.setFont(NAME_FONT);
        g.fillText(shortened(row.item().item().name(), width), x, y);
        double line = y + NAME_SIZE + 5;
        paintDot(g, row.item().state(), x, line + 3, colours);
        g.setFill(colours.muted());
        g.setFont(SMALL_FONT);
        g.fillText(Words.of(row.item().state()), x + DOT + 5, line);
        String counts = row.item().annotations() == 0 ? "" : Words.number(row.item().annotations());
        String open = row.item().suggestions() == 0 ? "" : "+" + Words.number(row.item().suggestions());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(counts, x + width, line);
        g.setFill(colours.accent());
        g.setFont(STRONG_FONT);
        g.fillText(open, x + width - (counts.isEmpty() ? 0 : widthOf(counts, SMALL_FONT) + 6), line);
    }

    /// A ring for what nobody has begun, a full dot for everything else.
    static void paintDot(GraphicsContext g, WorkState state, double x, double y, CellColours colours) {
        Paint paint = switch (state) {
            case NEW -> colours.muted();
            case DRAFT -> Color.web("#d4a72c");
            case SUBMITTED -> colours.accent();
            case ACCEPTED -> Color.web("#2da44e");
            case REJECTED -> Color.web("#cf222e");
        };
        if (state == WorkState.NEW) {
            g.setStroke(paint);
            g.setLineWidth(1);
            g.strokeOval(x + 0.5, y + 0.5, DOT - 1, DOT - 1);
        } else {
            g.setFill(paint);
            g.fillOval(x, y, DOT, DOT);
        }
    }

    /// The file's own name, cut in the middle so that the number at its end stays to be read.
    private String shortened(String path, double width) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (shortNames.size() > MOST_NAMES) {
            shortNames.clear();
        }
        return shortNames.computeIfAbsent((int) width + name, _ -> cut(name, width));
    }

    private String cut(String name, double width) {
        if (widthOf(name, NAME_FONT) <= width) {
            return name;
        }
        int shortest = 0;
        int longest = name.length();
        while (shortest < longest) {
            int middle = (shortest + longest + 1) / 2;
            if (widthOf(elided(name, middle), NAME_FONT) <= width) {
                shortest = middle;
            } else {
                longest = middle - 1;
            }
        }
        return elided(name, shortest);
    }

    private static String elided(String name, int kept) {
        int head = kept / 2;
        return name.substring(0, head) + "\u2026" + name.substring(name.length() - (kept - head));
    }

    private double widthOf(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
