package labelwright.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDManager;

import labelwright.engine.SafeTensors.MalformedException;
import labelwright.media.PixelImage;

/// A trained detector, loaded and ready. Owns native memory until closed. Calls may come from any thread, one at a time each; the object locks itself.
public final class DetectorPredictor implements AutoCloseable {

    private final NDManager manager;
    private final NetworkRunner runner;
    private final ModelDescription description;

    private DetectorPredictor(NDManager manager, NetworkRunner runner, ModelDescription description) {
        this.manager = manager;
        this.runner = runner;
        this.description = description;
    }

    /// @param folder that [TrainingResult#model] names
    /// @param device one of [EngineStatus.Ready#devices]
    /// @throws EngineException if the engine does not run, or the model is missing, damaged or changed
    public static DetectorPredictor open(Engine engine, Path folder, String device) throws EngineException {
        engine.start();
        ModelFolder.Stored stored = new ModelFolder(folder).read();
        ModelDescription description = stored.description();
        DetectionSettings settings = description.settings();
        DetectorNetwork network = new DetectorNetwork(description.labels().size(), settings.number(DetectionOption.WIDTH),
                settings.number(DetectionOption.DROPOUT));
        NDManager manager = NDManager.newBaseManager(Engine.device(device), "PyTorch");
        try {
            ModelFolder.Values values = stored.values(network.layout());
            Weights weights = Weights.of(network.layout(), manager, values.learned(), values.statistics());
            BoxDecoder decoder = BoxDecoder.of(description.grid(), settings);
            return new DetectorPredictor(manager, new NetworkRunner(network, weights, description.grid(), description.flips(), decoder),
                    description);
        } catch (MalformedException e) {
            manager.close();
            throw new EngineException("The model in " + folder + " is damaged: its weights do not fit its description (" + e.getMessage()
                    + ").", e);
        }
    }

    /// Names of the labels, in the order of [Detection#label].
    public List<String> labels() {
        return description.labels();
    }

    /// The greatest width and height, in pixels, that are of use to the network; larger pictures may be decoded down to this size.
    public int usefulSide() {
        return Math.max(description.grid().width(), description.grid().height()) * 2;
    }

    /// Objects on a picture, by falling score, in its pixels; at most 300, down to the score floor of the model's settings.
    public List<Detection> detect(PixelImage image) {
        return detectAll(List.of(image)).getFirst();
    }

    /// As [#detect] for several pictures at once.
    public synchronized List<List<Detection>> detectAll(List<PixelImage> images) {
        List<RgbPicture> pictures = new ArrayList<>();
        for (PixelImage image : images) {
            pictures.add(prepared(image));
        }
        return runner.detect(pictures);
    }

    /// Several passes with random dropout, as the uncertainty of a picture is measured by. The trunk of the network runs once, its heads `passes` times;
    /// batch normalisation goes by its stored statistics, and nothing of the model changes.
    public synchronized DropoutReading read(PixelImage image, int passes) {
        return new DropoutReading(runner.dropoutPasses(prepared(image), passes));
    }

    /// A vector that says what kind of picture this is: the network's own features, averaged over the picture. Pictures that are alike have near vectors.
    public synchronized float[] features(PixelImage image) {
        return runner.features(prepared(image));
    }

    @Override
    public synchronized void close() {
        manager.close();
    }

    private RgbPicture prepared(PixelImage image) {
        RgbPicture picture = RgbPicture.of(image, 1);
        double ratio = Math.min(picture.width() / (double) description.grid().width(),
                picture.height() / (double) description.grid().height());
        return ratio >= 2 ? picture.shrunk((int) ratio) : picture;
    }

    /// A copy of the batch-norm statistics, for a test that they never move.
    float[] statistics() {
        return runner.statistics();
    }
}
