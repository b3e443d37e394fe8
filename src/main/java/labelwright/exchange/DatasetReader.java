package labelwright.exchange;

/// Reads a data set record by record.
public interface DatasetReader {

    /// Hands everything to the sink on the calling thread: an item before its annotations, a label before its first use. Whatever the sink
    /// throws ends the reading and comes out here, with all files closed.
    ///
    /// @throws ExchangeException when there is nothing that could be read
    void read(ReadRequest request, RecordSink sink);
}
