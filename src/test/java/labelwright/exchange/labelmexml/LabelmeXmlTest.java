package labelwright.exchange.labelmexml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.Samples;
import labelwright.exchange.ExifPictures;
import labelwright.exchange.GarbledFilesTest;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.PngWriter;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.ShapeKind;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelmeXmlTest {
    private static final PictureSizes SIZES = _ -> Optional.of(new PictureSizes.Size(40, 30));

    @TempDir
    Path folder;

    private Recorder read() {
        return Recorder.read(new LabelmeXmlFormat(), folder, SIZES);
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /// Counted in the file by hand: five polygons, of which one is a box, and two masks; 2, 3 and 4 are one group, 5 and 6 another.
    @Test
    void theSampleGivesWhatIsInIt() {
        Recorder read = Recorder.read(new LabelmeXmlFormat(), Samples.require("formats/labelme-xml/datumaro"),
                _ -> Optional.of(new PictureSizes.Size(102, 77)));
        assertEquals(List.of(), read.problems);
        assertEquals("subset1/img1.png", read.onlyItem().name());
        assertTrue(read.onlyItem().file() != null);
        List<RegionRecord> regions = read.allRegions();
        assertEquals(List.of("window", "license plate", "o1", "q1", "b1", "m1", "hg"), read.labels);
        assertEquals(List.of(ShapeKind.POLYGON, ShapeKind.MASK, ShapeKind.POLYGON, ShapeKind.POLYGON, ShapeKind.BOX, ShapeKind.MASK,
                ShapeKind.POLYGON), regions.stream().map(region -> region.shape().kind()).toList());
        assertEquals(Polygon.of(List.of(new Point(43, 34), new Point(45, 34), new Point(45, 37), new Point(43, 37))),
                regions.getFirst().shape());
        assertEquals(new Box(13, 19, 10, 11), regions.get(4).shape());
        assertEquals(new Bounds(55, 14, 15, 10), regions.get(5).shape().bounds());
        assertEquals(Map.of("attributes", "a1", "occluded", "1", "username", "anonymous", "group", "1"), regions.get(2).attributes());
        assertEquals(List.of("", "", "1", "1", "1", "2", "2"),
                regions.stream().map(region -> region.attributes().getOrDefault("group", "")).toList());
        assertEquals("gfd lkj lkj hi", regions.getLast().attributes().get("attributes"));
    }

    @Test
    void everyObjectThatIsNotTakenIsNamed() throws IOException {
        write("train/a.png", "");
        write("train/a.xml",
                """
                        <annotation><filename>a.png</filename><folder>x</folder>
                        <object><name>gone</name><deleted>1</deleted><id>0</id><polygon><pt><x>1</x><y>1</y></pt></polygon></object>
                        <object><name>cell</name><deleted>0</deleted><id>1</id><attributes>kind=round, sure=, old</attributes>
                        <polygon><pt><x>1</x><y>1</y></pt><pt><x>90</x><y>1</y></pt><pt><x>9</x><y>9.5</y></pt></polygon></object>
                        <object><deleted>0</deleted><id>2</id><parts><hasparts>1,7</hasparts><ispartof></ispartof></parts><type>bounding_box</type>
                        <polygon><pt><x>9</x><y>8</y></pt><pt><x>2</x><y>8</y></pt><pt><x>2</x><y>3</y></pt><pt><x>9</x><y>3</y></pt></polygon></object>
                        <object><name>bad</name><id>3</id><polygon><pt><x>one</x><y>1</y></pt></polygon></object>
                        <object><name>none</name><id>4</id></object>
                        <object><name>far</name><id>5</id><segm><mask>../../a.png</mask></segm></object>
                        <object><name>lost</name><id>6</id><segm><mask>lost.png</mask></segm></object>
                        </annotation>
                        """);
        Recorder read = read();
        assertEquals(Split.TRAIN, read.onlyItem().split());
        assertEquals(List.of("cell", "unnamed"), read.labels);
        assertEquals(Map.of("kind", "round", "attributes", "sure=, old", "group", "1"), read.allRegions().getFirst().attributes());
        assertEquals(new Box(2, 3, 7, 5), read.allRegions().getLast().shape());
        assertEquals(List.of("train/a.xml, object 3, line 7", "train/a.xml, object 4, line 8", "train/a.xml, object 5, line 9",
                "train/a.xml, object 6, line 10"), read.problems(Action.REFUSED).stream().map(Problem::where).toList());
        assertEquals(2, read.problems(Action.REPAIRED).size(), read.problems::toString);
        assertEquals("One object was deleted in LabelMe and was left out.", read.problems(Action.SKIPPED).getFirst().what());
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() throws IOException {
        write("Images/a.png", "");
        write("Annotations/a.xml", "<annotation><filename>a.png</filename><object><name>x</name><deleted>0</deleted><id>0</id>"
                + "<segm><mask>a_mask_0.png</mask></segm></object></annotation>");
        Files.createDirectories(folder.resolve("Masks"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("Masks/a_mask_0.png"))) {
            PngWriter.write(out, 30, 30, new int[] {0, 0xFF0000}, (_, values) -> values[0] = 1);
        }
        Recorder read = read();
        assertEquals(List.of(), read.allRegions());
        assertTrue(read.problems.getFirst().what().contains("30 x 30"), read.problems::toString);
    }

    /// Its size says that it means the picture as it is stored.
    @Test
    void labelsOfAStoredPictureAreTurnedWithIt() throws IOException {
        ExifPictures.write(folder.resolve("a.jpg"), 100, 80, 6);
        write("a.xml", """
                <annotation><filename>a.jpg</filename><imagesize><nrows>80</nrows><ncols>100</ncols></imagesize><object><name>dog</name>
                <deleted>0</deleted><id>0</id><type>bounding_box</type><polygon><pt><x>10</x><y>20</y></pt><pt><x>40</x><y>20</y></pt>
                <pt><x>40</x><y>30</y></pt><pt><x>10</x><y>30</y></pt></polygon></object></annotation>
                """);
        Recorder read = Recorder.read(new LabelmeXmlFormat(), folder, new ExifPictures());
        assertEquals(new Box(50, 10, 10, 30), read.only().shape());
        assertEquals(1, read.problems(Action.REPAIRED).size());
    }

    @Test
    void damagedFilesGiveProblemsOnly() throws IOException {
        write("a.png", "");
        byte[] sound = """
                <annotation><filename>a.png</filename><imagesize><nrows>30</nrows><ncols>40</ncols></imagesize><object><name>dog</name>
                <deleted>0</deleted><id>0</id><attributes>a=b, c</attributes><parts><hasparts>1</hasparts><ispartof>2</ispartof></parts>
                <polygon><pt><x>10</x><y>20</y></pt><pt><x>40</x><y>20</y></pt><pt><x>40</x><y>30</y></pt></polygon></object></annotation>
                """.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            Files.write(folder.resolve("a.xml"), GarbledFilesTest.damage(sound, random));
            String what = "round " + round;
            read().problems.forEach(problem -> GarbledFilesTest.assertPlain(problem, what));
        }
        Files.write(folder.resolve("a.xml"), sound);
        assertEquals(List.of(), read().problems);
    }
}
