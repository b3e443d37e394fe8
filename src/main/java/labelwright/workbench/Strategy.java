package labelwright.workbench;

import java.util.Locale;

/// How the items that are most useful to label next are chosen.
public enum Strategy {
    /// Any; needs no model.
    RANDOM,
    /// What the model is least sure of, over several passes with dropout.
    UNCERTAINTY,
    /// Clusters of what the network sees; the most uncertain of each.
    DIVERSITY,
    /// The most uncertain five times as many, clustered; the most uncertain of each.
    HYBRID;

    /// The word on the command line.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
