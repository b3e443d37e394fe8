package labelwright.exchange.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.SplitWords;
import labelwright.model.Split;

/// Every picture file below the folder becomes an item; other files are passed over in silence.
final class PicturesReader implements DatasetReader {

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root();
        if (Files.isRegularFile(root)) {
            picture(String.valueOf(root.getFileName()), root, request.sizes(), sink);
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        AtomicLong seen = new AtomicLong();
        new FileTree(root, sink).forEach((name, file) -> {
            sink.progress(seen.incrementAndGet(), 0);
            if (FileNames.isPicture(name)) {
                picture(name, file, request.sizes(), sink);
            }
        });
    }

    private static void picture(String name, Path file, PictureSizes sizes, RecordSink sink) {
        Size size = sizes.of(file).orElse(Size.UNKNOWN);
        Split split = name.contains("/") ? SplitWords.of(name.substring(0, name.indexOf('/'))).orElse(Split.NONE) : Split.NONE;
        sink.item(new ItemRecord(name, name, file, size.width(), size.height(), split));
    }
}
