package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import labelwright.engine.EngineException;
import labelwright.engine.UnpackedLibraries;

/// The native libraries of the language models: the tokenizer's are unpacked once for all starts, ONNX Runtime's into the folder for temporary files at each.
final class TextLibraries {
    private static final UnpackedLibraries TOKENIZER = new UnpackedLibraries("tokenizers", "The language model", "tokenizers", 16L << 20);
    private static final long ONNX_RUNTIME = 40L << 20;
    private static final AtomicBoolean LOADED = new AtomicBoolean();
    private static final String WITHOUT = " Labelling works without it, and the family text-ngrams learns without it.";

    private TextLibraries() {}

    /// To be called before anything native is touched: a library that could not be loaded once cannot be loaded by the same process.
    ///
    /// @throws EngineException when something stands in the way that a person can clear away
    static void prepare() throws EngineException {
        if (LOADED.get()) {
            return;
        }
        Path temporary = temporary();
        Optional<String> obstacle = TOKENIZER.obstacle()
                .or(() -> TOKENIZER.roomIn(temporary, "Set LABELWRIGHT_OPTS to -Djava.io.tmpdir=FOLDER with a folder", ONNX_RUNTIME));
        if (obstacle.isPresent()) {
            throw new EngineException(obstacle.get() + WITHOUT);
        }
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new EngineException(
                    "The folder for temporary files %s, which the language model needs, is not there and cannot be made (%s)."
                            .formatted(temporary, EngineException.reason(e)) + WITHOUT,
                    e);
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", "."));
    }

    /// From now on nothing is unpacked.
    static void loaded() {
        LOADED.set(true);
    }

    /// When they are there and do not run, or a file of the app is damaged.
    static EngineException failure(SentenceModel model, Throwable cause) {
        return new EngineException(LOADED.get()
                ? "The language model %s cannot be loaded: the app's own file of it is damaged (%s). Install the app again.%s"
                        .formatted(model.id(), EngineException.reason(cause), WITHOUT)
                : "The language model %s cannot be loaded on this machine: its libraries do not run (%s). See that programs may be run from the folders %s and %s, or name others: LABELWRIGHT_OPTS=-Djava.io.tmpdir=FOLDER for the first, DJL_CACHE_DIR for the second. Then start the app again.%s"
                        .formatted(model.id(), EngineException.reason(cause), temporary(), TOKENIZER.folder(), WITHOUT),
                cause);
    }
}
