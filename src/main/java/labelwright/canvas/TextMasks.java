package labelwright.canvas;

import java.util.LinkedHashMap;
import java.util.Map;

import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

import labelwright.canvas.raster.TextMask;

/// Lets JavaFX write short texts, and remembers the newest of them. JavaFX thread only.
final class TextMasks implements TextMask.Source {
    private static final int REMEMBERED = 2_000;
    private static final double SIZE = 12;

    private final double density;
    private final Font font = Font.font(Font.getDefault().getFamily(), FontWeight.MEDIUM, SIZE);
    private final Map<String, TextMask> known = new LinkedHashMap<>();

    /// @param density device pixels per logical pixel
    TextMasks(double density) {
        this.density = density;
    }

    @Override
    public TextMask of(String text) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(text, this::write);
    }

    private TextMask write(String text) {
        Text node = new Text(text);
        node.setFont(font);
        node.setFill(Color.BLACK);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(density, density));
        WritableImage picture = node.snapshot(parameters, null);
        PixelReader pixels = picture.getPixelReader();
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        byte[] alpha = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                alpha[y * width + x] = (byte) (pixels.getArgb(x, y) >>> 24);
            }
        }
        return new TextMask(width, height, alpha);
    }
}
