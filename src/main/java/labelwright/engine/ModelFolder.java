package labelwright.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.engine.SafeTensors.MalformedException;
import labelwright.engine.SafeTensors.Tensor;

/// A model on disk: `model.json` and, beside it, the file of weights that it names. A better model is written under a new name and `model.json` is then
/// replaced in one move, so the folder holds a whole model at any instant after the first one.
public final class ModelFolder {

    public static final String DESCRIPTION = "model.json";
    private static final long MOST_DESCRIPTION = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    /// @param step makes the name of the weights' file new
    void write(ModelDescription description, Weights weights, long step) throws IOException {
        Files.createDirectories(folder);
        float[] learned = weights.learned().toFloatArray();
        float[] statistics = weights.statistics().toFloatArray();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (WeightLayout.Entry entry : weights.layout().entries()) {
            float[] values = new float[(int) entry.size()];
            System.arraycopy(entry.isLearned() ? learned : statistics, (int) entry.offset(), values, 0, values.length);
            tensors.put(entry.name(), new Tensor(entry.shape(), values));
        }
        publish(folder, description::toJson, new SafeTensors(Map.of("format", "labelwright-detector-1"), tensors), step);
    }

    /// The text of `model.json`, given the name of the file of weights.
    public interface Description {
        byte[] naming(String weights) throws IOException;
    }

    /// Puts a model of any family in place; the one before it goes.
    ///
    /// @param step makes the name of the weights' file new
    public static void publish(Path folder, Description description, SafeTensors weights, long step) throws IOException {
        Files.createDirectories(folder);
        String name = "weights-" + step + ".safetensors";
        weights.write(folder.resolve(name));
        Path part = folder.resolve(DESCRIPTION + ".part");
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(description.naming(name));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, folder.resolve(DESCRIPTION), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        removeOthers(folder, name);
    }

    /// @throws EngineException in one plain sentence if anything is missing, damaged or changed
    Stored read() throws EngineException {
        Path file = folder.resolve(DESCRIPTION);
        try {
            if (!Files.isRegularFile(file)) {
                throw new EngineException("There is no model in " + folder + ": the file " + DESCRIPTION + " is missing.");
            }
            if (Files.size(file) > MOST_DESCRIPTION) {
                throw new EngineException("The file " + file + " is too large to be a model's description.");
            }
            ModelDescription.Parsed parsed = ModelDescription.parse(Files.readAllBytes(file), file);
            return new Stored(parsed.description(), SafeTensors.read(folder.resolve(parsed.weights())));
        } catch (IOException e) {
            throw new EngineException("The model in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The family that a model's description names; empty when it names none or cannot be read.
    public static String family(Path folder) {
        Path file = folder.resolve(DESCRIPTION);
        try {
            return Files.size(file) > MOST_DESCRIPTION ? "" : JSON.readTree(Files.readAllBytes(file)).path("family").asText();
        } catch (IOException e) {
            return "";
        }
    }

    /// The files that make up the model.
    List<Path> files() throws EngineException, IOException {
        Path file = folder.resolve(DESCRIPTION);
        String weights = JSON.readTree(Files.readAllBytes(file)).path("weights").asText();
        if (!weights.matches("[A-Za-z0-9-]{1,80}\\.safetensors")) {
            throw new EngineException("The file " + file + " names no file of weights.");
        }
        return List.of(file, folder.resolve(weights));
    }

    private static void removeOthers(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "weights-*")) {
            for (Path file : List.copyOf(collected(files))) {
                if (!file.getFileName().toString().equals(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<Path> collected(DirectoryStream<Path> files) {
        List<Path> all = new java.util.ArrayList<>();
        files.forEach(all::add);
        return all;
    }

    /// A model as read.
    record Stored(ModelDescription description, SafeTensors tensors) {

        /// The values in the order of a network's layout.
        Values values(WeightLayout layout) throws MalformedException {
            float[] learned = new float[(int) layout.learnedSize()];
            float[] statistics = new float[(int) layout.statisticsSize()];
            for (WeightLayout.Entry entry : layout.entries()) {
                float[] values = tensors.values(entry.name(), entry.size());
                System.arraycopy(values, 0, entry.isLearned() ? learned : statistics, (int) entry.offset(), values.length);
            }
            return new Values(learned, statistics);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
    record Values(float[] learned, float[] statistics) {}
}
