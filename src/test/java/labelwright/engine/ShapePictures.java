package labelwright.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import labelwright.geometry.Bounds;
import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;

/// Tiny pictures of red squares (label 0) and blue discs (label 1) on grey, with their boxes.
final class ShapePictures {

    static final List<String> LABELS = List.of("square", "disc");
    static final int SIDE = 64;

    private ShapePictures() {}

    static List<DetectionSample> write(Path folder, int count, int seed) throws IOException {
        Random random = new Random(seed);
        List<DetectionSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] argb = new int[SIDE * SIDE];
            Arrays.fill(argb, 0xff808080);
            List<LabelledBox> boxes = new ArrayList<>();
            for (int corner = 0; corner < 2; corner++) {
                int size = 16 + random.nextInt(10);
                int x = random.nextInt(SIDE - size);
                int y = corner * SIDE / 2 + random.nextInt(SIDE / 2 - size);
                int label = random.nextInt(2);
                paint(argb, x, y, size, label);
                boxes.add(new LabelledBox(label, new Bounds(x, y, size, size)));
            }
            Path file = folder.resolve("shapes-" + seed + "-" + i + ".png");
            ImageEncoder.writePng(new PixelImage(SIDE, SIDE, argb), file);
            samples.add(new DetectionSample(i, file, boxes));
        }
        return samples;
    }

    private static void paint(int[] argb, int x0, int y0, int size, int label) {
        double radius = size / 2.0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean inside = label == 0 || Math.hypot(x + 0.5 - radius, y + 0.5 - radius) <= radius;
                if (inside) {
                    argb[(y0 + y) * SIDE + x0 + x] = label == 0 ? 0xffd02020 : 0xff2030d0;
                }
            }
        }
    }
}
