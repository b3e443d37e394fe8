package labelwright.store;

/// The version of the tables that this app writes.
final class Versions {
    /// The number of the newest file in the migrations folder.
    static final int NEWEST = 7;

    private Versions() {}
}
