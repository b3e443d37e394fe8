package labelwright.exchange.labelmexml;

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
import labelwright.exchange.SafeName;
import labelwright.exchange.SplitWords;
import labelwright.exchange.UprightSink;
import labelwright.exchange.XmlDocument;
import labelwright.exchange.XmlElement;
import labelwright.model.Split;

/// Reads one XML file after the other.
final class LabelmeXmlReader implements DatasetReader {
    private static final String ANNOTATIONS = "Annotations";

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        if (Files.isRegularFile(root)) {
            Path folder = Optional.ofNullable(root.getParent()).orElse(root);
            new Reading(request, folder, sink).read(List.of(String.valueOf(root.getFileName())));
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        List<String> files = new ArrayList<>();
        new FileTree(root, sink).forEach((path, _) -> {
            sink.progress(0, 0);
            if (FileNames.extension(path).equals("xml")) {
                files.add(path);
            }
        });
        new Reading(request, root, sink).read(files);
    }

    /// One run through one folder.
    private static final class Reading {
        private final Path root;
        private final UprightSink sink;
        private final ReadProblems problems;
        private final PictureFinder below;
        private final Optional<PictureFinder> elsewhere;
        private final LabelmeXmlObjects objects;
        private final ItemNames names = new ItemNames();
        private final Set<Path> used = new HashSet<>();
        private final XmlDocument xml = new XmlDocument();

        Reading(ReadRequest request, Path root, RecordSink sink) {
            this.root = root;
            this.sink = new UprightSink(sink, request);
            this.problems = new ReadProblems(sink);
            this.below = new PictureFinder(root);
            this.elsewhere = request.imagesFolder().map(PictureFinder::new);
            this.objects = new LabelmeXmlObjects(this.sink, (file, mask) -> find(file, "Masks", mask));
        }

        void read(List<String> files) {
            long done = 0;
            for (String file : files) {
                sink.progress(done++, files.size());
                read(file);
            }
            sink.finish();
        }

        private void read(String file) {
            XmlElement document;
            try {
                document = xml.read(root.resolve(file));
            } catch (XmlDocument.Damaged e) {
                problems.refused(file, e.sentence());
                return;
            }
            if (!document.name().equals("annotation")) {
                problems.skipped(file, "This is no LabelMe file: its outermost element is \"%s\".".formatted(document.name()));
                return;
            }
            String written = document.textOf("filename").orElse("");
            Optional<String> danger = SafeName.danger(written);
            if (danger.isPresent()) {
                problems.refused(file, "The picture's name %s %s; it was not opened.".formatted(SafeName.shown(written), danger.get()));
                return;
            }
            String last = FileNames.last(SafeName.normalise(written));
            Optional<Path> picture = picture(file, last);
            if (picture.isPresent() && !used.add(picture.get())) {
                problems.refused(file, "The picture %s is described by another XML file already; this one was left out.".formatted(last));
                return;
            }
            Size size = sink.settle(() -> file, said(document), picture);
            String place = FileNames.join(FileNames.folder(ownPath(file)), last);
            Layout layout = Layout.of(place);
            String name = names.claim(layout.name(), place);
            Split split = layout.split().or(() -> SplitWords.of(FileNames.folder(file))).orElse(Split.NONE);
            sink.item(new ItemRecord(name, name, picture.orElse(null), size.width(), size.height(), split));
            objects.read(file, document, name, size);
        }

        private static Size said(XmlElement document) {
            return document.find("imagesize").map(size -> new Size(side(size, "ncols"), side(size, "nrows"))).filter(Size::isKnown)
                    .orElse(Size.UNKNOWN);
        }

        private static int side(XmlElement size, String name) {
            try {
                return Math.max(0, size.textOf(name).map(Integer::parseInt).orElse(0));
            } catch (NumberFormatException ignored) {
                return 0;
            }
        }

        /// The file's path below `Annotations`, or the whole of it.
        private static String ownPath(String file) {
            int at = start(file);
            return at < 0 ? file : file.substring(at + ANNOTATIONS.length() + 1);
        }

        /// Where `Annotations/` begins, -1 when the file lies in no such folder.
        private static int start(String file) {
            if (file.startsWith(ANNOTATIONS + "/")) {
                return 0;
            }
            int at = file.indexOf("/" + ANNOTATIONS + "/");
            return at < 0 ? -1 : at + 1;
        }

        private Optional<Path> picture(String file, String name) {
            String own = FileNames.folder(ownPath(file));
            return elsewhere.flatMap(finder -> finder.find(own, name).or(() -> finder.find("", name))).or(() -> find(file, "Images", name));
        }

        /// In the folder that stands beside `Annotations`, else below the XML file's folder, else beside it.
        private Optional<Path> find(String file, String kind, String name) {
            int at = start(file);
            String folder = FileNames.folder(file);
            List<String> places = new ArrayList<>();
            if (at >= 0) {
                places.add(FileNames.join(file.substring(0, at) + kind, FileNames.folder(ownPath(file))));
            }
            places.add(FileNames.join(folder, kind));
            places.add(folder);
            for (String place : places) {
                Optional<Path> found = below.find(place, name);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }
}
