package labelwright.exchange.voc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.Layout;
import labelwright.exchange.PictureFinder;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.UprightSink;
import labelwright.exchange.XmlDocument;
import labelwright.exchange.XmlElement;
import labelwright.model.Split;

/// Reads one XML file after the other, then the pictures that have none.
final class VocReader implements DatasetReader {

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root();
        if (Files.isRegularFile(root)) {
            Path folder = Optional.ofNullable(root.toAbsolutePath().getParent()).orElse(root.toAbsolutePath());
            new Reading(request, folder, sink).readFiles(List.of(String.valueOf(root.getFileName())), List.of(), List.of());
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        List<String> documents = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        new FileTree(root, sink).forEach((path, _) -> {
            sink.progress(0, 0);
            if (FileNames.extension(path).equals("xml")) {
                documents.add(path);
            } else if (FileNames.isPicture(path) && !path.contains("Segmentation")) {
                pictures.add(path);
            } else if (VocSplits.isList(path)) {
                lists.add(path);
            }
        });
        new Reading(request, root, sink).readFiles(documents, pictures, lists);
    }

    /// One run through one folder.
    private static final class Reading {
        private final Path root;
        private final UprightSink sink;
        private final ReadProblems problems;
        private final PictureFinder finder;
        private final VocPlaces places;
        private final VocSplits splits;
        private final VocObjects objects;
        private final VocMasks masks;
        private final ItemNames names = new ItemNames();
        private final Set<Path> used = new HashSet<>();
        private final XmlDocument xml = new XmlDocument();

        Reading(ReadRequest request, Path root, RecordSink sink) {
            this.root = root;
            this.sink = new UprightSink(sink, request);
            this.problems = new ReadProblems(sink);
            this.finder = new PictureFinder(root);
            this.places = new VocPlaces(finder, request.imagesFolder().map(PictureFinder::new));
            this.splits = new VocSplits(problems);
            this.objects = new VocObjects(this.sink);
            this.masks = new VocMasks(finder, problems);
        }

        void readFiles(List<String> documents, List<String> pictures, List<String> lists) {
            splits.read(root, lists);
            long total = (long) documents.size() + pictures.size();
            long done = 0;
            for (String document : documents) {
                sink.progress(done++, total);
                readDocument(document);
            }
            for (String picture : pictures) {
                sink.progress(done++, total);
                Path file = root.resolve(picture);
                if (used.add(file)) {
                    unlabelled(picture, file);
                }
            }
            sink.finish();
        }

        private void readDocument(String path) {
            XmlElement document;
            try {
                document = xml.read(root.resolve(path));
            } catch (XmlDocument.Damaged e) {
                problems.refused(path, String.valueOf(e.getMessage()));
                return;
            }
            if (!document.name().equals("annotation")) {
                problems.skipped(path, "This is no Pascal VOC file: its outermost element is \"%s\".".formatted(document.name()));
                return;
            }
            new VocItem(path, document, places, problems).find().ifPresent(found -> {
                Path file = found.file().orElse(null);
                if (file != null && !used.add(file)) {
                    problems.refused(path, "The picture %s is described by another XML file already; this one was left out."
                            .formatted(found.fullName()));
                    return;
                }
                Size size = VocItem.size(path, document, found.file(), sink);
                String name = names.claim(found.name(), found.fullName());
                Split split = splits.of(VocPlaces.base(path), VocPlaces.ownName(path)).or(() -> Layout.of(path).split()).orElse(Split.NONE);
                sink.item(new ItemRecord(name, name, file, size.width(), size.height(), split));
                String base = VocPlaces.base(path);
                String own = VocPlaces.ownName(path);
                objects.read(path, document, name, size, masks.objects(base, own, size));
                if (document.all("object").isEmpty()) {
                    objects.read(masks.classes(base, own, size), name, () -> path, size);
                }
            });
        }

        private void unlabelled(String picture, Path file) {
            String wanted = VocPlaces.itemName(picture);
            String name = names.claim(wanted, picture);
            int inPictures = picture.indexOf("JPEGImages/");
            Size ofMask = inPictures < 0 ? Size.UNKNOWN : masks.classSize(picture.substring(0, inPictures), FileNames.stem(wanted));
            Size size = sink.settle(() -> picture, ofMask, Optional.of(file));
            Split split = (inPictures < 0
                    ? Optional.<Split>empty()
                    : splits.of(picture.substring(0, inPictures), FileNames.stem(wanted))).or(() -> Layout.of(picture).split())
                    .orElse(Split.NONE);
            sink.item(new ItemRecord(name, name, file, size.width(), size.height(), split));
            if (inPictures >= 0) {
                objects.read(masks.classes(picture.substring(0, inPictures), FileNames.stem(wanted), size), name, () -> picture, size);
            }
        }
    }
}
