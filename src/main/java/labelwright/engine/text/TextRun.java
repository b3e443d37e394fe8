package labelwright.engine.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

import labelwright.engine.EngineException;
import labelwright.engine.Resume;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingEvent.Message;
import labelwright.engine.TrainingResult;
import labelwright.task.CancelToken;

/// What all runs of text models have in common: the texts are checked and parted, the learner is prepared, the loop runs, and what cannot be written is said.
///
/// @param <T> a text with what is to be learned of it
/// @param labels all names
/// @param folder where checkpoints and the best model are written; made if it is not there
record TextRun<T>(List<T> given, List<T> chosenBy, List<String> labels, TextSettings settings, Path folder, Resume resume) {

    /// Up to so many texts, features that are in one of them only are learned too.
    private static final int FEW = 2000;
    /// The part of the memory that what is learned from, or the weights, may take.
    private static final double SHARE_OF_MEMORY = 0.5;

    /// The texts of a run.
    record Parts<T>(List<T> train, List<T> validation) {}

    /// Makes the learner.
    interface Preparing<T> {
        Learner prepare(Parts<T> parts) throws EngineException;
    }

    /// Trains on the calling thread until the run is complete, its time is over, or it is cancelled.
    ///
    /// @param written of a text everything that is learned of it, so that a checkpoint is only gone on from with the same texts
    /// @param events called on this thread
    /// @throws EngineException if the run cannot begin or go on; what it wrote so far stays
    /// @throws labelwright.task.CancelledException when it is cancelled before the first step
    TrainingResult train(Function<T, String> written, Preparing<T> preparing, Consumer<TrainingEvent> events, CancelToken cancel)
            throws EngineException {
        long start = System.nanoTime();
        if (given.isEmpty()) {
            throw new EngineException("There is nothing to learn from: no text is in the training split.");
        }
        if (labels.isEmpty()) {
            throw new EngineException("There is nothing to learn: the project has no labels that the family could give.");
        }
        try {
            Files.createDirectories(folder);
            Learner learner = preparing.prepare(parts(events));
            return new LearningLoop(learner, settings, folder, fingerprint(written), start).run(resume, events, cancel);
        } catch (IOException e) {
            throw new EngineException("The run's folder " + folder + " cannot be written (" + e.getMessage()
                    + "). Training stopped and its last checkpoint is whole; make room or make the folder writable, then resume the run.",
                    e);
        }
    }

    private Parts<T> parts(Consumer<TrainingEvent> events) {
        List<T> train = new ArrayList<>(given);
        List<T> validation = new ArrayList<>(chosenBy);
        if (validation.isEmpty()) {
            int count = (int) Math.round(train.size() * settings.number(TextFamily.HELD_OUT));
            Collections.shuffle(train, new Random(settings.whole(TextFamily.SEED)));
            List<T> last = train.subList(train.size() - Math.min(count, train.size() - 1), train.size());
            validation.addAll(last);
            last.clear();
            events.accept(new Message("No text is in the validation split, so " + validation.size()
                    + " training texts are held out to choose the best epoch by."));
        }
        return new Parts<>(train, validation);
    }

    /// How many texts a feature must be in to be learned.
    ///
    /// @param texts to learn from
    int least(int texts) {
        return (int) settings.chosen(TextFamily.RARE).orElse(texts <= FEW ? 1 : 2);
    }

    /// @param numbers of four bytes that have to be in memory at once
    /// @param what they are, as the beginning of a sentence
    /// @param advice a sentence
    static void requireRoom(long numbers, String what, String advice) throws EngineException {
        long bytes = numbers * Float.BYTES;
        long room = (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_MEMORY);
        if (bytes > room || numbers > Integer.MAX_VALUE - 8L) {
            throw new EngineException("%s would take %,d MB of memory, and %,d MB can be used for that. %s".formatted(what, bytes >> 20,
                    room >> 20, advice));
        }
    }

    private String fingerprint(Function<T, String> written) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Map<String, String> used = settings.toMap();
            List.of(TextFamily.MINUTES, TextFamily.PATIENCE).forEach(used::remove);
            digest.update((labels + "" + used).getBytes(StandardCharsets.UTF_8));
            given.forEach(text -> digest.update((written.apply(text) + '\1').getBytes(StandardCharsets.UTF_8)));
            chosenBy.forEach(text -> digest.update((written.apply(text) + '\2').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
