package labelwright.exchange.labelme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.Samples;
import labelwright.exchange.Recorder;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files of labelme give what was counted in them by other means.
class LabelmeSamplesTest {

    @TempDir
    Path folder;

    private static Recorder read(String path) {
        return Recorder.read(new LabelmeFormat(), Samples.require("formats/" + path));
    }

    @Test
    void boxesOfTheExample() {
        Recorder read = read("labelme-json/labelme-bbox");
        assertEquals(3, read.items.size());
        assertEquals(9, read.allRegions().size());
        assertTrue(read.allRegions().stream().allMatch(region -> region.shape().kind() == ShapeKind.BOX));
        assertEquals(List.of(), read.problems);
        assertTrue(read.items.values().stream().allMatch(item -> item.file() != null));
    }

    @Test
    void everyTypeOfShape() {
        Recorder read = read("labelme-json/labelme-primitives");
        assertEquals(List.of(), read.problems);
        List<ShapeKind> kinds = read.allRegions().stream().map(region -> region.shape().kind()).sorted().toList();
        assertEquals(List.of(ShapeKind.BOX, ShapeKind.BOX, ShapeKind.POLYGON, ShapeKind.ELLIPSE, ShapeKind.POLYLINE, ShapeKind.POLYLINE,
                ShapeKind.POINTS, ShapeKind.MASK), kinds);
        Ellipse circle = (Ellipse) read.allRegions().get(1).shape();
        assertEquals(Math.hypot(30, 41), circle.radiusX(), 1e-9);
        Shape mask = read.allRegions().stream().map(region -> region.shape()).filter(shape -> shape.kind() == ShapeKind.MASK).findFirst()
                .orElseThrow();
        assertTrue(mask.area() > 100 && mask.area() < mask.bounds().area(), mask::toString);
    }

    @Test
    void pathsOfOtherSystemsAreLookedUpByTheirLastPart() throws IOException {
        for (String name : List.of("labelme-windows-imagepath", "labelme-drive-letter", "labelme-gbk-encoded")) {
            Files.copy(Samples.require("formats/edge-issues/" + name + ".json"), folder.resolve(name + ".json"));
        }
        Files.createFile(folder.resolve("test.jpg"));
        Files.createFile(folder.resolve("1.bmp"));
        Recorder read = Recorder.read(new LabelmeFormat(), folder);
        assertEquals(List.of("1.bmp", "test.jpg"), read.items.keySet().stream().sorted().toList());
        assertEquals(2, read.allRegions().size());
        assertEquals("labelme-gbk-encoded.json", read.problems.getFirst().where());
        assertTrue(read.problems.getFirst().what().contains("not UTF-8"), read.problems::toString);
    }

    @Test
    void flagsGroupsAndTheDialectOfXAnyLabeling() throws IOException {
        Files.writeString(folder.resolve("a.json"),
                """
                        {"version":"2.4.0","flags":{"night":true,"rain":false},"imagePath":"a.jpg","imageData":"xxxx","imageWidth":100,"imageHeight":100,
                         "shapes":[
                         {"label":"x","points":[[10,10],[30,10],[30,20],[10,20]],"shape_type":"rectangle","group_id":0,"flags":{"big":true},
                          "attributes":{"colour":"red"},"score":0.5,"difficult":true,"description":"note"},
                         {"label":"x","points":[[50,40],[60,50],[50,60],[40,50]],"shape_type":"rotation","group_id":3,"direction":0.7},
                         {"label":"x","points":[[1,1],[2,2]],"shape_type":"polygon"},
                         {"label":"x","points":[[1,1],[5,5]],"shape_type":"mask","mask":"!!"}]}
                        """);
        Recorder read = Recorder.read(new LabelmeFormat(), folder);
        assertEquals(Map.of("a.jpg", Map.of("night", "1")), read.answers);
        assertEquals(Map.of("big", "1", "colour", "red", "score", "0.5", "difficult", "1", "description", "note", "group", "4"),
                read.allRegions().getFirst().attributes());
        assertEquals(45, ((RotatedBox) read.allRegions().get(1).shape()).angle(), 1e-9);
        assertEquals(List.of("shape 3 (x)", "shape 4 (x)"),
                read.problems(Action.REFUSED).stream().map(problem -> problem.where().replaceFirst(".*, ", "")).toList());
    }

    /// More than are kept at a time: they are read in a second pass, in the same order and with the same groups.
    @Test
    void aFileOfVeryManyShapesIsReadShapeByShape() throws IOException {
        int count = 25_000;
        StringBuilder text = new StringBuilder("{\"version\":\"5\",\"flags\":{\"night\":true},\"shapes\":[");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append("""
                    {"label":"a","shape_type":"rectangle","flags":{},"group_id":%s,"points":[[%d,1],[%d,2]]}""".formatted(
                    i == 0 ? "0" : i == count - 1 ? "7" : "null", i, i + 1));
        }
        Files.writeString(folder.resolve("a.json"),
                text.append("],\"imagePath\":\"a.png\",\"imageWidth\":30000,\"imageHeight\":10,\"imageData\":null}"));
        Recorder read = Recorder.read(new LabelmeFormat(), folder);
        assertEquals(List.of(), read.problems);
        assertEquals(count, read.allRegions().size());
        assertEquals(new Box(count - 1, 1, 1, 1), read.allRegions().getLast().shape());
        assertEquals(Map.of("group", "8"), read.allRegions().getFirst().attributes(), "0 is a group of its own");
        assertEquals(Map.of("group", "7"), read.allRegions().getLast().attributes());
        assertEquals(Map.of("night", "1"), read.answers.get("a.png"));
    }
}
