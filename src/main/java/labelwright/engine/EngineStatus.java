package labelwright.engine;

import java.util.List;

/// Whether the training engine runs on this machine.
public sealed interface EngineStatus {

    /// @param devices names that networks can run on, `cpu` first, then `gpu0`, `gpu1`
    /// @param threads processor threads of one network operation
    record Ready(String djlVersion, String pytorchVersion, List<String> devices, int threads) implements EngineStatus {}

    /// The engine cannot start; everything else goes on without it.
    ///
    /// @param reason one plain sentence that says why and what helps
    record Unavailable(String reason) implements EngineStatus {}
}
