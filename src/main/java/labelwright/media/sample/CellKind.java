package labelwright.media.sample;

/// The three kinds of cells in the sample pictures.
public enum CellKind {
    /// a round, pale-centred, rose-coloured cell, 50 to 80 pixels across; the common one
    DISC("disc"),
    /// a long lavender cell with a dark nucleus, 100 to 170 pixels long; some have two nuclei
    SPINDLE("spindle"),
    /// a small dark grain, 10 to 22 pixels across
    GRANULE("granule");

    private final String label;

    CellKind(String label) {
        this.label = label;
    }

    /// The name of the label class in the sample project.
    public String label() {
        return label;
    }
}
