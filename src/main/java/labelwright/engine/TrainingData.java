package labelwright.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The samples of a run after checking: boxes without area left out, and pictures held out for validation if none were given.
///
/// @param remarks what was done, one sentence each
record TrainingData(List<DetectionSample> train, List<DetectionSample> validation, List<String> remarks) {

    private static final double HELD_OUT = 0.15;

    static TrainingData of(TrainingRequest request) throws EngineException {
        int labels = request.labels().size();
        if (labels == 0) {
            throw new EngineException("There is nothing to learn: the project has no labels.");
        }
        List<String> remarks = new ArrayList<>();
        List<DetectionSample> train = cleaned(request.train(), labels, remarks);
        List<DetectionSample> validation = cleaned(request.validation(), labels, remarks);
        if (train.stream().allMatch(sample -> sample.boxes().isEmpty())) {
            throw new EngineException("There is nothing to learn: no training picture has a box or polygon.");
        }
        if (validation.isEmpty()) {
            return heldOut(train, request.settings().whole(DetectionOption.SEED), remarks);
        }
        return new TrainingData(train, validation, List.copyOf(remarks));
    }

    private static TrainingData heldOut(List<DetectionSample> samples, int seed, List<String> remarks) {
        if (samples.size() < 2) {
            remarks.add("There is only one labelled picture, so the model is validated on the picture it learns from.");
            return new TrainingData(samples, samples, List.copyOf(remarks));
        }
        List<DetectionSample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(seed));
        int count = Math.clamp(Math.round(samples.size() * HELD_OUT), 1, samples.size() - 1);
        List<DetectionSample> validation = List.copyOf(shuffled.subList(0, count));
        List<DetectionSample> train = List.copyOf(shuffled.subList(count, shuffled.size()));
        if (train.stream().allMatch(sample -> sample.boxes().isEmpty())) {
            return new TrainingData(samples, samples, List.copyOf(remarks));
        }
        remarks.add("No validation pictures were given; " + count + " of the " + samples.size()
                + " training pictures are held out to choose the best model.");
        return new TrainingData(train, validation, List.copyOf(remarks));
    }

    private static List<DetectionSample> cleaned(List<DetectionSample> samples, int labels, List<String> remarks) throws EngineException {
        List<DetectionSample> kept = new ArrayList<>();
        int dropped = 0;
        for (DetectionSample sample : samples) {
            List<LabelledBox> boxes = new ArrayList<>();
            for (LabelledBox box : sample.boxes()) {
                if (box.label() < 0 || box.label() >= labels) {
                    throw new EngineException("A box on " + sample.file().path() + " has a label that is not among the run's labels.");
                }
                if (box.bounds().width() > 0 && box.bounds().height() > 0) {
                    boxes.add(box);
                } else {
                    dropped++;
                }
            }
            kept.add(new DetectionSample(sample.id(), sample.file(), boxes));
        }
        if (dropped > 0) {
            remarks.add(dropped + " boxes without area are left out.");
        }
        return List.copyOf(kept);
    }
}
