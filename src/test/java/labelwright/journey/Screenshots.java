package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;

/// Leaves what a scene looks like under `target/screenshots/`, for people to look at.
public final class Screenshots {
    private static final Path FOLDER = Path.of(System.getProperty("project.basedir", "")).resolve("target").resolve("screenshots");

    private Screenshots() {}

    public static void save(Scene scene, String name) {
        for (int i = 0; i < 6; i++) {
            Fx.pulse();
        }
        Fx.run(() -> {
            WritableImage picture = scene.snapshot(null);
            int width = (int) picture.getWidth();
            int height = (int) picture.getHeight();
            int[] pixels = new int[width * height];
            picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            write(new PixelImage(width, height, pixels), FOLDER.resolve(name + ".png"));
        });
    }

    private static void write(PixelImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageEncoder.writePng(image, file);
    }
}
