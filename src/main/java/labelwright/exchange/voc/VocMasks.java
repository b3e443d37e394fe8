package labelwright.exchange.voc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.LabelPicture;
import labelwright.exchange.PictureFinder;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.PngReader;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.TextFiles;
import labelwright.geometry.Mask;

/// The label pictures under `SegmentationObject` and `SegmentationClass`: what number each pixel has, by palette place or by the colours of the
/// challenge. 0 is the background, 255 the border that belongs to nothing.
final class VocMasks {
    private static final int BORDER_COLOUR = 0xE0E0C0;
    private static final String OBJECTS = "SegmentationObject";
    private static final String CLASSES = "SegmentationClass";
    private static final List<String> CHALLENGE = List.of("background", "aeroplane", "bicycle", "bird", "boat", "bottle", "bus", "car",
            "cat",
            "chair", "cow", "diningtable", "dog", "horse", "motorbike", "person", "pottedplant", "sheep", "sofa", "train", "tvmonitor");

    private final PictureFinder finder;
    private final ReadProblems problems;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<String, Map<Integer, String>> names = new HashMap<>();

    VocMasks(PictureFinder finder, ReadProblems problems) {
        this.finder = finder;
        this.problems = problems;
        for (int number = 0; number <= LabelPicture.BORDER; number++) {
            numbers.put(LabelPicture.colour(number), number);
        }
        numbers.put(BORDER_COLOUR, LabelPicture.BORDER);
    }

    /// Masks by the number of their object in the XML; a picture with classes only gives none.
    ///
    /// @param base what comes before `Annotations/`, empty or ending in `/`
    /// @param name below `Annotations`, without extension
    Map<Integer, Mask> objects(String base, String name, Size size) {
        return read(base + OBJECTS, name, size);
    }

    /// Masks by class name.
    Map<String, Mask> classes(String base, String name, Size size) {
        Map<String, Mask> masks = new TreeMap<>();
        Map<Integer, String> known = names.computeIfAbsent(base, this::readNames);
        read(base + CLASSES, name, size).forEach((number, mask) -> masks.put(known.getOrDefault(number, "class " + number), mask));
        return masks;
    }

    /// How large the picture of the classes is; unknown when there is none that can be read.
    Size classSize(String base, String name) {
        return finder.find(base + CLASSES, name + ".png").flatMap(PngReader::size).orElse(Size.UNKNOWN);
    }

    private Map<Integer, Mask> read(String folder, String name, Size size) {
        Optional<Path> file = finder.find(folder, name + ".png");
        if (file.isEmpty()) {
            return Map.of();
        }
        String where = finder.relative(file.get());
        Map<Integer, Mask> masks = new TreeMap<>();
        try {
            LabelPicture.Meaning meaning = (value, isColour) -> isColour ? numbers.getOrDefault(value, value) : value;
            LabelPicture.read(file.get(), size, meaning).pixels().forEach((number, pixels) -> {
                if (number != LabelPicture.BORDER) {
                    masks.put(number, new Mask(pixels));
                }
            });
        } catch (IOException e) {
            problems.refused(where, "The label picture cannot be read: %s.".formatted(ExchangeException.reason(e)));
        }
        return masks;
    }

    /// `labelmap.txt` with lines `name:red,green,blue:parts:actions`, else the classes of the challenge.
    private Map<Integer, String> readNames(String base) {
        Map<Integer, String> known = new HashMap<>();
        for (int i = 0; i < CHALLENGE.size(); i++) {
            known.put(i, CHALLENGE.get(i));
        }
        Optional<Path> file = finder.find(base, VocWriter.LABEL_MAP);
        if (file.isEmpty()) {
            return known;
        }
        try {
            for (String line : TextFiles.read(file.get()).lines()) {
                String[] fields = line.split(":");
                if (!line.startsWith("#") && fields.length >= 2 && fields[1].matches("\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+\\s*")) {
                    int[] rgb = List.of(fields[1].split(",")).stream().mapToInt(text -> Integer.parseInt(text.strip()) & 0xFF).toArray();
                    int colour = rgb[0] << 16 | rgb[1] << 8 | rgb[2];
                    known.put(numbers.getOrDefault(colour, colour), fields[0].strip());
                }
            }
        } catch (IOException | NumberFormatException ignored) {
            problems.refused(base + VocWriter.LABEL_MAP, "The list of classes and colours cannot be read.");
        }
        return known;
    }
}
