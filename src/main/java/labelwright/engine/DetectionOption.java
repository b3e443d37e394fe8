package labelwright.engine;

/// One hyper-parameter of the detector: its key in recipes and on the command line, default, range and meaning.
///
/// Numbers accept `auto` where [#acceptsAuto()] says so; the choice made is then reported in a message of the run.
public enum DetectionOption {
    INPUT_SIZE("input_size", "auto", 64, 1280,
            "long side in pixels of what the network sees; auto looks at the pictures and their smallest objects"), //
    EPOCHS("epochs", "auto", 1, 10_000, "rounds over the training pictures; auto plans about 36000 pictures in all"), //
    MINUTES("minutes", "13", 0.05, 10_000, "time budget; the learning-rate schedule is shortened so that it ends in time"), //
    BATCH("batch", "8", 1, 256, "pictures per step"), //
    LEARNING_RATE("learning_rate", "0.002", 1e-6, 1, "highest learning rate of AdamW"), //
    WEIGHT_DECAY("weight_decay", "0.02", 0, 1, "decoupled weight decay of AdamW"), //
    WARM_UP("warm_up", "0.04", 0, 0.5, "part of the run in which the learning rate rises"), //
    WIDTH("width", "1.0", 0.25, 4, "multiplies the channels of every layer"), //
    DROPOUT("dropout", "0.1", 0, 0.8, "part of the features dropped before the head, in training and for uncertainty"), //
    FLIPS("flips", "auto", 0, 2, "0 none, 1 left-right, 2 also up-down and turned; auto takes 2 when the boxes show no up and down"), //
    SCALE("scale", "0.4", 0, 0.9, "random zoom: between 1 - scale and 1 + scale"), //
    SHIFT("shift", "0.15", 0, 0.9, "random shift as a part of the picture's size"), //
    COLOUR("colour", "0.15", 0, 1, "strength of random brightness, contrast, saturation and tint"), //
    MOSAIC("mosaic", "0", 0, 1, "chance that a training picture is put together from four"), //
    AVERAGE("average", "0.998", 0, 0.99999, "decay of the moving average of the weights that is validated and saved; 0 turns it off"), //
    PATIENCE("patience", "0", 0, 10_000, "stop after so many validations without a better mAP@.5; 0 never stops early"), //
    CLIP("clip", "10", 0, 1e6, "greatest norm of a gradient; 0 does not clip"), //
    BOX_WEIGHT("box_weight", "2.5", 0, 100, "weight of the box loss against the label loss"), //
    ASSIGNED("assigned", "10", 1, 64, "grid cells that learn one object"), //
    OVERLAP("overlap", "0.6", 0.05, 0.99, "boxes of one label that overlap more than this (IoU) are one object"), //
    SCORE_FLOOR("score_floor", "0.02", 0.0001, 0.99, "boxes below this score are not reported at all"), //
    FLIP_AVERAGE("flip_average", "1", 0, 1, "1 averages predictions over the flips that the run trained with, 0 looks once"), //
    CACHE_MB("cache_mb", "600", 0, 100_000, "memory for decoded training pictures"), //
    GPU("gpu", "auto", -1, 63, "-1 for the processor, else the number of the graphics card; auto takes the first card if there is one"), //
    THREADS("threads", "0", 0, 1024, "processor threads of the network; 0 leaves the choice to PyTorch (one per core)"), //
    SEED("seed", "1", 0, Integer.MAX_VALUE, "seed of weights, order and augmentation");

    private final String key;
    private final String defaultValue;
    private final double least;
    private final double most;
    private final String meaning;

    DetectionOption(String key, String defaultValue, double least, double most, String meaning) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public String defaultValue() {
        return defaultValue;
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    /// One English line for recipes and the command line.
    public String meaning() {
        return meaning;
    }

    public boolean acceptsAuto() {
        return defaultValue.equals("auto");
    }

    public boolean isWhole() {
        return switch (this) {
            case INPUT_SIZE, EPOCHS, BATCH, FLIPS, PATIENCE, ASSIGNED, FLIP_AVERAGE, CACHE_MB, GPU, THREADS, SEED -> true;
            case MINUTES, LEARNING_RATE, WEIGHT_DECAY, WARM_UP, WIDTH, DROPOUT, SCALE, SHIFT, COLOUR, MOSAIC, AVERAGE, CLIP, BOX_WEIGHT,
                    OVERLAP, SCORE_FLOOR ->
                false;
        };
    }
}
