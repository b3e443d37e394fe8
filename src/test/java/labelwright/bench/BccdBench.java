package labelwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import labelwright.engine.Detection;
import labelwright.engine.DetectionSample;
import labelwright.engine.DetectionSettings;
import labelwright.engine.DetectionTrainer;
import labelwright.engine.DetectorPredictor;
import labelwright.engine.Engine;
import labelwright.engine.EngineException;
import labelwright.engine.LabelledBox;
import labelwright.engine.Resume;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingRequest;
import labelwright.engine.TrainingResult;
import labelwright.geometry.Bounds;
import labelwright.learning.DetectionMetrics;
import labelwright.learning.DetectionScore;
import labelwright.learning.LabelScore;
import labelwright.learning.PictureResult;
import labelwright.learning.ScoredBox;
import labelwright.learning.TrueBox;
import labelwright.media.ImageDecoder;
import labelwright.media.MediaException;
import labelwright.task.CancelToken;

/// Trains on the training pictures of BCCD from scratch, chooses the best weights by its validation pictures, and measures on its test pictures.
/// Arguments: the folder of the data set, then training settings as `key=value`. Prints one line of JSON to standard output, the course of the run to standard error.
public final class BccdBench {

    private static final List<String> LABELS = List.of("RBC", "WBC", "Platelets");

    private BccdBench() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 1; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        Engine engine = new Engine();
        ImageDecoder decoder = new ImageDecoder();
        Path folder = Files.createTempDirectory("bccd");
        TrainingRequest request = new TrainingRequest(samples(root, "train"), samples(root, "val"), LABELS,
                DetectionSettings.parse(settings), folder, Resume.NEVER);
        TrainingResult result = new DetectionTrainer(engine, decoder).train(request, BccdBench::show, new CancelToken());
        try (DetectorPredictor predictor = DetectorPredictor.open(engine, result.model(), "cpu")) {
            measure(samples(root, "test").subList(0, 5), predictor, decoder);
            long from = System.nanoTime();
            DetectionScore score = measure(samples(root, "test"), predictor, decoder);
            double seconds = (System.nanoTime() - from) / 1e9;
            System.out.printf(Locale.ROOT,
                    "{\"testMap50\": %.4f, \"testMap50to95\": %.4f, \"labels\": {%s}, \"epochs\": %d, \"seconds\": %.0f, \"suggestionsPerSecond\": %.1f}%n",
                    score.map50(), score.map50to95(), perLabel(score), result.epochs(), result.seconds(),
                    samples(root, "test").size() / seconds);
        }
    }

    private static DetectionScore measure(List<DetectionSample> samples, DetectorPredictor predictor, ImageDecoder decoder)
            throws MediaException {
        List<PictureResult> results = new ArrayList<>();
        for (DetectionSample sample : samples) {
            List<Detection> found = predictor.detect(decoder.decode(sample.file()));
            results.add(new PictureResult(sample.boxes().stream().map(b -> new TrueBox(b.label(), b.bounds())).toList(),
                    found.stream().map(d -> new ScoredBox(d.label(), d.score(), d.bounds())).toList()));
        }
        return DetectionMetrics.score(results, LABELS.size());
    }

    private static String perLabel(DetectionScore score) {
        List<String> parts = new ArrayList<>();
        for (LabelScore label : score.labels()) {
            parts.add(String.format(Locale.ROOT, "\"%s\": %.4f", LABELS.get(label.label()), label.ap50()));
        }
        return String.join(", ", parts);
    }

    private static void show(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Message message -> System.err.println(message.text());
            case TrainingEvent.EpochEnd end -> System.err.printf(Locale.ROOT, "epoch %d of %d: %s %s rate %.5f, %.0f s left%n",
                    end.epoch(), end.epochs(), end.losses(), end.metrics(), end.learningRate(), end.secondsLeft());
            case TrainingEvent.Finished finished -> System.err.println(finished.result());
            case TrainingEvent.Started started -> System.err.println(started);
            case TrainingEvent.Step _, TrainingEvent.CheckpointSaved _ -> {
            }
        }
    }

    private static List<DetectionSample> samples(Path root, String list)
            throws IOException, ParserConfigurationException, SAXException, EngineException {
        List<DetectionSample> samples = new ArrayList<>();
        for (String name : Files.readAllLines(root.resolve("ImageSets/Main/" + list + ".txt"))) {
            if (!name.isBlank()) {
                Path annotation = root.resolve("Annotations/" + name.strip() + ".xml");
                Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(annotation.toFile());
                samples.add(new DetectionSample(samples.size(), root.resolve("JPEGImages/" + name.strip() + ".jpg"), boxes(document)));
            }
        }
        return samples;
    }

    private static List<LabelledBox> boxes(Document document) {
        List<LabelledBox> boxes = new ArrayList<>();
        NodeList objects = document.getElementsByTagName("object");
        for (int i = 0; i < objects.getLength(); i++) {
            Element object = (Element) objects.item(i);
            double x = number(object, "xmin");
            double y = number(object, "ymin");
            double width = number(object, "xmax") - x;
            double height = number(object, "ymax") - y;
            if (width > 0 && height > 0) {
                boxes.add(new LabelledBox(LABELS.indexOf(text(object, "name")), new Bounds(x, y, width, height)));
            }
        }
        return boxes;
    }

    private static double number(Element element, String tag) {
        return Double.parseDouble(text(element, tag));
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent().strip();
    }
}
