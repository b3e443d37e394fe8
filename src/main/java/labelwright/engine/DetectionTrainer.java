package labelwright.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;

import labelwright.engine.TrainingEvent.Message;
import labelwright.media.ImageDecoder;
import labelwright.task.CancelToken;

/// Trains detectors. A run lives in one folder: `last.checkpoint` after every epoch, `previous.checkpoint` of the epoch before, and `model/` with the best
/// model so far.
public final class DetectionTrainer {

    static final String CHECKPOINT = "last.checkpoint";
    static final String MODEL = "model";
    /// Training pictures are kept this much larger than the network's input, for zooming in.
    private static final double KEPT_LARGER = 1.5;
    /// PyTorch records the gradients of one run at a time.
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

    private final Engine engine;
    private final ImageDecoder decoder;

    public DetectionTrainer(Engine engine, ImageDecoder decoder) {
        this.engine = engine;
        this.decoder = decoder;
    }

    /// Trains on the calling thread until the run is complete, its time is over, or it is cancelled, which is honoured within one batch. A cancelled run
    /// keeps its last checkpoint and, if it got that far, its best model.
    ///
    /// @param events called on this thread
    /// @throws EngineException if the run cannot begin or go on; what it wrote so far stays
    public TrainingResult train(TrainingRequest request, Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        EngineStatus.Ready ready = engine.start();
        if (!ONE_AT_A_TIME.tryAcquire()) {
            throw new EngineException("Another training run is going on in this app. Wait for it, or cancel it.");
        }
        try {
            return run(request, ready, events, cancel);
        } catch (IOException e) {
            throw unwritable(request.folder(), e);
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private TrainingResult run(TrainingRequest request, EngineStatus.Ready ready, Consumer<TrainingEvent> events, CancelToken cancel)
            throws EngineException, IOException {
        DetectionSettings settings = request.settings();
        Files.createDirectories(request.folder());
        TrainingData data = TrainingData.of(request);
        data.remarks().forEach(remark -> events.accept(new Message(remark)));
        TrainingPlan plan = TrainingPlan.of(data.train(), request.labels().size(), settings, decoder);
        events.accept(new Message(plan.inWords(settings)));
        if (settings.whole(DetectionOption.THREADS) > 0) {
            JniUtils.setNumThreads(settings.whole(DetectionOption.THREADS));
        }
        int keptSide = (int) Math.round(Math.max(plan.grid().width(), plan.grid().height()) * KEPT_LARGER);
        long allowance = (long) settings.whole(DetectionOption.CACHE_MB) << 20;
        PictureCache pictures = new PictureCache(data.train(), decoder, keptSide, allowance * 3 / 4);
        PictureCache validation = new PictureCache(data.validation(), decoder, keptSide, allowance / 4);
        DetectorNetwork network = new DetectorNetwork(request.labels().size(), settings.number(DetectionOption.WIDTH),
                settings.number(DetectionOption.DROPOUT));
        ModelDescription description = new ModelDescription(request.labels(), plan.grid(), plan.looks(settings), settings,
                Map.of("djl", ready.djlVersion(), "pytorch", ready.pytorchVersion()), Map.of());
        try (TrainingState state = new TrainingState(network, plan, settings, device(settings, ready));
                BatchLoader loader = new BatchLoader(pictures, new Augmentation(plan.grid(), plan.flips(), settings), plan.grid(),
                        settings)) {
            Path checkpoint = request.folder().resolve(CHECKPOINT);
            String fingerprint = fingerprint(request, data);
            RunFiles files = new RunFiles(checkpoint, request.folder().resolve(MODEL), description, fingerprint);
            RunProgress start = resumed(request, state, files, events);
            Validator validator = new Validator(validation, request.labels().size());
            return new TrainingLoop(state, loader, validator, files, plan, settings).run(start, events, cancel);
        }
    }

    private static EngineException unwritable(Path folder, IOException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.toLowerCase(Locale.ROOT).contains("space")
                ? new EngineException("The disk that holds the run's folder " + folder
                        + " is full. Training stopped and its last checkpoint is whole; free some space, then resume the run.", failure)
                : new EngineException("The run's folder " + folder + " cannot be written (" + text
                        + "). Training stopped and its last checkpoint is whole; make the folder writable, then resume the run.", failure);
    }

    private static RunProgress resumed(TrainingRequest request, TrainingState state, RunFiles files, Consumer<TrainingEvent> events)
            throws EngineException {
        boolean there = Files.isRegularFile(files.checkpoint()) || Files.isRegularFile(files.previous());
        boolean wanted = switch (request.resume()) {
            case NEVER -> false;
            case IF_THERE -> there;
            case ALWAYS -> {
                if (!there) {
                    throw new EngineException("There is no checkpoint in " + request.folder() + " to go on from.");
                }
                yield true;
            }
        };
        if (!wanted) {
            return RunProgress.START;
        }
        RunProgress progress = load(state, files, events);
        events.accept(new Message("The run goes on after epoch " + progress.epoch() + "."));
        return progress;
    }

    /// The newest checkpoint, or the one before it when the newest is damaged or missing.
    private static RunProgress load(TrainingState state, RunFiles files, Consumer<TrainingEvent> events) throws EngineException {
        try {
            return state.loadCheckpoint(files.checkpoint(), files.fingerprint());
        } catch (EngineException e) {
            if (!Files.isRegularFile(files.previous())) {
                throw e;
            }
            RunProgress progress = loadPrevious(state, files, e);
            events.accept(new Message(e.getMessage() + " The checkpoint before it, of epoch " + progress.epoch() + ", is used."));
            return progress;
        }
    }

    private static RunProgress loadPrevious(TrainingState state, RunFiles files, EngineException newest) throws EngineException {
        try {
            return state.loadCheckpoint(files.previous(), files.fingerprint());
        } catch (EngineException e) {
            newest.addSuppressed(e);
            throw newest;
        }
    }

    private static Device device(DetectionSettings settings, EngineStatus.Ready ready) throws EngineException {
        int open = ready.devices().size() > 1 ? 0 : -1;
        int card = (int) settings.chosen(DetectionOption.GPU).orElse(open);
        if (card >= ready.devices().size() - 1) {
            throw new EngineException("There is no graphics card " + card + " that the engine can use; it has "
                    + String.join(", ", ready.devices()) + ".");
        }
        return card < 0 ? Device.cpu() : Device.gpu(card);
    }

    /// What must be equal for a run to be gone on with: labels, samples, and every setting that shapes the network or the order of steps.
    private static String fingerprint(TrainingRequest request, TrainingData data) {
        StringBuilder text = new StringBuilder(request.labels().toString());
        data.train().forEach(sample -> text.append(sample));
        Map<String, String> settings = new LinkedHashMap<>(request.settings().toMap());
        for (DetectionOption free : new DetectionOption[] {DetectionOption.MINUTES, DetectionOption.EPOCHS, DetectionOption.PATIENCE,
                DetectionOption.CACHE_MB, DetectionOption.GPU, DetectionOption.THREADS}) {
            settings.remove(free.key());
        }
        text.append(settings);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
