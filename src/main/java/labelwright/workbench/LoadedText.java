package labelwright.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import labelwright.engine.EngineException;
import labelwright.engine.text.Embedders;
import labelwright.engine.text.FoundSpan;
import labelwright.engine.text.SpanTagger;
import labelwright.engine.text.TextClassifier;
import labelwright.engine.text.TextFamily;
import labelwright.engine.text.TextReading;
import labelwright.learning.TextUncertainty;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.store.WorkspaceStore;

/// A model that is ready to read texts: a classifier or a tagger.
record LoadedText(ModelVersion version, @Nullable TextClassifier classifier, @Nullable SpanTagger tagger) {
    private static final int PASSES = 10;

    /// @throws WorkbenchException ENGINE when the model's files are not in order
    static LoadedText load(WorkspaceStore store, Embedders embedders, ModelId id) {
        ModelVersion version = Faults.told(() -> store.models().model(id));
        OtherModels.requireNetwork(version);
        Path folder = store.modelsFolder().resolve(version.folder());
        try {
            return version.family().equals(TextFamily.SPANS.id())
                    ? new LoadedText(version, null, SpanTagger.open(folder, embedders))
                    : new LoadedText(version, TextClassifier.open(folder, embedders), null);
        } catch (EngineException e) {
            throw Faults.translate(e);
        }
    }

    /// What the model says about one text.
    ///
    /// @param labels of the whole text, with their probabilities
    /// @param spans with their label's name
    record Said(Map<String, Double> labels, List<SaidSpan> spans) {}

    record SaidSpan(String label, FoundSpan span) {}

    List<String> labels() {
        return tagger != null ? tagger.labels() : Objects.requireNonNull(classifier).labels();
    }

    Said read(String text) {
        try {
            if (tagger != null) {
                List<SaidSpan> spans = new ArrayList<>();
                for (FoundSpan span : tagger.read(text).spans()) {
                    spans.add(new SaidSpan(tagger.labels().get(span.label()), span));
                }
                return new Said(Map.of(), spans);
            }
            TextClassifier by = Objects.requireNonNull(classifier);
            TextReading reading = by.read(text);
            Map<String, Double> labels = new LinkedHashMap<>();
            reading.chosen().forEach(index -> labels.put(by.labels().get(index), reading.probabilities()[index]));
            return new Said(labels, List.of());
        } catch (EngineException e) {
            throw Faults.translate(e);
        }
    }

    /// What the choice of the most useful texts needs of one.
    ///
    /// @param uncertainty 0 to 1: of tags by their entropy, of labels by the entropy of several passes with dropout together
    /// @param embedding of length one; empty when it was not asked for
    @SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
    record Looked(double uncertainty, float[] embedding) {}

    Looked look(String text, long seed, boolean embedding) {
        try {
            if (tagger != null) {
                return new Looked(tagger.read(text).uncertainty(), embedding ? tagger.embedding(text) : new float[0]);
            }
            TextClassifier.Passes passes = Objects.requireNonNull(classifier).readWithDropout(text, PASSES, seed);
            return new Looked(uncertainty(passes.readings()), embedding ? passes.embedding().get() : new float[0]);
        } catch (EngineException e) {
            throw Faults.translate(e);
        }
    }

    private static double uncertainty(List<TextReading> passes) {
        double[] mean = new double[passes.getFirst().probabilities().length];
        double sum = 0;
        for (TextReading pass : passes) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += pass.probabilities()[k] / passes.size();
            }
        }
        for (double p : mean) {
            sum += p;
        }
        return Math.abs(sum - 1) < 1e-6 ? TextUncertainty.entropy(mean) : TextUncertainty.independentEntropy(mean);
    }
}
