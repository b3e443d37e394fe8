package labelwright.exchange.cvat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.FileNames;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.PictureFinder;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.UprightSink;
import labelwright.exchange.XmlElement;
import labelwright.model.Split;

/// The tracks of one video file: every shape that stands in the file becomes a region of the picture of its frame, as far as that is there.
final class CvatTracks {
    private static final String NAME = "frame_%06d";

    private final PictureFinder below;
    private final @Nullable PictureFinder elsewhere;
    private final UprightSink sink;
    private final ReadProblems problems;
    private final CvatShapes shapes;
    private final ItemNames names;
    private final Map<Integer, Optional<Frame>> frames = new HashMap<>();
    private final TreeSet<Integer> missing = new TreeSet<>();
    private Size said = Size.UNKNOWN;
    private long tracks;
    private long left;
    private long outside;

    CvatTracks(PictureFinder below, @Nullable PictureFinder elsewhere, UprightSink sink, CvatShapes shapes, ItemNames names) {
        this.below = below;
        this.elsewhere = elsewhere;
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.shapes = shapes;
        this.names = names;
    }

    private record Frame(String key, Size size) {}

    /// The `original_size` of the head.
    void size(XmlElement element) {
        try {
            said = new Size(Integer.parseInt(element.textOf("width").orElse("0")), Integer.parseInt(element.textOf("height").orElse("0")));
        } catch (IllegalArgumentException ignored) {
            said = Size.UNKNOWN;
        }
    }

    void read(String file, XmlElement track) {
        tracks++;
        String where = "%s, track %s".formatted(file, track.attribute("id").orElse("in line " + track.line()));
        for (XmlElement child : track.children()) {
            double number = child.number("frame");
            if (!(number >= 0 && number <= Integer.MAX_VALUE)) {
                if (child.attribute("frame").isPresent()) {
                    problems.refused("%s, line %d".formatted(where, child.line()), "The frame of the shape is no number.");
                }
                continue;
            }
            sink.progress(tracks, 0);
            Optional<Frame> frame = frames.computeIfAbsent((int) number, key -> frame(file, key));
            if (child.attribute("outside").filter("1"::equals).isPresent()) {
                outside++;
            } else if (frame.isEmpty()) {
                missing.add((int) number);
                left++;
            } else {
                XmlElement shape = child.name().equals("skeleton") ? withPoints(child, track) : child;
                shapes.read("%s, frame %d".formatted(where, (int) number), shape, track, frame.get().key, frame.get().size);
            }
        }
    }

    /// The points of a skeleton are tracks within its track.
    private static XmlElement withPoints(XmlElement skeleton, XmlElement track) {
        String frame = skeleton.attribute("frame").orElse("");
        List<XmlElement> points = new ArrayList<>();
        for (XmlElement part : track.all("track")) {
            part.all("points").stream().filter(point -> point.attribute("frame").orElse("").equals(frame)).findFirst().ifPresent(point -> {
                Map<String, String> attributes = new HashMap<>(point.attributes());
                attributes.put("label", part.attribute("label").orElse(""));
                points.add(new XmlElement(point.name(), attributes, "", List.of(), point.line()));
            });
        }
        points.addAll(skeleton.children());
        return new XmlElement(skeleton.name(), skeleton.attributes(), skeleton.text(), points, skeleton.line());
    }

    private Optional<Frame> frame(String file, int number) {
        return find(file, NAME.formatted(number)).map(picture -> {
            String name = String.valueOf(picture.getFileName());
            Size size = sink.settle(() -> "%s, frame %d".formatted(file, number), said, Optional.of(picture));
            String key = names.claim(name, FileNames.join(FileNames.stem(file), name));
            sink.item(new ItemRecord(key, key, picture, size.width(), size.height(), Split.NONE));
            return new Frame(key, size);
        });
    }

    private Optional<Path> find(String file, String stem) {
        String own = FileNames.folder(file);
        PictureFinder apart = elsewhere;
        Optional<Path> found = apart == null ? Optional.empty() : apart.findPicture("", stem);
        for (String folder : List.of("images", "", "frames")) {
            found = found.or(() -> below.findPicture(folder.isEmpty() ? own : FileNames.join(own, folder), stem));
        }
        return found;
    }

    /// Says what was not taken.
    void finish(String file) {
        if (tracks == 0) {
            return;
        }
        if (left > 0) {
            problems.skipped(file,
                    ("%,d shapes of tracks lie on frames whose pictures are not here (first frame %d). Save the frames of the "
                            + "video as images/%s.png and so on, and import again.")
                            .formatted(left, missing.first(), NAME.formatted(missing.first())));
        }
        problems.skipped(file,
                ("The file holds %,d tracks of a video. The frames for which it has shapes were read as pictures of their own, each "
                        + "shape with the number of its track; what CVAT shows in between was left out%s.").formatted(tracks,
                                outside == 0 ? "" : ", as were %,d places where an object leaves the picture".formatted(outside)));
    }
}
