package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.media.DeepImage;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageEncoder;
import labelwright.media.ImageInfo;
import labelwright.media.MediaException;
import labelwright.media.PictureFile;
import labelwright.model.AnnotationSet;
import labelwright.model.Item;

/// No format that can be written names a page of a file, so each page goes out as a PNG of its own, with all its bits where PNG has room for
/// them. The PNGs lie in a folder of the cache while the export goes on.
final class ExportedPages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportedPages.class);

    private final Catalogue catalogue;
    private final ImageDecoder decoder;
    private final Path cacheFolder;
    private @Nullable Path folder;
    private long rounded;

    ExportedPages(Catalogue catalogue, ImageDecoder decoder, Path cacheFolder) {
        this.catalogue = catalogue;
        this.decoder = decoder;
        this.cacheFolder = cacheFolder;
    }

    /// The item with its file; a page with a name and a file of its own.
    SourceItem source(Item item, AnnotationSet answer) {
        Path file = catalogue.file(item);
        if (!Files.isRegularFile(file)) {
            return new SourceItem(item, null, answer);
        }
        if (!isPage(item, file)) {
            return new SourceItem(item, file, answer);
        }
        String name = PageNames.file(item);
        int dot = name.lastIndexOf('.');
        String named = (dot < 0 ? name : name.substring(0, dot)) + "-" + (item.media().page() + 1) + ".png";
        Item page = new Item(item.id(), item.project(), named, item.media(), item.width(), item.height(), item.split());
        return new SourceItem(page, write(item), answer);
    }

    private boolean isPage(Item item, Path file) {
        try {
            return item.media().page() > 0 || (ImageInfo.mayHavePages(file) && decoder.probe(file).hasPages());
        } catch (MediaException e) {
            LOG.debug("{} goes out as it is", file, e);
            return false;
        }
    }

    private @Nullable Path write(Item item) {
        try {
            Path known = folder;
            if (known == null) {
                Files.createDirectories(cacheFolder);
                known = Files.createTempDirectory(cacheFolder, "pages");
                folder = known;
            }
            Path target = known.resolve(item.id().value() + ".png");
            if (!Files.exists(target)) {
                PictureFile page = catalogue.picture(item);
                Optional<DeepImage> deep = decoder.decodeDeep(page);
                if (deep.isEmpty()) {
                    ImageEncoder.writePng(decoder.decode(page), target);
                } else if (!ImageEncoder.writeDeepPng(deep.get(), target)) {
                    ImageEncoder.writePng(deep.get().map(deep.get().range().proposed()), target);
                    rounded++;
                }
            }
            return target;
        } catch (MediaException e) {
            throw Faults.translate(e);
        } catch (IOException e) {
            throw FileFaults.writing(cacheFolder, "The pages could not be written for the export.", e);
        }
    }

    /// What PNG had no room for.
    Optional<Loss> loss() {
        return rounded == 0
                ? Optional.empty()
                : Optional.of(new Loss("The exact samples of %,d pages".formatted(rounded),
                        "a page goes out as a PNG, which has at most 16 bits a sample; they were written as they are shown"));
    }

    @Override
    public void close() {
        Path known = folder;
        if (known != null) {
            FileTree.delete(known);
        }
    }
}
