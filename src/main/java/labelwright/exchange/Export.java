package labelwright.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

import labelwright.exchange.DatasetSource.SourceItem;

/// What all writers do around their own work: fill a folder out of sight, count, and let it appear at the end.
public final class Export {

    private Export() {}

    /// Writes the items of one export.
    public interface ItemWriter extends Closeable {
        void write(SourceItem item) throws IOException;

        /// Called once after the last item.
        void finish() throws IOException;
    }

    /// Starts writing into an empty folder.
    @FunctionalInterface
    public interface Opener {
        ItemWriter open(Path folder) throws IOException;
    }

    /// @param losses counts what the format cannot hold, item by item
    public static WriteReport run(WriteRequest request, DatasetSource source, LossCount losses, Opener opener) {
        Counts counts = new Counts();
        try (ExportFolder folder = ExportFolder.begin(request.out())) {
            try (ItemWriter writer = opener.open(folder.working())) {
                source.forEach(item -> {
                    losses.count(item);
                    write(writer, item);
                    counts.items++;
                    counts.annotations += item.annotations().annotations().size();
                });
                writer.finish();
            }
            folder.finish();
        } catch (WriteFailed e) {
            throw ExchangeException.writing(request.out(), e.failure);
        } catch (IOException e) {
            throw ExchangeException.writing(request.out(), e);
        } catch (ReadOnlyFileSystemException e) {
            throw ExchangeException.readOnly(request.out(), e);
        }
        return new WriteReport(counts.items, counts.annotations, losses.losses());
    }

    private static void write(ItemWriter writer, SourceItem item) {
        try {
            writer.write(item);
        } catch (IOException e) {
            throw new WriteFailed(e);
        }
    }

    private static final class Counts {
        private long items;
        private long annotations;
    }

    /// Carries a failure to write through the source, which may fail in ways of its own.
    private static final class WriteFailed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
        private final IOException failure;

        WriteFailed(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
