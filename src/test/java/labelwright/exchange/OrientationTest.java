package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.coco.CocoFormat;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.PictureTurn;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.MediaRef;
import labelwright.model.Origin;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;
import labelwright.model.ProjectId;
import labelwright.model.Split;
import labelwright.model.WorkState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Real JPEG files of each EXIF orientation, labelled upright or as they are stored.
class OrientationTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final ExifPictures SIZES = new ExifPictures();
    private static final LabelClass LABEL = new LabelClass(new LabelId(1), "cell", Colour.ofPalette(0), Set.of(ShapeKind.values()));

    @TempDir
    Path folder;

    private enum Sense {
        UPRIGHT, STORED
    }

    /// @param upright the shapes of each item on its upright picture
    private record Data(List<SourceItem> items, List<List<Shape>> upright) implements DatasetSource {
        @Override
        public void forEach(java.util.function.Consumer<SourceItem> visitor) {
            items.forEach(visitor);
        }
    }

    private Data data(Sense sense, List<Shape> stored, int height, int... orientations) throws IOException {
        List<SourceItem> items = new ArrayList<>();
        List<List<Shape>> upright = new ArrayList<>();
        for (int i = 0; i < orientations.length; i++) {
            String name = "p%d_%d.jpg".formatted(i, orientations[i]);
            Path file = ExifPictures.write(folder.resolve("pictures").resolve(name), WIDTH, height, orientations[i]);
            PictureTurn turn = new PictureTurn(orientations[i], WIDTH, height);
            List<Shape> turned = stored.stream().map(turn::apply).toList();
            upright.add(turned);
            boolean isStored = sense == Sense.STORED;
            Item item = new Item(new ItemId(i), new ProjectId(1), name, MediaRef.referenced(file), isStored ? WIDTH : turn.turnedWidth(),
                    isStored ? height : turn.turnedHeight(), Split.TRAIN);
            List<Annotation> annotations = new ArrayList<>();
            for (Shape shape : isStored ? stored : turned) {
                annotations.add(new Annotation(new AnnotationId(100L * i + annotations.size()), LABEL.id(), shape, new Origin.Manual()));
            }
            items.add(new SourceItem(item, file,
                    new AnnotationSet(item.id(), new Author.Annotator("me"), WorkState.SUBMITTED, annotations, Set.of())));
        }
        return new Data(items, upright);
    }

    /// Of every kind; coordinates as people and tools write them.
    private static List<Shape> shapes() {
        MaskBitmap bits = new MaskBitmap(0, 0, WIDTH, HEIGHT);
        bits.fill(50, 60, 90);
        bits.fill(51, 60, 61);
        bits.fill(63, 95, 96);
        Mask mask = bits.toMask().orElseThrow();
        return List.of(new Box(70.25, 3.37, 20.5, 9), new RotatedBox(30, 20, 24, 10, 30), new Ellipse(20.5, 40, 9, 4, 331.25),
                Polygon.of(List.of(new Point(1.5, 1), new Point(22.25, 2), new Point(11, 13.75))),
                new Polyline(List.of(new Point(0, 0), new Point(90, 60.5), new Point(3.25, 7.75))),
                new Points(List.of(new Point(1.5, 60.25), new Point(5, 50))),
                new Keypoints(List.of(new Keypoint(44.5, 5.5, Keypoint.Visibility.OCCLUDED), Keypoint.ABSENT,
                        Keypoint.visible(new Point(49, 18)))),
                mask);
    }

    private Recorder writeAndRead(String id, Data data) {
        return writeAndRead(id, data, Map.of());
    }

    private Recorder writeAndRead(String id, Data data, Map<ReadOption, String> options) {
        DatasetFormat format = StandardFormats.create().byId(id);
        format.writer().orElseThrow().write(new WriteRequest(folder.resolve("out"), List.of(LABEL)), data);
        return Recorder.read(format, folder.resolve("out"), SIZES, options);
    }

    /// What a format holds without a change, inside a square.
    private static List<Shape> ofFormat(String id) {
        List<Shape> all = shapes();
        return switch (id) {
            case "yolo" -> List.of(all.getFirst());
            case "dota" -> List.of(all.get(1));
            case "masks" -> List.of(all.getLast());
            default -> all.stream().flatMap(shape -> shape.clip(WIDTH, WIDTH).stream()).toList();
        };
    }

    private static void allTurned(Recorder read) {
        assertEquals(7, read.problems.size(), read.problems::toString);
        assertTrue(read.problems.stream().map(Problem::what).allMatch(what -> what.contains("before its EXIF turn")),
                read.problems::toString);
    }

    /// Squares, of which no size tells, and formats without sizes.
    @ParameterizedTest
    @CsvSource({"coco, 1e-9", "voc, 1e-9", "labelme, 1e-9", "cvat, 1e-9", "label-studio, 1e-9", "yolo, 1e-6", "dota, 1e-6", "masks, 0"})
    void aPersonSaysThatLabelsWereMadeOnPicturesAsTheyAreStored(String id, double most) throws IOException {
        Data squares = data(Sense.STORED, ofFormat(id), WIDTH, 1, 2, 3, 4, 5, 6, 7, 8);
        Recorder read = writeAndRead(id, squares, Map.of(ReadOption.ORIENTATION, "stored"));
        same(squares, read, most);
        allTurned(read);
    }

    /// Darknet and DOTA's own tools of old did not turn pictures.
    @ParameterizedTest
    @CsvSource({"yolo, 1e-6", "dota, 1e-6"})
    void aPersonSaysSoOfFormatsWithoutSizes(String id, double most) throws IOException {
        Data data = data(Sense.STORED, ofFormat(id), HEIGHT, 1, 2, 3, 4, 5, 6, 7, 8);
        Recorder read = writeAndRead(id, data, Map.of(ReadOption.ORIENTATION, "stored"));
        same(data, read, most);
        allTurned(read);
    }

    /// Some tools write the stored size beside upright shapes.
    @ParameterizedTest
    @ValueSource(strings = {"coco", "voc", "labelme", "cvat"})
    void aPersonSaysThatLabelsWereMadeOnUprightPicturesWhateverSizeIsStated(String id) throws IOException {
        Data data = data(Sense.UPRIGHT, List.of(new Box(3, 3.5, 40, 9), new Box(1, 2, 3, 50)), HEIGHT, 1, 2, 3, 4, 5, 6, 7, 8);
        List<SourceItem> said = data.items.stream().map(source -> new SourceItem(new Item(source.item().id(), source.item().project(),
                source.item().name(), source.item().media(), WIDTH, HEIGHT, source.item().split()), source.file(), source.annotations()))
                .toList();
        Recorder read = writeAndRead(id, new Data(said, data.upright), Map.of(ReadOption.ORIENTATION, "upright"));
        assertEquals(List.of(), read.problems);
        same(data, read, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco", "voc", "labelme", "cvat", "label-studio", "yolo", "dota", "masks"})
    void everyFormatSaysWhichOrientationsThereAre(String id) throws IOException {
        DatasetFormat format = StandardFormats.create().byId(id);
        assertTrue(format.options().contains(ReadOption.ORIENTATION));
        Data data = data(Sense.UPRIGHT, ofFormat(id), WIDTH, 1);
        ExchangeException refused = assertThrows(ExchangeException.class,
                () -> writeAndRead(id, data, Map.of(ReadOption.ORIENTATION, "sideways")));
        assertEquals("There is no orientation \"sideways\": say upright or stored, or leave it out to have it found out.",
                refused.getMessage());
    }

    /// Where too many records wait, all are taken in the same way: those that waited and those that come later.
    @Test
    void whatComesAfterTooManyRecordsFollowsThem() throws IOException {
        Recorder recorder = new Recorder();
        UprightSink sink = new UprightSink(recorder, new ReadRequest(folder, Optional.empty(), SIZES), 4);
        Size square = new Size(WIDTH, WIDTH);
        sink.label("cell");
        for (int i = 0; i < 5; i++) {
            Path file = ExifPictures.write(folder.resolve(i + ".jpg"), WIDTH, WIDTH, 6);
            assertEquals(square, sink.settle(() -> "there", square, Optional.of(file)));
            sink.item(new ItemRecord("p" + i, "p" + i, file, WIDTH, WIDTH, Split.NONE));
            sink.annotation("p" + i, RegionRecord.of("cell", new Box(1, 2, 3, 4), Map.of()));
        }
        Path portrait = ExifPictures.write(folder.resolve("portrait.jpg"), WIDTH, HEIGHT, 6);
        sink.settle(() -> "there", new Size(WIDTH, HEIGHT), Optional.of(portrait));
        sink.item(new ItemRecord("portrait", "portrait", portrait, WIDTH, HEIGHT, Split.NONE));
        sink.finish();
        assertEquals(List.of("p0", "p1", "p2", "p3", "p4", "portrait"), List.copyOf(recorder.items.keySet()));
        recorder.allRegions().forEach(region -> assertEquals(new Box(1, 2, 3, 4), region.shape()));
        assertEquals(List.of("EXIF turns", "there"), recorder.problems.stream().map(Problem::where).toList());
    }

    private static void same(Data data, Recorder read, double most) {
        assertEquals(data.items.size(), read.items.size());
        for (int i = 0; i < data.items.size(); i++) {
            Item item = data.items.get(i).item();
            ItemRecord record = read.items.get(item.name());
            assertEquals(SIZES.of(record.file()).orElseThrow(), new PictureSizes.Size(record.width(), record.height()), item.name());
            List<RegionRecord> regions = read.regions.get(item.name());
            assertEquals(data.upright.get(i).size(), regions.size(), item.name());
            for (int n = 0; n < regions.size(); n++) {
                Shape expected = data.upright.get(i).get(n);
                if (most == 0) {
                    assertEquals(expected, regions.get(n).shape(), item.name());
                } else {
                    double difference = RandomDataset.difference(expected, regions.get(n).shape());
                    assertTrue(difference <= most, () -> item.name() + " " + expected + " " + regions + " " + difference);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"coco, 0", "voc, 0", "labelme, 0", "cvat, 1e-9", "label-studio, 1e-9"})
    void uprightLabelsStayAsTheyAre(String id, double most) throws IOException {
        Data data = data(Sense.UPRIGHT, shapes(), HEIGHT, 1, 2, 3, 4, 5, 6, 7, 8);
        Recorder read = writeAndRead(id, data);
        assertEquals(List.of(), read.problems);
        same(data, read, most);
    }

    /// The portraits say that the data set means stored pictures; so the others, whose size cannot tell, mean it too.
    @ParameterizedTest
    @CsvSource({"coco, 0", "voc, 0", "labelme, 0", "cvat, 1e-9", "label-studio, 1e-9"})
    void labelsOfStoredPicturesAreTurnedWithThem(String id, double most) throws IOException {
        Data data = data(Sense.STORED, shapes(), HEIGHT, 1, 2, 3, 4, 5, 6, 7, 8);
        Recorder read = writeAndRead(id, data);
        same(data, read, most);
        assertEquals(7, read.problems(Action.REPAIRED).size(), read.problems::toString);
        assertEquals(7, read.problems.size());
        assertTrue(read.problems.stream().map(Problem::what).allMatch(what -> what.contains("before its EXIF turn")),
                read.problems::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco", "voc", "labelme", "cvat", "label-studio"})
    void whereNothingTellsTheLabelsAreUpright(String id) throws IOException {
        List<Shape> inSquare = shapes().stream().flatMap(shape -> shape.clip(WIDTH, WIDTH).stream()).toList();
        Data squares = data(Sense.UPRIGHT, inSquare, WIDTH, 2, 3, 5, 6, 7, 8);
        Recorder read = writeAndRead(id, squares);
        assertEquals(List.of(), read.problems);
        same(squares, read, 1e-9);
    }

    /// Their tools turn pictures on load, and their files state no size.
    @ParameterizedTest
    @ValueSource(strings = {"yolo", "dota"})
    void formatsWithoutSizesMeanUprightPictures(String id) throws IOException {
        List<Shape> shapes = id.equals("yolo") ? List.of(shapes().getFirst()) : List.of(shapes().get(1));
        Data data = data(Sense.UPRIGHT, shapes, HEIGHT, 1, 2, 3, 4, 5, 6, 7, 8);
        Recorder read = writeAndRead(id, data);
        assertEquals(List.of(), read.problems);
        same(data, read, 1e-6);
    }

    /// The COCO export of Label Studio writes the size of the stored picture beside upright shapes.
    @Test
    void shapesThatOnlyFitTheUprightPictureAreUprightWhateverSizeIsStated() throws IOException {
        Path out = folder.resolve("coco");
        ExifPictures.write(out.resolve("images/a.jpg"), WIDTH, HEIGHT, 6);
        ExifPictures.write(out.resolve("images/b.jpg"), WIDTH, HEIGHT, 8);
        Files.writeString(out.resolve("result.json"), """
                {"images":[{"id":1,"file_name":"a.jpg","width":96,"height":64},{"id":2,"file_name":"b.jpg","width":96,"height":64}],
                "categories":[{"id":1,"name":"cell"}],"annotations":[
                {"id":1,"image_id":1,"category_id":1,"bbox":[10,70,20,20]},{"id":2,"image_id":2,"category_id":1,"bbox":[10,20,20,20]}]}
                """);
        Recorder read = Recorder.read(new CocoFormat(), out, SIZES);
        assertEquals(List.of(new Box(10, 70, 20, 20), new Box(10, 20, 20, 20)),
                read.allRegions().stream().map(RegionRecord::shape).toList());
        assertEquals(2, read.problems(Action.REPAIRED).size(), read.problems::toString);
    }

    /// Square or not.
    @ParameterizedTest
    @CsvSource({"64, 64, 32, 32", "64, 64, 96, 64", "96, 64, 64, 64"})
    void labelPicturesOfAnotherSizeThanTheirPictureAreRefused(int width, int height, int maskWidth, int maskHeight) throws IOException {
        Path out = folder.resolve("voc");
        ExifPictures.write(out.resolve("JPEGImages/a.jpg"), width, height, 1);
        Path file = out.resolve("SegmentationClass/a.png");
        Files.createDirectories(file.getParent());
        try (var stream = Files.newOutputStream(file)) {
            PngWriter.write(stream, maskWidth, maskHeight, new int[] {0, 0x800000}, (_, values) -> java.util.Arrays.fill(values, (byte) 1));
        }
        Recorder read = Recorder.read(StandardFormats.create().byId("voc"), out, SIZES);
        assertEquals(List.of(), read.allRegions());
        assertTrue(read.problems(Action.REFUSED).getFirst().what().contains("%d x %d pixels".formatted(maskWidth, maskHeight)),
                read.problems::toString);
    }

    /// Label pictures without XML: their own size tells.
    @Test
    void labelPicturesOfStoredPicturesAreTurned() throws IOException {
        Path out = folder.resolve("voc");
        Mask mask = (Mask) shapes().getLast();
        List<PictureTurn> turns = IntStream.of(5, 6, 7, 8).mapToObj(orientation -> new PictureTurn(orientation, WIDTH, HEIGHT)).toList();
        for (PictureTurn turn : turns) {
            String stem = "o" + turn.orientation();
            ExifPictures.write(out.resolve("JPEGImages/" + stem + ".jpg"), WIDTH, HEIGHT, turn.orientation());
            Path file = out.resolve("SegmentationClass/" + stem + ".png");
            Files.createDirectories(file.getParent());
            try (var stream = Files.newOutputStream(file)) {
                PngWriter.write(stream, WIDTH, HEIGHT, new int[] {0, 0x800000}, (y, values) -> {
                    for (int x = 0; x < WIDTH; x++) {
                        values[x] = (byte) (mask.spans().contains(x, y) ? 1 : 0);
                    }
                });
            }
        }
        Recorder read = Recorder.read(StandardFormats.create().byId("voc"), out, SIZES);
        for (PictureTurn turn : turns) {
            assertEquals(Optional.of(turn.apply(mask)),
                    read.regions.get("o" + turn.orientation() + ".jpg").stream().map(RegionRecord::shape).findFirst());
        }
        assertEquals(4, read.problems(Action.REPAIRED).size(), read.problems::toString);
    }
}
