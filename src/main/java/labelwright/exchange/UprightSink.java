package labelwright.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import labelwright.exchange.PictureSizes.Size;
import labelwright.geometry.PictureTurn;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeKind;
import labelwright.model.Problem;
import labelwright.model.SkeletonTemplate;

/// Stands between a reader and its sink and turns what was labelled on pictures as they are stored, before their EXIF turn, upright.
///
/// A reader asks [#settle] for the size in which its file's coordinates lie, and works in that size throughout; what it hands over is
/// turned here. The size that a file states tells in which sense it means its picture. Where it cannot (a half turn, a mirror, a square),
/// the item is held back until another picture of the data set says that it means the upright one, at most until [#finish]: it is turned when
/// the others say that they mean the stored ones, and none says otherwise. A person who knows better says so, see [ReadOption#ORIENTATION];
/// then nothing is held back, and no size counts.
public final class UprightSink implements RecordSink {
    /// Records held back at most; when nothing has told until then, they and what comes later are taken as upright.
    private static final int MOST_HELD = 500_000;

    private final RecordSink sink;
    private final PictureSizes sizes;
    private final Choice choice;
    private final int mostHeld;
    private final ReadProblems problems;
    /// By picture, until its item was handed over.
    private final Map<Path, Settled> settled = new HashMap<>();
    /// By item, once and for all.
    private final Map<String, PictureTurn> turns = new HashMap<>();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private int records;
    private boolean meansStored;
    private boolean meansUpright;

    /// @throws ExchangeException when the request's orientation is none that there is
    public UprightSink(RecordSink sink, ReadRequest request) {
        this(sink, request, MOST_HELD);
    }

    UprightSink(RecordSink sink, ReadRequest request, int mostHeld) {
        this.sink = sink;
        this.sizes = request.sizes();
        this.choice = request.option(ReadOption.ORIENTATION).map(Choice::of).orElse(Choice.FOUND_OUT);
        this.mostHeld = mostHeld;
        this.problems = new ReadProblems(sink);
    }

    /// What a person said about the labels of all pictures.
    private enum Choice {
        FOUND_OUT, UPRIGHT, STORED;

        static Choice of(String word) {
            return switch (word) {
                case "upright" -> UPRIGHT;
                case "stored" -> STORED;
                default -> throw new ExchangeException(
                        "There is no orientation \"%s\": say upright or stored, or leave it out to have it found out.".formatted(word));
            };
        }
    }

    /// @param isKnown whether the file itself says that it means the stored picture
    private record Settled(String where, PictureTurn turn, boolean isKnown) {}

    private record Held(ItemRecord item, Settled settled, List<RegionRecord> regions, List<RelationRecord> relations,
            Map<String, String> answers) {}

    /// The size in which a file's coordinates lie: the picture's own, upright or as it is stored, else what the file says.
    ///
    /// @param where names the record in problems; only asked when there is one
    /// @param said what the file says; [Size#UNKNOWN] when it says nothing
    public Size settle(Supplier<String> where, Size said, Optional<Path> file) {
        return settle(where, said, file, Sense.AS_STATED);
    }

    /// What a file is known to mean whatever sizes it states.
    public enum Sense {
        AS_STATED,
        /// Its shapes only fit the upright picture: some tools write the stored size beside upright shapes.
        UPRIGHT
    }

    public Size settle(Supplier<String> where, Size said, Optional<Path> file, Sense sense) {
        Optional<Size> own = file.flatMap(sizes::of);
        if (own.isEmpty()) {
            return said;
        }
        Size upright = own.get();
        PictureTurn turn = turn(file.get(), upright);
        Size stored = new Size(turn.width(), turn.height());
        boolean isTurned = !turn.isNone();
        if (isTurned && choice == Choice.STORED) {
            if (said.isKnown() && !said.equals(stored)) {
                problems.repaired(where.get(),
                        ("The picture is said to have %s pixels, but it has %s before its EXIF turn, and labels made "
                                + "on pictures as they are stored were asked for. Check that its shapes lie where they should.")
                                .formatted(said, stored));
            }
            settled.put(file.get(), new Settled(where.get(), turn, true));
            return stored;
        }
        if (!said.isKnown() || (said.equals(stored) && choice == Choice.UPRIGHT)) {
            return upright;
        }
        if (said.equals(stored) && !stored.equals(upright)) {
            if (sense == Sense.UPRIGHT) {
                problems.repaired(where.get(), ("The picture is said to have %s pixels, its size before the EXIF turn, but its shapes only "
                        + "fit the upright picture of %s pixels; they were taken as upright.").formatted(said, upright));
                return upright;
            }
            meansStored = true;
            settled.put(file.get(), new Settled(where.get(), turn, true));
            return stored;
        }
        if (!said.equals(upright)) {
            String guess = said.width() == upright.height() && said.height() == upright.width()
                    ? " The labels may have been made on the unturned picture."
                    : "";
            problems.repaired(where.get(), ("The picture is said to have %s pixels, but it has %s; its own size was used.%s "
                    + "Check that its shapes lie where they should.").formatted(said, upright, guess));
        } else if (isTurned && !stored.equals(upright)) {
            meansUpright = true;
            finish();
        } else if (isTurned && sense == Sense.AS_STATED && !meansUpright && choice == Choice.FOUND_OUT) {
            settled.put(file.get(), new Settled(where.get(), turn, false));
        }
        return upright;
    }

    /// The size of the stored picture, when the EXIF turn gives it another one.
    public Optional<Size> stored(Path file) {
        return sizes.of(file).map(own -> turn(file, own)).filter(PictureTurn::swapsSides)
                .map(turn -> new Size(turn.width(), turn.height())).filter(size -> size.width() != size.height());
    }

    private PictureTurn turn(Path file, Size upright) {
        return PictureTurn.to(sizes.orientation(file), upright.width(), upright.height());
    }

    @Override
    public void item(ItemRecord item) {
        Path file = item.file();
        Settled one = file == null ? null : settled.remove(file);
        if (one == null) {
            sink.item(item);
        } else if (one.isKnown) {
            turned(item, one, "The labels were made on the picture as it is stored");
        } else {
            held.put(item.key(), new Held(item, one, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>()));
            count();
        }
    }

    private void turned(ItemRecord item, Settled one, String why) {
        turns.put(item.key(), one.turn);
        problems.repaired(one.where, "%s, before its EXIF turn (orientation %d); they were turned with it.".formatted(why,
                one.turn.orientation()));
        sink.item(new ItemRecord(item.key(), item.name(), item.file(), one.turn.turnedWidth(), one.turn.turnedHeight(), item.split()));
    }

    @Override
    public void annotation(String itemKey, RegionRecord region) {
        Held waiting = held.get(itemKey);
        if (waiting != null) {
            waiting.regions.add(region);
            count();
            return;
        }
        PictureTurn turn = turns.get(itemKey);
        sink.annotation(itemKey, turn == null ? region : turned(region, turn));
    }

    private void count() {
        records++;
        if (records > mostHeld) {
            if (!meansStored && !meansUpright) {
                meansUpright = true;
                problems.repaired("EXIF turns",
                        ("No size in the first %,d records tells whether labels were made on upright pictures or on "
                                + "pictures as they are stored; where sizes do not tell, all are taken as upright. If they lie wrong, import again "
                                + "and say that they were made on pictures as stored.").formatted(mostHeld));
            }
            finish();
        }
    }

    private static RegionRecord turned(RegionRecord region, PictureTurn turn) {
        Map<String, String> attributes = region.attributes();
        String box = attributes.get(Facts.BOX);
        if (box != null) {
            attributes = new LinkedHashMap<>(attributes);
            attributes.put(Facts.BOX, BoxText.parse(box).map(turn::apply).map(BoxText::of).orElse(box));
        }
        return new RegionRecord(region.label(), turn.apply(region.shape()), attributes, region.score(), region.key());
    }

    @Override
    public void choices(String question, List<String> options) {
        sink.choices(question, options);
    }

    @Override
    public void question(String name, AttributeKind kind) {
        sink.question(name, kind);
    }

    @Override
    public void answers(String itemKey, Map<String, String> answers) {
        Held waiting = held.get(itemKey);
        if (waiting == null) {
            sink.answers(itemKey, answers);
        } else {
            waiting.answers.putAll(answers);
        }
    }

    /// Hands over what was held back; every reader calls it at its end.
    public void finish() {
        boolean turn = meansStored && !meansUpright;
        List<Held> all = List.copyOf(held.values());
        held.clear();
        records = 0;
        for (Held one : all) {
            if (turn) {
                turned(one.item, one.settled, "The other pictures of the data set were labelled as they are stored, so this one was too");
            } else {
                sink.item(one.item);
            }
            if (!one.answers.isEmpty()) {
                sink.answers(one.item.key(), one.answers);
            }
            one.regions.forEach(region -> annotation(one.item.key(), region));
            one.relations.forEach(relation -> sink.relation(one.item.key(), relation));
        }
    }

    @Override
    public void text(TextRecord text) {
        sink.text(text);
    }

    @Override
    public void relationType(String name) {
        sink.relationType(name);
    }

    @Override
    public void relation(String itemKey, RelationRecord relation) {
        Held waiting = held.get(itemKey);
        if (waiting == null) {
            sink.relation(itemKey, relation);
        } else {
            waiting.relations.add(relation);
        }
    }

    @Override
    public void label(String name) {
        sink.label(name);
    }

    @Override
    public void skeleton(String label, SkeletonTemplate template) {
        sink.skeleton(label, template);
    }

    @Override
    public void attribute(String label, AttributeDefinition definition) {
        sink.attribute(label, definition);
    }

    @Override
    public void problem(Problem problem) {
        sink.problem(problem);
    }

    @Override
    public void progress(long done, long total) {
        sink.progress(done, total);
    }
}
