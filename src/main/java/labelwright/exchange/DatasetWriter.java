package labelwright.exchange;

import java.util.List;

/// Writes a data set item by item.
public interface DatasetWriter {

    /// What the format cannot hold of these items; walks through the source once without writing.
    List<Loss> losses(WriteRequest request, DatasetSource source);

    /// Writes everything beside the target and moves it there at the end. When the source throws (that is how an export is cancelled) or the
    /// disk fails, nothing is left behind and what was at the target before is still there.
    ///
    /// @throws ExchangeException when the target holds other files, or cannot be written
    WriteReport write(WriteRequest request, DatasetSource source);
}
