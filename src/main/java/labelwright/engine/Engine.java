package labelwright.engine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door to DJL and PyTorch. Nothing native is loaded until [#status] or [#start] is called; then the libraries are unpacked from the class path
/// (about 450 MB, once, into `DJL_CACHE_DIR` or `~/.djl.ai`) and loaded for the life of the process. The network is never asked.
///
/// One operation of a network uses as many threads as PyTorch chooses (one for each core), in every thread that calls it; loading and augmentation use one more.
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final long UNPACKED = 450L << 20;
    private static final long SPARE = 100L << 20;

    /// Starts the engine if need be. May take some seconds the first time; not for the interface's thread.
    public synchronized EngineStatus status() {
        forbidNetwork();
        Optional<String> lack = missingSpace(Utils.getEngineCacheDir("pytorch"));
        if (lack.isPresent()) {
            return new EngineStatus.Unavailable(lack.get());
        }
        NativeThreads.spinShortly();
        try {
            ai.djl.engine.Engine engine = ai.djl.engine.Engine.getEngine("PyTorch");
            return new EngineStatus.Ready(ai.djl.engine.Engine.getDjlVersion(), engine.getVersion(), devices(engine),
                    JniUtils.getNumThreads());
        } catch (ai.djl.engine.EngineException | LinkageError | IllegalArgumentException | IllegalStateException e) {
            LOG.warn("the training engine did not start", e);
            return new EngineStatus.Unavailable("The training engine cannot start on this machine: " + innermost(e)
                    + ". Labelling works without it; training and suggestions need the PyTorch libraries for this system.");
        }
    }

    /// As [#status], for those that cannot go on without it.
    ///
    /// @throws EngineException with the reason if it does not run
    public EngineStatus.Ready start() throws EngineException {
        return switch (status()) {
            case EngineStatus.Ready ready -> ready;
            case EngineStatus.Unavailable unavailable -> throw new EngineException(unavailable.reason());
        };
    }

    /// A sentence if the libraries are still to be unpacked into `cache` and there is no room for them.
    static Optional<String> missingSpace(Path cache) {
        return missingSpace(cache, UNPACKED + SPARE);
    }

    static Optional<String> missingSpace(Path cache, long needed) {
        if (System.getenv("PYTORCH_LIBRARY_PATH") != null || isUnpacked(cache)) {
            return Optional.empty();
        }
        Path there = cache.toAbsolutePath();
        while (there.getParent() != null && !Files.isDirectory(there)) {
            there = there.getParent();
        }
        try {
            if (!Files.isWritable(there)) {
                return Optional.of("The training engine must unpack its libraries into " + cache
                        + ", but that folder cannot be written to. Set DJL_CACHE_DIR to a folder that can.");
            }
            FileStore store = Files.getFileStore(there);
            long free = store.getUsableSpace();
            return free >= needed
                    ? Optional.empty()
                    : Optional.of("The training engine needs " + (needed >> 20) + " MB of free disk in " + cache
                            + " to unpack its libraries, but only " + (free >> 20)
                            + " MB are free. Make room, or set DJL_CACHE_DIR to a folder on another disk.");
        } catch (IOException e) {
            return Optional.of("The free disk space of " + cache + ", where the training engine unpacks its libraries, cannot be read: "
                    + e.getMessage() + ".");
        }
    }

    private static boolean isUnpacked(Path cache) {
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(cache, 2)) {
            return files.anyMatch(file -> file.getFileName().toString().matches("(lib)?torch_cpu\\.(so|dll|dylib)"));
        } catch (IOException e) {
            LOG.debug("cannot look into {}", cache, e);
            return false;
        }
    }

    private static void forbidNetwork() {
        for (String key : List.of("ai.djl.offline", "OPT_OUT_TRACKING")) {
            if (System.getProperty(key) == null) {
                System.setProperty(key, "true");
            }
        }
    }

    private static List<String> devices(ai.djl.engine.Engine engine) {
        List<String> names = new ArrayList<>(List.of("cpu"));
        for (int i = 0; i < engine.getGpuCount(); i++) {
            names.add("gpu" + i);
        }
        return List.copyOf(names);
    }

    private static String innermost(Throwable e) {
        Throwable inner = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            inner = cause;
        }
        return inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
    }

    /// A device by its name in [EngineStatus.Ready].
    static Device device(String name) {
        return name.startsWith("gpu") ? Device.gpu(Integer.parseInt(name.substring(3))) : Device.cpu();
    }
}
