package labelwright.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;

/// Folders of pictures for the journeys, drawn when they are needed.
final class Pictures {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private Pictures() {}

    /// Pictures of a grey ground with a bright square, and Pascal VOC files that put a box around it; the last annotation has no area.
    static Path voc(Path folder, int count) {
        try {
            Files.createDirectories(folder.resolve("Annotations"));
            Files.createDirectories(folder.resolve("JPEGImages"));
            for (int i = 0; i < count; i++) {
                String name = String.format(Locale.ROOT, "a rather long name of a picture that was taken at night %03d", i);
                int left = 20 + 7 * i % 200;
                int top = 20 + 5 * i % 150;
                ImageEncoder.writeJpeg(square(left, top), folder.resolve("JPEGImages").resolve(name + ".jpg"), 0.9);
                String label = i % 3 == 0 ? "lamp" : "window with a very long label name";
                int right = i == count - 1 ? left : left + 60;
                Files.writeString(folder.resolve("Annotations").resolve(name + ".xml"), """
                        <annotation><filename>%s.jpg</filename><size><width>%d</width><height>%d</height><depth>3</depth></size>
                        <object><name>%s</name><bndbox><xmin>%d</xmin><ymin>%d</ymin><xmax>%d</xmax><ymax>%d</ymax></bndbox></object>
                        </annotation>
                        """.formatted(name, WIDTH, HEIGHT, label, left, top, right, top + 60));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PixelImage square(int left, int top) {
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, 0xFF404850);
        for (int y = top; y < top + 60; y++) {
            Arrays.fill(pixels, y * WIDTH + left, y * WIDTH + left + 60, 0xFFE8C46A);
        }
        return new PixelImage(WIDTH, HEIGHT, pixels);
    }
}
