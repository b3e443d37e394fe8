package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.media.ImageDecoder;
import labelwright.media.ImageInfo;
import labelwright.media.MediaException;
import labelwright.media.PictureFile;
import labelwright.media.document.DocumentException;
import labelwright.media.document.PdfFile;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.MediaRef;
import labelwright.model.Project;
import labelwright.model.ProjectId;
import labelwright.model.Split;
import labelwright.model.query.Facets;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemQueryParser;
import labelwright.model.query.ItemRow;
import labelwright.model.query.ItemSort;
import labelwright.store.AnnotationRepository;
import labelwright.store.ItemRepository;
import labelwright.workbench.WorkbenchException.Reason;

/// The items of a project: found, counted, shown as rows, put into splits, located again when their files moved.
public final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final ItemRepository store;
    private final AnnotationRepository annotations;
    private final Path mediaFolder;
    private final ImageDecoder decoder;

    Catalogue(ItemRepository store, AnnotationRepository annotations, Path mediaFolder, ImageDecoder decoder) {
        this.store = store;
        this.annotations = annotations;
        this.mediaFolder = mediaFolder;
        this.decoder = decoder;
    }

    /// @param query in the query language; empty for all
    /// @param viewer whose answers the query means
    /// @throws WorkbenchException INVALID when the query makes no sense: says where
    public List<ItemId> find(Project project, String query, Author viewer, ItemSort sort) {
        return Faults.told(() -> store.ids(project.id(), ItemQueryParser.parse(query), viewer, sort));
    }

    List<ItemId> find(Project project, ItemQuery query, Author viewer) {
        return Faults.told(() -> store.ids(project.id(), query, viewer, ItemSort.IMPORTED));
    }

    /// In the order of the ids; items that are gone are left out.
    public List<ItemRow> rows(List<ItemId> ids, Author viewer) {
        return Faults.told(() -> store.rows(ids, viewer));
    }

    /// The author's answers to the items that have one, in no particular order.
    public List<AnnotationSet> answers(List<ItemId> ids, Author author) {
        return Faults.told(() -> annotations.sets(ids, author));
    }

    public Facets facets(Project project, String query, Author viewer) {
        return Faults.told(() -> store.facets(project.id(), ItemQueryParser.parse(query), viewer));
    }

    public Item item(ItemId id) {
        return Faults.told(() -> store.item(id));
    }

    public long count(Project project) {
        return Faults.told(() -> store.count(project.id()));
    }

    /// Where the item's picture, or the document of its text, is or should be.
    /// @throws IllegalStateException for a text that was no page, which has no file
    public Path file(Item item) {
        return item.media().resolve(mediaFolder);
    }

    /// The same with the page.
    PictureFile picture(Item item) {
        return new PictureFile(file(item), item.media().page());
    }

    /// Looks at the header of a picture's file; a text that was no page is always there.
    public FileState fileState(Item item) {
        if (item.media().place() == MediaRef.Place.INSIDE) {
            return FileState.PRESENT;
        }
        try {
            decoder.probe(picture(item));
            return FileState.PRESENT;
        } catch (MediaException e) {
            LOG.debug("Picture of item {} cannot be shown", item.id(), e);
            return e.reason() == MediaException.Reason.MISSING ? FileState.MISSING : FileState.UNREADABLE;
        }
    }

    /// Says where a missing picture is now. Other missing pictures of the project that lie in the new folder in the same way are found with
    /// it. Returns all items that have a file again.
    /// @throws WorkbenchException when the file is no picture, or has another size than the labels were drawn on
    public List<Item> locate(Item item, Path newFile) {
        ImageInfo info = fitting(item, newFile);
        List<Item> found = new ArrayList<>();
        found.add(moved(item, newFile, info));
        Optional<Move> move = Move.between(file(item), newFile.toAbsolutePath().normalize());
        if (move.isPresent() && item.media().place() == MediaRef.Place.REFERENCED) {
            for (Item sibling : itemsOf(item.project())) {
                if (!sibling.id().equals(item.id()) && sibling.media().place() == MediaRef.Place.REFERENCED
                        && !Files.exists(file(sibling))) {
                    move.get().apply(file(sibling)).filter(Files::exists).ifPresent(path -> {
                        try {
                            found.add(moved(sibling, path, fitting(sibling, path)));
                        } catch (WorkbenchException e) {
                            LOG.info("{} does not fit item {}", path, sibling.name(), e);
                        }
                    });
                }
            }
        }
        return found;
    }

    public void setSplit(List<ItemId> ids, Split split) {
        Map<ItemId, Split> splits = new LinkedHashMap<>();
        ids.forEach(id -> splits.put(id, split));
        saveSplits(splits);
    }

    void saveSplits(Map<ItemId, Split> splits) {
        Faults.told(() -> store.saveSplits(splits));
    }

    /// Deletes the items with all answers to them; copied pictures are deleted too unless another page of them is still an item, referenced
    /// ones stay.
    public void delete(List<ItemId> ids) {
        List<Item> copied = items(ids).stream().filter(item -> item.media().place() == MediaRef.Place.COPIED).toList();
        Faults.told(() -> store.delete(ids));
        for (Item item : copied) {
            if (!hasOtherPages(item)) {
                try {
                    Files.deleteIfExists(file(item));
                } catch (IOException e) {
                    LOG.warn("The picture {} of a deleted item cannot be deleted", file(item), e);
                }
            }
        }
    }

    private boolean hasOtherPages(Item item) {
        int pages = pages(file(item));
        String name = PageNames.file(item);
        List<String> names = IntStream.range(0, pages).mapToObj(page -> name + PageNames.ending(page)).toList();
        return pages > 1 && !Faults.told(() -> store.findByNames(item.project(), names)).isEmpty();
    }

    /// Of a picture or a document; none when it cannot be read.
    private int pages(Path file) {
        try {
            return decoder.probe(file).frames();
        } catch (MediaException e) {
            try (PdfFile document = PdfFile.open(file)) {
                return document.pages();
            } catch (DocumentException none) {
                LOG.debug("{} of a deleted item cannot be read ({})", file, none.getMessage(), e);
                return 0;
            }
        }
    }

    /// In the order of the ids; those that are gone are left out.
    List<Item> items(List<ItemId> ids) {
        return Faults.told(() -> store.items(ids));
    }

    private List<Item> itemsOf(ProjectId project) {
        return items(Faults.told(() -> store.ids(project, ItemQuery.all(), new Author.Gold(), ItemSort.IMPORTED)));
    }

    private ImageInfo fitting(Item item, Path file) {
        ImageInfo info;
        try {
            info = decoder.check(new PictureFile(file, item.media().page()));
        } catch (MediaException e) {
            throw Faults.translate(e);
        }
        if (item.width() > 0 && (info.width() != item.width() || info.height() != item.height())) {
            throw new WorkbenchException(Reason.INVALID,
                    "%s is %d x %d pixels, but %s was labelled at %d x %d: it is another picture.".formatted(file, info.width(),
                            info.height(), item.name(), item.width(), item.height()));
        }
        return info;
    }

    private Item moved(Item item, Path file, ImageInfo info) {
        MediaRef media = MediaRef.referenced(file).withPage(item.media().page());
        Faults.told(() -> store.saveMedia(item.id(), media, info.width(), info.height()));
        return item(item.id());
    }

    /// How a file went from one place to another: the longest equal end of both paths is what moved with it.
    private record Move(Path from, Path to) {
        static Optional<Move> between(Path from, Path to) {
            int same = 0;
            int most = Math.min(from.getNameCount(), to.getNameCount());
            while (same < most && from.getName(from.getNameCount() - 1 - same).equals(to.getName(to.getNameCount() - 1 - same))) {
                same++;
            }
            if (same == 0) {
                return Optional.empty();
            }
            return Optional.of(new Move(up(from, same), up(to, same)));
        }

        Optional<Path> apply(Path file) {
            return file.startsWith(from) ? Optional.of(to.resolve(from.relativize(file))) : Optional.empty();
        }

        private static Path up(Path path, int levels) {
            Path current = path;
            for (int i = 0; i < levels; i++) {
                Path parent = current.getParent();
                current = parent == null ? path.getFileSystem().getPath("") : parent;
            }
            return current;
        }
    }
}
