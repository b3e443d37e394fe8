package labelwright.ui.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import labelwright.model.Annotation;
import labelwright.model.Choices;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.Words;

/// Draws one text of the grid as a row: its name and state, its beginning, and the labels that the viewer gave it with their numbers.
final class TextRowPainter {
    private static final Texts TEXTS = Texts.of(TextRowPainter.class);
    private static final double ROUND = 10;
    private static final double PADDING = 10;
    private static final double NAME_SIZE = 13;
    private static final double TEXT_SIZE = 13.5;
    private static final double SMALL_SIZE = 11.5;
    private static final double NAME_LINE = 20;
    private static final double TEXT_LINE = 19;
    private static final double LABEL_LINE = 18;
    private static final double SWATCH = 9;
    private static final double SPACE = 14;
    private static final int MOST_WRAPPED = 2000;
    private static final Font NAME_FONT = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, NAME_SIZE);
    private static final Font TEXT_FONT = Font.font(TEXT_SIZE);
    private static final Font SMALL_FONT = Font.font(SMALL_SIZE);

    /// @param lines of the excerpt
    /// @param likeness to what was looked for by its meaning
    record Row(double x, double y, double width, int lines, boolean selected, boolean cursor, Optional<Double> likeness) {}

    private final Map<String, List<String>> wrapped = new LinkedHashMap<>();
    private final Text ruler = new Text();

    /// How high a row with so many lines of the excerpt is.
    static double height(int lines) {
        return 2 * PADDING + NAME_LINE + lines * TEXT_LINE + LABEL_LINE;
    }

    void paint(GraphicsContext g, Row place, Optional<RowStore.Row> row, LabelSchema schema, CellColours colours) {
        double height = height(place.lines());
        g.setFill(place.selected() ? colours.selected() : colours.ground());
        g.fillRoundRect(place.x(), place.y(), place.width(), height, ROUND, ROUND);
        if (place.cursor()) {
            g.setStroke(colours.accent());
            g.setLineWidth(2);
            g.strokeRoundRect(place.x() + 1, place.y() + 1, place.width() - 2, height - 2, ROUND, ROUND);
        }
        row.ifPresent(found -> {
            g.setTextBaseline(VPos.TOP);
            double left = place.x() + PADDING;
            double width = place.width() - 2 * PADDING;
            double y = place.y() + PADDING;
            heading(g, found, place.likeness(), left, y, width, colours);
            y += NAME_LINE;
            excerpt(g, found.excerpt(), left, y, width, place.lines(), colours);
            labels(g, found, schema, left, y + place.lines() * TEXT_LINE + 3, width, colours);
        });
    }

    private void heading(GraphicsContext g, RowStore.Row row, Optional<Double> likeness, double left, double y, double width,
            CellColours colours) {
        String facts = TEXTS.format("row.facts", row.item().item().width(), Words.of(row.item().item().split()));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(SMALL_FONT);
        g.setFill(colours.muted());
        g.fillText(facts, left + width, y + 1);
        String state = Words.of(row.item().state());
        double stateLeft = left + width - widthOf(facts, SMALL_FONT) - SPACE - widthOf(state, SMALL_FONT);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(state, stateLeft, y + 1);
        CellPainter.paintDot(g, row.item().state(), stateLeft - CellPainter.DOT - 5, y + 4, colours);
        double end = stateLeft - CellPainter.DOT - 5 - SPACE;
        if (likeness.isPresent()) {
            String alike = TEXTS.format("row.likeness", Words.percent(Math.max(0, likeness.get())));
            end -= widthOf(alike, SMALL_FONT);
            g.setFill(colours.accent());
            g.fillText(alike, end, y + 1);
            end -= SPACE;
        }
        g.setFill(colours.text());
        g.setFont(NAME_FONT);
        double room = end - left;
        g.fillText(lines(row.item().item().name(), room, 1, NAME_FONT).getFirst(), left, y);
    }

    private void excerpt(GraphicsContext g, String excerpt, double left, double y, double width, int most, CellColours colours) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(colours.text());
        g.setFont(TEXT_FONT);
        double line = y;
        for (String words : lines(excerpt, width, most, TEXT_FONT)) {
            g.fillText(words, left, line);
            line += TEXT_LINE;
        }
    }

    /// The labels in the order of the schema, the answers about the whole text, and how many suggestions are open.
    private void labels(GraphicsContext g, RowStore.Row row, LabelSchema schema, double left, double y, double width, CellColours colours) {
        g.setFont(SMALL_FONT);
        double at = left;
        double end = left + width;
        Map<LabelId, Integer> counts = new LinkedHashMap<>();
        row.answer().annotations().stream().map(Annotation::label).forEach(label -> counts.merge(label, 1, Integer::sum));
        for (LabelClass label : schema.labels()) {
            Integer count = counts.get(label.id());
            if (count != null) {
                String words = label.name() + " " + Words.number(count);
                double wide = SWATCH + 5 + widthOf(words, SMALL_FONT);
                if (at + wide > end) {
                    return;
                }
                g.setFill(LabelSwatch.toPaint(label.colour()));
                g.fillRoundRect(at, y + 3, SWATCH, SWATCH, 3, 3);
                g.setFill(colours.text());
                g.fillText(words, at + SWATCH + 5, y);
                at += wide + SPACE;
            }
        }
        List<String> more = new ArrayList<>();
        row.answer().answers().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(answer -> more.add(answer.getKey() + ": " + String.join(", ", Choices.decode(answer.getValue()))));
        if (row.item().suggestions() > 0) {
            more.add("+" + Words.number(row.item().suggestions()));
        }
        g.setFill(colours.muted());
        for (String words : more) {
            if (at + widthOf(words, SMALL_FONT) > end) {
                return;
            }
            g.fillText(words, at, y);
            at += widthOf(words, SMALL_FONT) + SPACE;
        }
    }

    private List<String> lines(String text, double width, int most, Font font) {
        if (wrapped.size() > MOST_WRAPPED) {
            wrapped.clear();
        }
        return wrapped.computeIfAbsent((int) width + "/" + most + "/" + font.getStyle() + "/" + text, _ -> wrap(text, width, most, font));
    }

    /// Breaks at spaces where there are some, else between characters; what is too much ends with an ellipsis.
    private List<String> wrap(String text, double width, int most, Font font) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && lines.size() < most) {
            int fits = fitting(rest, width, font);
            if (fits >= rest.length()) {
                lines.add(rest);
                return lines;
            }
            if (lines.size() == most - 1) {
                lines.add(rest.substring(0, fitting(rest, width - widthOf("\u2026", font), font)) + "\u2026");
                return lines;
            }
            int space = rest.lastIndexOf(' ', fits);
            int cut = space > 0 ? space : Math.max(1, fits);
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    /// How many UTF-16 units of the text are at most so wide; never half a code point.
    private int fitting(String text, double width, Font font) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (widthOf(text.substring(0, middle), font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low > 0 && low < text.length() && Character.isLowSurrogate(text.charAt(low)) ? low - 1 : low;
    }

    private double widthOf(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
