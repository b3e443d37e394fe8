package labelwright.exchange.coco;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import labelwright.exchange.FileNames;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.Repeats;
import labelwright.exchange.SafeName;
import labelwright.exchange.UprightSink;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

/// Turns the images of COCO files into items, and remembers by id which item an annotation belongs to.
final class CocoImages {
    private final UprightSink sink;
    private final ReadProblems problems;
    private final PictureSizes sizes;
    private final ItemNames names = new ItemNames();
    /// Which JSON file described a picture first.
    private final Map<String, String> describedBy = new HashMap<>();

    CocoImages(UprightSink sink, PictureSizes sizes) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.sizes = sizes;
    }

    /// Where annotations of one image id go.
    sealed interface Target {
        /// @param size of the picture, in the sense of the file
        /// @param said its size as the file has it
        record ToItem(String key, Size size, Size said) implements Target {}

        /// @param why a sentence for each annotation that meets it
        record Closed(Action action, String why) implements Target {}
    }

    /// Looks at the annotations of a file whose sizes are those of stored pictures.
    @FunctionalInterface
    interface Evidence {
        /// @param stored sizes of the stored pictures by image id
        UprightSink.Sense of(Map<String, Size> stored);
    }

    /// Hands over the items of one file.
    Map<String, Target> handOver(String file, CocoHeader header, CocoPlaces places, Split split, Evidence evidence) {
        Map<String, Target> targets = HashMap.newHashMap(header.images().size());
        Map<String, String> fileNames = HashMap.newHashMap(header.images().size());
        Repeats repeats = new Repeats(sink);
        Function<CocoHeader.Image, Optional<CocoPlaces.Found>> search = search(header, places);
        UprightSink.Sense sense = sense(header, search, evidence);
        for (CocoHeader.Image image : header.images()) {
            sink.progress(1, 2);
            String where = "%s, image %s".formatted(file, image.id().isEmpty() ? SafeName.shown(image.fileName()) : image.id());
            Target target = handOver(file, where, image, search.apply(image), split, sense, repeats);
            if (image.id().isEmpty()) {
                problems.repaired(where, "The image has no id, so no annotation can belong to it; the picture was kept.");
                continue;
            }
            String first = fileNames.putIfAbsent(image.id(), image.fileName());
            if (first == null) {
                targets.put(image.id(), target);
            } else {
                String both = "Two images have the id %s (%s and %s), so it cannot be known which of them annotations belong to".formatted(
                        image.id(), SafeName.shown(first), SafeName.shown(image.fileName()));
                problems.refused(where, both + "; their annotations are refused.");
                targets.put(image.id(), new Target.Closed(Action.REFUSED, both + "."));
            }
        }
        repeats.finish(file);
        return targets;
    }

    private UprightSink.Sense sense(CocoHeader header, Function<CocoHeader.Image, Optional<CocoPlaces.Found>> search, Evidence evidence) {
        Map<String, Size> stored = new HashMap<>();
        for (CocoHeader.Image image : header.images()) {
            sink.progress(1, 2);
            if (image.size().isKnown()) {
                search.apply(image).flatMap(found -> sink.stored(found.file())).filter(image.size()::equals)
                        .ifPresent(size -> stored.put(image.id(), size));
            }
        }
        return stored.isEmpty() ? UprightSink.Sense.AS_STATED : evidence.of(stored);
    }

    /// Finds each picture where the file says; a picture that no image of the file names exactly may be taken by its name alone, when its
    /// size is the one that the file says.
    private Function<CocoHeader.Image, Optional<CocoPlaces.Found>> search(CocoHeader header, CocoPlaces places) {
        Map<CocoHeader.Image, CocoPlaces.Found> exact = HashMap.newHashMap(header.images().size());
        Set<Path> claimed = HashSet.newHashSet(header.images().size());
        for (CocoHeader.Image image : header.images()) {
            sink.progress(1, 2);
            if (SafeName.danger(image.fileName()).isEmpty()) {
                places.find(SafeName.normalise(image.fileName())).ifPresent(found -> {
                    exact.put(image, found);
                    claimed.add(found.file());
                });
            }
        }
        return image -> {
            CocoPlaces.Found found = exact.get(image);
            if (found != null || SafeName.danger(image.fileName()).isPresent()) {
                return Optional.ofNullable(found);
            }
            return places.findByLastName(image.fileName()).filter(picture -> !claimed.contains(picture.file()))
                    .filter(picture -> mayBe(image, picture.file()));
        };
    }

    private boolean mayBe(CocoHeader.Image image, Path file) {
        return !image.size().isKnown() || sizes.of(file).filter(size -> !size.equals(image.size())).isEmpty()
                || sink.stored(file).filter(image.size()::equals).isPresent();
    }

    private Target handOver(String file, String where, CocoHeader.Image image, Optional<CocoPlaces.Found> found, Split split,
            UprightSink.Sense sense, Repeats repeats) {
        Optional<String> danger = SafeName.danger(image.fileName());
        if (danger.isPresent()) {
            problems.refused(where,
                    "The picture's name %s %s; it was not opened.".formatted(SafeName.shown(image.fileName()), danger.get()));
            return new Target.Closed(Action.REFUSED, "The annotation belongs to a picture that was refused because of its name.");
        }
        String name = SafeName.normalise(image.fileName());
        String seenAs = found.map(picture -> picture.file().toString()).orElse(file + "|" + name);
        String before = describedBy.putIfAbsent(seenAs, file);
        if (before != null) {
            return describedBefore(file, where, name, before, repeats);
        }
        if (found.isPresent() && found.get().byNameAlone()) {
            repeats.report(Action.REPAIRED, () -> where + ", found as " + found.get().path(),
                    "The picture was not where the file says; the only picture of that name was taken instead.");
        }
        Size size = sink.settle(() -> where, image.size(), found.map(CocoPlaces.Found::file), sense);
        String key = names.claim(name, found.map(CocoPlaces.Found::path).orElse(FileNames.join(split.key(), name)));
        sink.item(new ItemRecord(key, key, found.map(CocoPlaces.Found::file).orElse(null), size.width(), size.height(), split));
        return new Target.ToItem(key, size, image.size());
    }

    private Target describedBefore(String file, String where, String name, String before, Repeats repeats) {
        if (before.equals(file)) {
            problems.refused(where, "Another image of the file has the same picture %s; this one and its annotations are refused."
                    .formatted(SafeName.shown(name)));
            return new Target.Closed(Action.REFUSED, "The annotation's image names a picture that another image has already.");
        }
        repeats.report(Action.SKIPPED, () -> where, "The picture is described by %s already; what this file says of it was left out."
                .formatted(before));
        return new Target.Closed(Action.SKIPPED, "The annotation belongs to a picture that %s describes already.".formatted(before));
    }
}
