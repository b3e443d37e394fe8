package labelwright.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.geometry.Bounds;
import labelwright.learning.DetectionMetrics;
import labelwright.learning.PictureResult;
import labelwright.learning.ScoredBox;
import labelwright.learning.TrueBox;
import labelwright.media.ImageDecoder;
import labelwright.media.MediaException;
import labelwright.media.PixelImage;
import labelwright.task.CancelToken;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// One small detector is trained for all of these.
class DetectorPredictorTest {

    @TempDir
    private static Path folder;
    private static List<DetectionSample> unseen = List.of();
    private static Path model = Path.of("");

    private final ImageDecoder decoder = new ImageDecoder();
    private final Engine engine = new Engine();

    @BeforeAll
    static void train() throws IOException, EngineException {
        List<DetectionSample> samples = ShapePictures.write(folder, 32, 1);
        unseen = ShapePictures.write(folder, 12, 2);
        DetectionSettings settings = DetectionSettings
                .parse(Map.of("threads", "1", "epochs", "90", "width", "0.5", "average", "0.97", "learning_rate", "0.004"));
        TrainingRequest request = new TrainingRequest(samples, List.of(), ShapePictures.LABELS, settings, folder.resolve("run"),
                Resume.NEVER);
        model = new DetectionTrainer(new Engine(), new ImageDecoder()).train(request, event -> {}, new CancelToken()).model();
    }

    @Test
    void findsShapesOnPicturesItHasNotSeen() throws EngineException, MediaException {
        List<PictureResult> results = new ArrayList<>();
        try (DetectorPredictor predictor = DetectorPredictor.open(engine, model, "cpu")) {
            assertEquals(ShapePictures.LABELS, predictor.labels());
            for (DetectionSample sample : unseen) {
                List<ScoredBox> found = predictor.detect(decoder.decode(sample.file())).stream()
                        .map(d -> new ScoredBox(d.label(), d.score(), d.bounds())).toList();
                results.add(new PictureResult(sample.boxes().stream().map(b -> new TrueBox(b.label(), b.bounds())).toList(), found));
            }
        }
        double map = DetectionMetrics.score(results, 2).map50();
        assertTrue(map > 0.5, () -> "mAP@.5 is " + map);
    }

    @Test
    void boxesAreInThePixelsOfThePictureGiven() throws EngineException, MediaException {
        PixelImage small = decoder.decode(unseen.getFirst().file());
        try (DetectorPredictor predictor = DetectorPredictor.open(engine, model, "cpu")) {
            Detection at1 = predictor.detect(small).getFirst();
            Bounds expected = new Bounds(at1.bounds().x() * 4, at1.bounds().y() * 4, at1.bounds().width() * 4, at1.bounds().height() * 4);
            Bounds nearest = predictor.detect(small.scaledTo(256, 256)).stream().map(Detection::bounds)
                    .max(Comparator.comparingDouble(expected::iou)).orElseThrow();
            assertTrue(expected.iou(nearest) > 0.7, () -> expected + " became " + nearest);
            for (Detection detection : predictor.detect(small)) {
                assertTrue(detection.bounds().x() >= 0 && detection.bounds().maxX() <= small.width() + 1e-6, detection::toString);
                assertEquals(2, detection.labelProbabilities().size());
                assertEquals(detection.score(), detection.labelProbabilities().get(detection.label()), 1e-9);
            }
        }
    }

    @Test
    void picturesOfAnyShapeAreTaken() throws EngineException {
        try (DetectorPredictor predictor = DetectorPredictor.open(engine, model, "cpu")) {
            for (int[] size : new int[][] {{1, 1}, {1, 500}, {700, 3}, {33, 65}}) {
                for (Detection detection : predictor.detect(new PixelImage(size[0], size[1], new int[size[0] * size[1]]))) {
                    assertTrue(detection.bounds().maxX() <= size[0] + 1e-6 && detection.bounds().maxY() <= size[1] + 1e-6,
                            detection::toString);
                }
            }
        }
    }

    @Test
    void dropoutPassesDifferAndMoveNothing() throws EngineException, MediaException {
        PixelImage image = decoder.decode(unseen.getFirst().file());
        try (DetectorPredictor predictor = DetectorPredictor.open(engine, model, "cpu")) {
            float[] before = predictor.statistics();
            List<Detection> plain = predictor.detect(image);
            DropoutReading reading = predictor.read(image, 6);
            assertEquals(6, reading.passes().size());
            assertNotEquals(reading.passes().get(0).getFirst().score(), reading.passes().get(1).getFirst().score());
            assertArrayEquals(before, predictor.statistics());
            assertEquals(plain.getFirst().score(), predictor.detect(image).getFirst().score());
        }
    }

    @Test
    void featuresTellPicturesApart() throws EngineException, MediaException {
        try (DetectorPredictor predictor = DetectorPredictor.open(engine, model, "cpu")) {
            float[] first = predictor.features(decoder.decode(unseen.get(0).file()));
            float[] again = predictor.features(decoder.decode(unseen.get(0).file()));
            float[] other = predictor.features(decoder.decode(unseen.get(1).file()));
            assertArrayEquals(first, again);
            assertEquals(first.length, other.length);
            assertFalse(Arrays.equals(first, other));
        }
    }

    @Test
    void aTruncatedFileOfWeightsIsRefusedInPlainWords(@TempDir Path copy) throws IOException {
        Path weights = copyModel(copy);
        byte[] whole = Files.readAllBytes(weights);
        for (int length : new int[] {0, 5, 100, whole.length / 2, whole.length - 1}) {
            Files.write(weights, Arrays.copyOf(whole, length));
            EngineException refused = assertThrows(EngineException.class, () -> DetectorPredictor.open(engine, copy, "cpu"));
            assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
        }
    }

    @Test
    void aTamperedDescriptionIsRefusedInPlainWords(@TempDir Path copy) throws IOException {
        copyModel(copy);
        Path description = copy.resolve("model.json");
        String json = Files.readString(description);
        refused(copy, json.replace("weights-", "../weights-"));
        refused(copy, json.replace("\"disc\"", "\"disc\", \"ring\""));
        refused(copy, json.replace("\"width\" : \"0.5\"", "\"width\" : \"1e9\""));
        refused(copy, json.replace("\"format\" : 1", "\"format\" : 2"));
        refused(copy, json.substring(0, json.length() / 2));
        refused(copy, "");
        Files.delete(description);
        assertThrows(EngineException.class, () -> DetectorPredictor.open(engine, copy, "cpu"));
    }

    private void refused(Path copy, String json) throws IOException {
        Files.write(copy.resolve("model.json"), json.getBytes(StandardCharsets.UTF_8));
        EngineException refused = assertThrows(EngineException.class, () -> DetectorPredictor.open(engine, copy, "cpu"));
        assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    }

    private static Path copyModel(Path copy) throws IOException {
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        try (Stream<Path> files = Files.list(copy)) {
            return files.filter(file -> file.toString().endsWith(".safetensors")).findFirst().orElseThrow();
        }
    }
}
