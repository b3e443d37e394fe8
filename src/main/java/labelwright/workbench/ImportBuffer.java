package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.PageFile;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.TextRecord;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.AnnotationId;
import labelwright.model.ItemId;
import labelwright.model.MediaRef;
import labelwright.model.Problem;
import labelwright.model.Split;
import labelwright.model.TextContent;
import labelwright.store.NewItem;

/// Gathers the records of an import into portions, so that each is one transaction, and knows which items are new. One thread.
///
/// Annotation files name their pictures in any order. Regions are therefore kept, as many as a part of the heap holds, and written picture
/// by picture: that costs the database a fraction of writing them as they come.
final class ImportBuffer {
    private static final int ITEMS = 2000;
    private static final int REGIONS = 4000;
    private static final int SHARE_OF_HEAP = 5;
    private static final long REGION_BYTES = 240;
    private static final long POINT_BYTES = 40;
    /// What texts may take together while they wait, in UTF-16 units.
    private static final long TEXT_UNITS = 4L << 20;

    private final ImportOutput output;
    private final ImportTally tally;
    private final Answers answers;
    private final Watch watch;
    private final long mostBytes = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    private final Map<String, Incoming> items = new LinkedHashMap<>();
    private final List<Waiting> regions = new ArrayList<>();
    private final Map<String, Map<String, String>> said = new LinkedHashMap<>();
    private final Map<String, ItemId> known = new HashMap<>();
    private final Set<ItemId> toAnswer = new LinkedHashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private final ImportedRelations relations;
    private String current = "";
    private long bytes;
    private long textUnits;

    /// Whether the format says how far an item is labelled: a record without regions then is an item with nothing on it.
    enum Answers {
        EVERY_RECORD, NONE
    }

    /// A picture or a text on its way in.
    ///
    /// @param file null when it is missing, and for texts that were no page; `expected` is where it should be
    /// @param page of the file, from 0; the names of further pages end with `#` and their number
    /// @param text null for pictures
    record Incoming(String key, String name, @Nullable Path file, Path expected, int page, int width, int height, Split split,
            @Nullable TextContent text) {

        /// A picture.
        Incoming(String key, String name, @Nullable Path file, Path expected, int page, int width, int height, Split split) {
            this(key, name, file, expected, page, width, height, split, null);
        }

        static Incoming text(TextRecord record, Split split) {
            TextContent text = record.content();
            PageFile page = record.page();
            return new Incoming(record.key(), record.name(), page == null ? null : page.file(), Path.of(""), page == null ? 0 : page.page(),
                    text.length(), text.lines(), split, text);
        }

        /// Another page of the same file.
        Incoming onPage(int other, int itsWidth, int itsHeight) {
            String ending = PageNames.ending(other);
            return new Incoming(key + ending, name + ending, file, expected, other, itsWidth, itsHeight, split);
        }

        /// The name of the item that the first page is.
        String fileName() {
            return PageNames.file(name, page);
        }
    }

    private record Waiting(String key, RegionRecord region) {}

    private record Ready(String key, ImportOutput.Region region) {}

    ImportBuffer(ImportOutput output, ImportTally tally, Answers answers, Watch watch) {
        this.output = output;
        this.tally = tally;
        this.answers = answers;
        this.watch = watch;
        this.relations = new ImportedRelations(output, tally);
    }

    /// Whether further pages of a file are items of their own: where a file of labels says what there is, they are not.
    boolean takesPages() {
        return answers == Answers.NONE;
    }

    void item(Incoming item) {
        items.put(item.key(), item);
        current = item.key();
        TextContent text = item.text();
        textUnits += text == null ? 0 : text.text().length();
        if (items.size() >= ITEMS || textUnits >= TEXT_UNITS) {
            flushItems();
        }
    }

    void leaveOut(String key) {
        leftOut.add(key);
    }

    void region(String key, RegionRecord region) {
        if (!leftOut.contains(key)) {
            regions.add(new Waiting(key, region));
            bytes += REGION_BYTES + points(region.shape()) * POINT_BYTES;
            if (bytes >= mostBytes) {
                flushItems();
                flushRegions();
            }
        }
    }

    /// Both regions were handed over before, or will never be.
    void relation(String key, RelationRecord relation) {
        if (!leftOut.contains(key)) {
            relations.add(key, relation);
            bytes += REGION_BYTES;
        }
    }

    /// What the files say about a whole item.
    void said(String key, Map<String, String> answers) {
        if (!leftOut.contains(key)) {
            said.put(key, answers);
            if (said.size() >= ITEMS) {
                flushItems();
                flushSaid();
            }
        }
    }

    private void flushSaid() {
        Map<ItemId, Map<String, String>> ready = new LinkedHashMap<>();
        said.forEach((key, answers) -> {
            ItemId id = known.get(key);
            if (id != null) {
                ready.put(id, answers);
            }
        });
        said.clear();
        if (!ready.isEmpty()) {
            watch.token().throwIfCancelled();
            output.addSaid(ready);
            toAnswer.removeAll(ready.keySet());
        }
    }

    private static long points(Shape shape) {
        return switch (shape) {
            case Box _, RotatedBox _, Ellipse _ -> 0;
            case Polygon polygon -> polygon.pointCount();
            case Polyline line -> line.points().size();
            case Points points -> points.points().size();
            case Keypoints keypoints -> keypoints.points().size();
            case Mask mask -> mask.spans().size();
            case TextSpan span -> span.fragments().size();
        };
    }

    /// Writes what is left; call it once, after everything was read.
    void finish() {
        flushItems();
        flushRegions();
        flushSaid();
        List<ItemId> empty = List.copyOf(toAnswer);
        for (int from = 0; from < empty.size(); from += ITEMS) {
            watch.token().throwIfCancelled();
            output.addAnswers(empty.subList(from, Math.min(empty.size(), from + ITEMS)));
        }
        tally.handOver();
    }

    private void flushRegions() {
        List<Ready> ready = new ArrayList<>(regions.size());
        for (Waiting waiting : regions) {
            ItemId id = known.get(waiting.key);
            if (id != null) {
                ready.add(new Ready(waiting.key, new ImportOutput.Region(id, waiting.region)));
            }
        }
        regions.clear();
        bytes = 0;
        ready.sort(Comparator.comparing(one -> one.region.item()));
        for (int from = 0; from < ready.size(); from += REGIONS) {
            watch.token().throwIfCancelled();
            List<Ready> portion = ready.subList(from, Math.min(ready.size(), from + REGIONS));
            List<AnnotationId> ids = output.addRegions(portion.stream().map(Ready::region).toList());
            for (int i = 0; i < portion.size(); i++) {
                ImportOutput.Region region = portion.get(i).region;
                toAnswer.remove(region.item());
                relations.stored(portion.get(i).key, region.region(), ids.get(i));
            }
            tally.annotations(portion.size());
            watch.progress().report(from, ready.size(), "Storing: %,d annotations".formatted(tally.annotations()));
        }
        relations.flush(known, current);
    }

    private void flushItems() {
        if (items.isEmpty()) {
            return;
        }
        List<Incoming> portion = List.copyOf(items.values());
        items.clear();
        textUnits = 0;
        Map<String, ItemId> existing = output.existing(portion.stream().map(Incoming::name).toList());
        Set<ItemId> answered = existing.isEmpty() ? Set.of() : output.answered(existing.values());
        List<String> keys = new ArrayList<>();
        List<NewItem> fresh = new ArrayList<>();
        for (Incoming item : portion) {
            ItemId there = existing.get(item.name());
            if (there != null) {
                attach(item, there, answered.contains(there));
            } else {
                watch.token().throwIfCancelled();
                NewItem placed = placed(item);
                if (placed != null) {
                    keys.add(item.key());
                    fresh.add(placed);
                }
            }
        }
        List<ItemId> ids = fresh.isEmpty() ? List.of() : output.addItems(fresh);
        for (int i = 0; i < ids.size(); i++) {
            known.put(keys.get(i), ids.get(i));
        }
        tally.items(ids.size());
        if (answers == Answers.EVERY_RECORD) {
            toAnswer.addAll(ids);
        }
        tally.handOver();
    }

    private void attach(Incoming item, ItemId there, boolean answered) {
        String what = item.text() == null ? "picture" : "text";
        if (answers == Answers.NONE) {
            tally.problem(item.name(), "The project has a %s of this name already.".formatted(what), Problem.Action.SKIPPED);
        } else if (item.text() != null && !output.saysTheSame(there, item.text())) {
            leaveOut(item.key());
            tally.problem(item.name(), "The project has a text of this name that says something else; the file's was left out.",
                    Problem.Action.SKIPPED);
        } else if (answered) {
            leaveOut(item.key());
            tally.problem(item.name(),
                    "The project has this %s with an answer of the same annotator already; the answer was kept and the file's was left out."
                            .formatted(what),
                    Problem.Action.SKIPPED);
        } else {
            known.put(item.key(), there);
            toAnswer.add(there);
        }
    }

    private @Nullable NewItem placed(Incoming item) {
        TextContent text = item.text();
        if (text != null && item.file() == null) {
            return NewItem.text(item.name(), text, item.split());
        }
        MediaRef media = place(item);
        if (text != null && media != null) {
            return NewItem.text(item.name(), media, text, item.split());
        }
        return media == null ? null : new NewItem(item.name(), media, item.width(), item.height(), item.split());
    }

    private @Nullable MediaRef place(Incoming item) {
        Path file = item.file();
        if (file == null) {
            return MediaRef.referenced(item.expected()).withPage(item.page());
        }
        try {
            return output.place(item.fileName(), file).withPage(item.page());
        } catch (IOException e) {
            leaveOut(item.key());
            tally.problem(item.name(), "%s cannot be copied into the workspace (%s).".formatted(file, ExchangeException.reason(e)),
                    Problem.Action.REFUSED);
            return null;
        }
    }
}
