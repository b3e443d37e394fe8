package labelwright.media;

import java.io.IOException;
import java.nio.file.Path;

/// A picture that can only be read from its first row to its last.
interface RowSource {
    /// Rows handed over at a time.
    int BAND = 256;

    /// Gets the rows as stored, not turned: [#BAND] at a time, fewer at the end.
    @FunctionalInterface
    interface BandSink {
        void band(int firstRow, Picture picture) throws IOException;
    }

    /// Reads the file once.
    void read(Path file, BandSink sink) throws IOException;
}
