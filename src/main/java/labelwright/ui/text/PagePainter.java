package labelwright.ui.text;

import java.util.List;
import java.util.Optional;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;
import labelwright.workbench.PageWindow;

/// Draws a page and what is marked on it. Paper is white in every theme, as it was printed.
final class PagePainter {
    private static final Color EDGE = Color.gray(0.5, 0.45);
    private static final Color CARET = Color.web("#0969da");
    private static final double FAINT = 0.26;
    private static final double STRONG = 0.42;

    /// @param pictures the later over the earlier ones
    void paint(GraphicsContext to, PageViewport view, boolean isShown, List<@Nullable PagePicture> pictures) {
        to.clearRect(0, 0, to.getCanvas().getWidth(), to.getCanvas().getHeight());
        if (!isShown) {
            return;
        }
        double x = view.toViewX(0);
        double y = view.toViewY(0);
        double width = view.pageWidth() * view.zoom();
        double height = view.pageHeight() * view.zoom();
        to.setFill(Color.WHITE);
        to.fillRect(x, y, width, height);
        for (PagePicture picture : pictures) {
            Image image = picture == null ? null : picture.image();
            if (picture != null && image != null) {
                PageWindow window = picture.window();
                double factor = view.zoom() / window.scale();
                to.drawImage(image, x + window.x() * factor, y + window.y() * factor, window.width() * factor, window.height() * factor);
            }
        }
        to.setStroke(EDGE);
        to.setLineWidth(1);
        to.strokeRect(Math.rint(x) - 0.5, Math.rint(y) - 0.5, Math.rint(width) + 1, Math.rint(height) + 1);
    }

    void paint(GraphicsContext to, PageViewport view, List<PageMark> marks, Optional<Bounds> caret) {
        marks.forEach(mark -> mark.areas().forEach(area -> paint(to, view, mark, area)));
        caret.ifPresent(line -> {
            to.setStroke(CARET);
            to.setLineDashes();
            to.setLineWidth(2);
            double x = Math.rint(view.toViewX(line.x()));
            to.strokeLine(x, view.toViewY(line.y()), x, view.toViewY(line.maxY()));
        });
    }

    private static void paint(GraphicsContext to, PageViewport view, PageMark mark, Bounds area) {
        double x = view.toViewX(area.x());
        double y = view.toViewY(area.y());
        double width = Math.max(2, area.width() * view.zoom());
        double height = area.height() * view.zoom();
        if (y > view.height() || y + height < 0 || x > view.width() || x + width < 0) {
            return;
        }
        boolean isStrong = mark.kind() == PageMark.Kind.SELECTED || mark.kind() == PageMark.Kind.MARKED;
        Color colour = mark.colour();
        to.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(),
                mark.kind() == PageMark.Kind.SUGGESTION ? FAINT / 2 : isStrong ? STRONG : FAINT));
        to.fillRect(x, y, width, height);
        if (mark.kind() == PageMark.Kind.MARKED) {
            return;
        }
        to.setStroke(colour);
        to.setLineWidth(isStrong ? 2 : 1.5);
        if (mark.kind() == PageMark.Kind.SUGGESTION) {
            to.setLineDashes(4, 3);
        } else {
            to.setLineDashes();
        }
        if (mark.kind() == PageMark.Kind.SPAN) {
            to.strokeLine(x, y + height, x + width, y + height);
        } else {
            to.strokeRect(x, y, width, height);
        }
        to.setLineDashes();
    }
}
