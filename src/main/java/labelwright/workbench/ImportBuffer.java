package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.RegionRecord;
import labelwright.model.ItemId;
import labelwright.model.MediaRef;
import labelwright.model.Problem;
import labelwright.model.Split;
import labelwright.store.NewItem;

/// Gathers the records of an import into portions, so that each is one transaction, and knows which items are new. One thread.
final class ImportBuffer {
    private static final int ITEMS = 2000;
    private static final int REGIONS = 20_000;

    private final ImportOutput output;
    private final ImportTally tally;
    private final Answers answers;
    private final Map<String, Incoming> items = new LinkedHashMap<>();
    private final List<Waiting> regions = new ArrayList<>();
    private final Map<String, ItemId> known = new HashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    /// Whether the format says how far an item is labelled: a record without regions then is a picture with nothing on it.
    enum Answers {
        EVERY_RECORD, NONE
    }

    /// A picture on its way in.
    ///
    /// @param file null when it is missing; `expected` is where it should be
    record Incoming(String key, String name, @Nullable Path file, Path expected, int width, int height, Split split) {}

    private record Waiting(String key, RegionRecord region) {}

    ImportBuffer(ImportOutput output, ImportTally tally, Answers answers) {
        this.output = output;
        this.tally = tally;
        this.answers = answers;
    }

    void item(Incoming item) {
        items.put(item.key(), item);
        if (items.size() >= ITEMS) {
            flush();
        }
    }

    void leaveOut(String key) {
        leftOut.add(key);
    }

    void region(String key, RegionRecord region) {
        if (!leftOut.contains(key)) {
            regions.add(new Waiting(key, region));
            if (regions.size() >= REGIONS) {
                flush();
            }
        }
    }

    void flush() {
        if (!items.isEmpty()) {
            List<Incoming> portion = List.copyOf(items.values());
            items.clear();
            flush(portion);
        }
        List<ImportOutput.Region> ready = new ArrayList<>(regions.size());
        for (Waiting waiting : regions) {
            ItemId id = known.get(waiting.key);
            if (id != null) {
                ready.add(new ImportOutput.Region(id, waiting.region));
            }
        }
        regions.clear();
        if (!ready.isEmpty()) {
            output.addRegions(ready);
            tally.annotations(ready.size());
        }
        tally.handOver();
    }

    private void flush(List<Incoming> portion) {
        Map<String, ItemId> existing = output.existing(portion.stream().map(Incoming::name).toList());
        Set<ItemId> answered = existing.isEmpty() ? Set.of() : output.answered(existing.values());
        List<ItemId> toAnswer = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<NewItem> fresh = new ArrayList<>();
        for (Incoming item : portion) {
            ItemId there = existing.get(item.name());
            if (there != null) {
                attach(item, there, answered.contains(there), toAnswer);
            } else {
                MediaRef media = place(item);
                if (media != null) {
                    keys.add(item.key());
                    fresh.add(new NewItem(item.name(), media, item.width(), item.height(), item.split()));
                }
            }
        }
        List<ItemId> ids = fresh.isEmpty() ? List.of() : output.addItems(fresh);
        for (int i = 0; i < ids.size(); i++) {
            known.put(keys.get(i), ids.get(i));
        }
        tally.items(ids.size());
        toAnswer.addAll(ids);
        if (answers == Answers.EVERY_RECORD && !toAnswer.isEmpty()) {
            output.addAnswers(toAnswer);
        }
    }

    private void attach(Incoming item, ItemId there, boolean answered, List<ItemId> toAnswer) {
        if (answers == Answers.NONE) {
            tally.problem(item.name(), "The project has a picture of this name already.", Problem.Action.SKIPPED);
        } else if (answered) {
            leaveOut(item.key());
            tally.problem(item.name(),
                    "The project has this picture with an answer of the same annotator already; the answer was kept and the file's was left out.",
                    Problem.Action.SKIPPED);
        } else {
            known.put(item.key(), there);
            toAnswer.add(there);
        }
    }

    private @Nullable MediaRef place(Incoming item) {
        Path file = item.file();
        if (file == null) {
            return MediaRef.referenced(item.expected());
        }
        try {
            return output.place(item.name(), file);
        } catch (IOException e) {
            leaveOut(item.key());
            tally.problem(item.name(), "%s cannot be copied into the workspace (%s).".formatted(file, e.getMessage()),
                    Problem.Action.REFUSED);
            return null;
        }
    }
}
