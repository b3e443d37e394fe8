package labelwright.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kinds of text models.
public enum TextFamily {
    /// Labels of whole texts from hashed n-grams; nothing pretrained.
    NGRAMS("text-ngrams"),
    /// Labels of whole texts from the vectors of a pretrained network.
    EMBEDDING("text-embedding"),
    /// Labelled spans within texts.
    SPANS("text-spans");

    static final String EPOCHS = "epochs";
    static final String MINUTES = "minutes";
    static final String BATCH = "batch";
    static final String LEARNING_RATE = "learning_rate";
    static final String WEIGHT_DECAY = "weight_decay";
    static final String DROPOUT = "dropout";
    static final String PATIENCE = "patience";
    static final String MULTIPLE = "multiple";
    static final String SMOOTHING = "smoothing";
    static final String RARE = "rare";
    static final String NGRAM_RATE = "ngram_rate";
    static final String NGRAM_SHARE = "ngrams";
    static final String HIDDEN = "hidden";
    static final String LANGUAGE = "language";
    static final String STATES = "states";
    static final String WINDOW = "window";
    static final String HELD_OUT = "held_out";
    static final String SEED = "seed";

    private final String id;

    TextFamily(String id) {
        this.id = id;
    }

    /// As it is called in recipes and model files.
    public String id() {
        return id;
    }

    public static Optional<TextFamily> of(String id) {
        return Arrays.stream(values()).filter(family -> family.id.equals(id)).findFirst();
    }

    /// The settings of a recipe of this family, with their ranges.
    public List<TextOption> options() {
        List<TextOption> options = new ArrayList<>();
        options.add(new TextOption(EPOCHS, this == SPANS ? "12" : "20", 1, 10_000, true,
                "rounds over the training texts"));
        options.add(new TextOption(MINUTES, this == SPANS ? "8" : "4", 0.02, 10_000, false,
                "time budget; the learning rate falls so that it ends in time"));
        options.add(new TextOption(BATCH, this == SPANS ? "16" : "32", 1, 1024, true, "texts per step"));
        options.add(
                new TextOption(PATIENCE, "0", 0, 10_000, true, "stop after so many validations without a better one; 0 never stops early"));
        options.add(new TextOption(HELD_OUT, "0.1", 0.01, 0.5, false,
                "part of the training texts that is held out to choose the best epoch by, when no text is in the validation split"));
        if (this != SPANS) {
            options.add(new TextOption(MULTIPLE, "auto", 0, 1, true,
                    "1 when a text may have several labels or none, 0 for exactly one; auto looks at the answers"));
            options.add(new TextOption(SMOOTHING, "0.05", 0, 0.5, false,
                    "part of the certainty that is taken from the right label in training"));
        }
        options.add(new TextOption(RARE, "auto", 1, 1000, true,
                "n-grams in fewer texts than this are not learned; auto takes 1 for up to 2,000 texts and else 2"));
        options.add(new TextOption(NGRAM_RATE, this == EMBEDDING ? "0.1" : "0.3", 1e-4, 10, false,
                "highest learning rate of the n-grams' weights (AdaGrad)"));
        if (this == NGRAMS) {
            options.add(new TextOption(DROPOUT, "0.3", 0, 0.9, false,
                    "part of the n-grams left out at random, in training and for uncertainty"));
        } else {
            options.add(new TextOption(LEARNING_RATE, this == SPANS ? "0.002" : "0.003", 1e-6, 1, false,
                    "highest learning rate of the layers (AdamW)"));
            options.add(new TextOption(WEIGHT_DECAY, "0.01", 0, 10, false, "decoupled weight decay of the layers"));
            options.add(new TextOption(DROPOUT, this == SPANS ? "0.3" : "0.5", 0, 0.9, false,
                    "part of the features left out at random, in training and for uncertainty"));
            options.add(new TextOption(HIDDEN, this == SPANS ? "128" : "0", 0, 4096, true, "width of the hidden layer; 0 for none"));
            options.add(new TextOption(NGRAM_SHARE, "1", 0, 1, true, "1 uses hashed n-grams beside the pretrained vectors"));
            options.add(new TextOption(LANGUAGE, "auto", 0, 1, true,
                    "pretrained network: 0 English (MiniLM), 1 Chinese (bge); auto looks at the texts"));
        }
        if (this == SPANS) {
            options.add(new TextOption(STATES, "1", 0, 1, true, "1 uses the pretrained network's states of the words"));
            options.add(new TextOption(WINDOW, "1", 0, 3, true, "words on each side whose states are seen with a word's own"));
        }
        options.add(new TextOption(SEED, "1", 0, Integer.MAX_VALUE, true, "seed of weights, order and dropout"));
        return List.copyOf(options);
    }
}
