package labelwright.exchange.voc;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import labelwright.exchange.LabelNumbers;
import labelwright.exchange.LabelPicture;
import labelwright.exchange.LabelRows;
import labelwright.exchange.PngWriter;
import labelwright.geometry.Box;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.Item;

/// Paints the areas of one picture, later ones over earlier ones. Boxes, lines and points are no areas.
final class VocLabelPictures {
    /// 255 is the border.
    static final int MOST = 254;
    private static final int[] PALETTE = palette();

    private final Item item;
    private final List<Area> areas = new ArrayList<>();

    /// @param object number of the object in the XML, from 1
    /// @param label number of the class, from 1
    private record Area(Spans spans, int object, int label) {}

    VocLabelPictures(Item item, List<Annotation> annotations, LabelNumbers labels) {
        this.item = item;
        for (int i = 0; i < Math.min(MOST, annotations.size()); i++) {
            Annotation annotation = annotations.get(i);
            Optional<Mask> pixels = annotation.shape() instanceof Box
                    ? Optional.empty()
                    : MaskFill.of(annotation.shape(), item.width(), item.height());
            int object = i + 1;
            int label = Math.min(MOST, labels.of(annotation.label()) + 1);
            pixels.ifPresent(mask -> areas.add(new Area(mask.spans(), object, label)));
        }
    }

    private static int[] palette() {
        int[] palette = new int[256];
        Arrays.setAll(palette, LabelPicture::colour);
        return palette;
    }

    boolean isEmpty() {
        return areas.isEmpty();
    }

    void writeObjects(Path file) throws IOException {
        write(file, true);
    }

    void writeClasses(Path file) throws IOException {
        write(file, false);
    }

    private void write(Path file, boolean objects) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            LabelRows rows = new LabelRows();
            areas.forEach(area -> rows.add(area.spans(), objects ? area.object() : area.label()));
            PngWriter.write(out, item.width(), item.height(), PALETTE, rows);
        }
    }
}
