package labelwright.workbench;

/// Whether training and suggesting work on this machine.
public sealed interface EngineState {

    /// @param device for people, as it is kept with runs: `CPU, 2 threads`, or the name of another device
    record Ready(String device) implements EngineState {}

    /// Labelling goes on without it.
    ///
    /// @param why one plain sentence
    record Unavailable(String why) implements EngineState {}
}
