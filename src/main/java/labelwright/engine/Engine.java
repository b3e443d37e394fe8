package labelwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door to DJL and PyTorch. Nothing native is loaded until [#status] or [#start] is called; then the libraries are unpacked from the class path
/// (about 450 MB, once, into `DJL_CACHE_DIR` or `~/.djl.ai`) and loaded for the life of the process. The network is never asked.
///
/// One operation of a network uses as many threads as PyTorch chooses (one for each core), in every thread that calls it; loading and augmentation use one more.
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final UnpackedLibraries LIBRARIES = new UnpackedLibraries("pytorch", "The training engine", "torch_cpu", 530L << 20);

    private boolean started;

    /// Starts the engine if need be. May take some seconds the first time; not for the interface's thread.
    public synchronized EngineStatus status() {
        forbidNetwork();
        boolean unpacks = !started && System.getenv("PYTORCH_LIBRARY_PATH") == null;
        Optional<String> obstacle = unpacks ? LIBRARIES.obstacle() : Optional.empty();
        if (obstacle.isPresent()) {
            return new EngineStatus.Unavailable(obstacle.get());
        }
        NativeThreads.spinShortly();
        try {
            ai.djl.engine.Engine engine = ai.djl.engine.Engine.getEngine("PyTorch");
            started = true;
            return new EngineStatus.Ready(ai.djl.engine.Engine.getDjlVersion(), engine.getVersion(), devices(engine),
                    JniUtils.getNumThreads());
        } catch (ai.djl.engine.EngineException | LinkageError | IllegalArgumentException | IllegalStateException e) {
            LOG.warn("the training engine did not start", e);
            return new EngineStatus.Unavailable("The training engine cannot start on this machine: " + EngineException.reason(e)
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

    /// A device by its name in [EngineStatus.Ready].
    static Device device(String name) {
        return name.startsWith("gpu") ? Device.gpu(Integer.parseInt(name.substring(3))) : Device.cpu();
    }
}
