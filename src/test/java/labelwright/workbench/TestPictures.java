package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;

/// Small pictures and label files for tests.
public final class TestPictures {
    private TestPictures() {}

    public static Path png(Path file, int width, int height) throws IOException {
        Files.createDirectories(file.getParent());
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xFF336699);
        ImageEncoder.writePng(new PixelImage(width, height, pixels), file);
        return file;
    }

    /// A Pascal VOC record; each object is `label xmin ymin xmax ymax`.
    public static Path voc(Path folder, String stem, int width, int height, String... objects) throws IOException {
        StringBuilder xml = new StringBuilder(
                "<annotation><folder>JPEGImages</folder><filename>%s.png</filename><size><width>%d</width><height>%d</height><depth>3</depth></size>"
                        .formatted(stem, width, height));
        for (String object : objects) {
            String[] parts = object.split(" ");
            xml.append(
                    "<object><name>%s</name><bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox></object>"
                            .formatted((Object[]) parts));
        }
        Path file = folder.resolve("Annotations").resolve(stem + ".xml");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, xml.append("</annotation>"));
    }
}
