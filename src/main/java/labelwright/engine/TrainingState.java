package labelwright.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import labelwright.engine.DetectorNetwork.Dropping;
import labelwright.engine.SafeTensors.MalformedException;
import labelwright.engine.SafeTensors.Tensor;

/// Everything native of a run: the network's weights, their average and the optimiser. Owns its memory; used by one thread.
final class TrainingState implements AutoCloseable {

    private final NDManager manager;
    private final DetectorNetwork network;
    private final InputGrid grid;
    private final DetectionLoss loss;
    private final Weights weights;
    private final WeightAverage average;
    private final AdamW optimiser;

    TrainingState(DetectorNetwork network, TrainingPlan plan, DetectionSettings settings, Device device) {
        this.manager = NDManager.newBaseManager(device, "PyTorch");
        this.network = network;
        this.grid = plan.grid();
        this.loss = new DetectionLoss(grid, network.labels(), settings);
        int seed = settings.whole(DetectionOption.SEED);
        manager.getEngine().setRandomSeed(seed);
        this.weights = Weights.random(network.layout(), manager, new Random(seed));
        network.prime(weights, plan.usualCells());
        this.average = new WeightAverage(weights.copy(manager), settings.number(DetectionOption.AVERAGE));
        weights.collectGradients();
        this.optimiser = new AdamW(weights, settings.number(DetectionOption.WEIGHT_DECAY), settings.number(DetectionOption.CLIP));
    }

    /// Learns one batch.
    ///
    /// @return the losses by name; empty when they, or the gradient, are no numbers: the batch then changed nothing
    Map<String, Double> step(Batch batch, double learningRate) {
        Map<String, Double> losses = new LinkedHashMap<>();
        boolean sound;
        try (NDManager scratch = manager.newSubManager(); GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray x = scratch.create(batch.pixels(), new Shape(batch.size(), grid.height(), grid.width(), 3)).transpose(0, 3, 1, 2);
            NDList answers = network.heads(weights, network.features(weights, x, Mode.TRAINING), Mode.TRAINING, Dropping.ON);
            DetectionLoss.Parts parts = loss.of(answers, batch.objects());
            losses.put("label", (double) parts.label().getFloat());
            losses.put("box", (double) parts.box().getFloat());
            losses.put("total", losses.get("label") + losses.get("box"));
            sound = Double.isFinite(losses.get("total"));
            if (sound) {
                collector.backward(parts.total());
                sound = Double.isFinite(optimiser.step(learningRate));
            }
        }
        if (!sound) {
            optimiser.forgetGradients();
            weights.restoreStatistics(average.weights());
            return Map.of();
        }
        average.follow(weights, optimiser.steps());
        return losses;
    }

    /// The averaged weights at work on pictures.
    NetworkRunner runner(Flips flips, DetectionSettings settings) {
        return new NetworkRunner(network, average.weights(), grid, flips, BoxDecoder.of(grid, settings));
    }

    void saveModel(ModelFolder folder, ModelDescription description) throws IOException {
        folder.write(description, average.weights(), optimiser.steps());
    }

    /// Arrays in native memory held by this run itself, for a test against leaks.
    int arrays() {
        return manager.getManagedArrays().size();
    }

    void saveCheckpoint(Path file, RunProgress progress, String fingerprint) throws IOException {
        Map<String, String> metadata = progress.toMap();
        metadata.put("fingerprint", fingerprint);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrayMap().forEach((name, array) -> tensors.put(name, Tensor.flat(array.toFloatArray())));
        new SafeTensors(metadata, tensors).write(file);
    }

    /// @param fingerprint of the run that wants to go on; another one in the file is refused
    RunProgress loadCheckpoint(Path file, String fingerprint) throws EngineException {
        SafeTensors saved = SafeTensors.read(file);
        if (!fingerprint.equals(saved.metadata().get("fingerprint"))) {
            throw new EngineException("The checkpoint " + file
                    + " belongs to a run with other labels, pictures or settings; it cannot be gone on with. Start the run anew.");
        }
        try (NDManager scratch = manager.newSubManager()) {
            RunProgress progress = RunProgress.of(saved.metadata());
            Map<String, float[]> values = new LinkedHashMap<>();
            for (Map.Entry<String, NDArray> entry : arrayMap().entrySet()) {
                values.put(entry.getKey(), saved.values(entry.getKey(), entry.getValue().size()));
            }
            arrayMap().forEach((name, array) -> array.muli(0).addi(scratch.create(values.get(name))));
            optimiser.resumeAt(progress.steps());
            return progress;
        } catch (MalformedException | NumberFormatException e) {
            throw new EngineException("The checkpoint " + file + " is damaged (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    private Map<String, NDArray> arrayMap() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("weights.learned", weights.learned());
        arrays.put("weights.statistics", weights.statistics());
        arrays.put("average.learned", average.weights().learned());
        arrays.put("average.statistics", average.weights().statistics());
        arrays.put("adam.first", optimiser.first());
        arrays.put("adam.second", optimiser.second());
        return arrays;
    }
}
