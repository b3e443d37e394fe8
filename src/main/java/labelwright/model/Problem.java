package labelwright.model;

/// Something in a file that could not be used as it was.
///
/// @param where file, and line or id within it, for people
/// @param what what is wrong and why, one plain sentence
/// @param action what was done about it
public record Problem(String where, String what, Action action) {

    /// Repaired data was kept in a changed form; skipped data is left out though it may be fine elsewhere; refused data is broken or unsafe.
    public enum Action {
        REPAIRED, SKIPPED, REFUSED
    }
}
