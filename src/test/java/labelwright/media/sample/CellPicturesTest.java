package labelwright.media.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CellPicturesTest {

    private static final int SOME = 12;
    private static final Bounds PICTURE = new Bounds(0, 0, CellPictures.WIDTH, CellPictures.HEIGHT);

    private static final List<CellPicture> PICTURES = IntStream.range(0, SOME).mapToObj(new CellPictures(7)::render).toList();

    @Test
    void theSameSeedAndNumberGiveTheSamePicture() {
        CellPicture again = new CellPictures(7).render(3);

        assertArrayEquals(PICTURES.get(3).image().argb(), again.image().argb());
        assertEquals(PICTURES.get(3).cells(), again.cells());
    }

    @Test
    void otherSeedsAndNumbersGiveOtherPictures() {
        assertFalse(Arrays.equals(PICTURES.get(0).image().argb(), PICTURES.get(1).image().argb()));
        assertFalse(new CellPictures(8).render(0).cells().equals(PICTURES.get(0).cells()));
        long places = PICTURES.stream().flatMap(picture -> picture.cells().stream()).map(Cell::box).distinct().count();
        assertEquals(PICTURES.stream().mapToInt(picture -> picture.cells().size()).sum(), places, "no cell comes twice");
    }

    @Test
    void thereAreManyDiscsAndSomeOfTheOthers() {
        Map<CellKind, Double> mean = new EnumMap<>(CellKind.class);
        PICTURES.forEach(picture -> picture.cells().forEach(cell -> mean.merge(cell.kind(), 1.0 / SOME, Double::sum)));

        assertEquals(20, mean.get(CellKind.DISC), 4, mean.toString());
        assertEquals(4, mean.get(CellKind.SPINDLE), 1.5, mean.toString());
        assertEquals(5.5, mean.get(CellKind.GRANULE), 2, mean.toString());
    }

    @Test
    void everyLabelLiesInsideThePicture() {
        allCells(cell -> {
            assertTrue(PICTURE.contains(cell.box().bounds()), cell.toString());
            assertTrue(cell.box().width() > 3 && cell.box().height() > 3, cell.toString());
            assertTrue(cell.box().bounds().grow(0.01).contains(cell.outline().bounds()), cell.toString());
            assertTrue(cell.box().bounds().iou(cell.outline().bounds()) > 0.9, cell.toString());
        });
    }

    /// Looks at the pixels around cells that stand alone: where it turns dark is where the box says.
    @Test
    void boxesAreTightAroundWhatCanBeSeen() {
        int looked = 0;
        int tight = 0;
        for (CellPicture picture : PICTURES) {
            for (Cell cell : picture.cells()) {
                if (cell.kind() == CellKind.DISC && standsAlone(cell, picture)) {
                    looked++;
                    Bounds seen = darkPart(picture.image(), cell.box().bounds().grow(8), cell);
                    double off = Math.max(Math.max(Math.abs(seen.x() - cell.box().x()), Math.abs(seen.y() - cell.box().y())),
                            Math.max(Math.abs(seen.maxX() - cell.box().maxX()), Math.abs(seen.maxY() - cell.box().maxY())));
                    tight += off <= 2 ? 1 : 0;
                }
            }
        }
        assertTrue(looked >= 12, "cells that stand alone: " + looked);
        // dirt next to a cell may hide its edge
        assertTrue(tight >= 0.9 * looked, tight + " of " + looked + " boxes are within 2 pixels");
    }

    @Test
    void aPictureSurvivesBeingWrittenAsJpeg(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cells.jpg");
        ImageEncoder.writeJpeg(PICTURES.getFirst().image(), file, 0.92);

        PixelImage read = new ImageDecoder().decode(file);

        assertEquals(CellPictures.WIDTH, read.width());
        double difference = IntStream.range(0, read.argb().length)
                .mapToDouble(i -> Math.abs((read.argb()[i] >> 8 & 0xff) - (PICTURES.getFirst().image().argb()[i] >> 8 & 0xff))).average()
                .orElseThrow();
        assertTrue(difference < 4, "mean difference " + difference);
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing unfinished is left");
        }
    }

    private static void allCells(Consumer<Cell> check) {
        PICTURES.forEach(picture -> picture.cells().forEach(check));
    }

    private static boolean standsAlone(Cell cell, CellPicture picture) {
        Bounds around = cell.box().bounds().grow(10);
        return PICTURE.contains(around)
                && picture.cells().stream().noneMatch(other -> !other.equals(cell) && other.box().bounds().intersects(around));
    }

    /// The pixels more than half as dark as the cell's rim is, against the light at the corners around it.
    private static Bounds darkPart(PixelImage image, Bounds around, Cell cell) {
        double light = (green(image, around.x(), around.y()) + green(image, around.maxX(), around.y())
                + green(image, around.x(), around.maxY()) + green(image, around.maxX(), around.maxY())) / 4;
        double dark = cell.outline().parts().getFirst().outer().points().stream()
                .mapToDouble(point -> green(image, inwards(point.x(), cell.box().bounds().centre().x()),
                        inwards(point.y(), cell.box().bounds().centre().y())))
                .average().orElseThrow();
        double limit = (light + dark) / 2;
        double left = around.maxX();
        double top = around.maxY();
        double right = around.x();
        double bottom = around.y();
        for (int y = (int) around.y(); y < around.maxY(); y++) {
            for (int x = (int) around.x(); x < around.maxX(); x++) {
                if (green(image, x, y) < limit && green(image, x + 1, y) < limit && green(image, x, y + 1) < limit) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return Bounds.between(new Point(left, top), new Point(right, bottom));
    }

    private static double inwards(double at, double centre) {
        return centre + 0.85 * (at - centre);
    }

    private static double green(PixelImage image, double x, double y) {
        return image.argb((int) x, (int) y) >> 8 & 0xff;
    }
}
