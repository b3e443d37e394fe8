package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.model.AnnotationId;
import labelwright.model.ItemId;
import labelwright.model.Problem;

/// The relations of an import on their way in: each waits until both of its regions have ids. One thread.
final class ImportedRelations {
    private static final int PORTION = 4000;
    private final ImportOutput output;
    private final ImportTally tally;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<End, AnnotationId> ends = new HashMap<>();

    private record Waiting(String itemKey, RelationRecord relation) {}

    private record End(String itemKey, String regionKey) {}

    ImportedRelations(ImportOutput output, ImportTally tally) {
        this.output = output;
        this.tally = tally;
    }

    void add(String itemKey, RelationRecord relation) {
        waiting.add(new Waiting(itemKey, relation));
    }

    /// The region is in.
    void stored(String itemKey, RegionRecord region, AnnotationId id) {
        String key = region.key();
        if (key != null) {
            ends.put(new End(itemKey, key), id);
        }
    }

    /// Writes what can be written, all regions that were read before being in; the rest is refused. Those of an item that was left out go with it.
    ///
    /// @param known the items that are in, by their keys
    /// @param current the item that is being read: more relations of it may come
    void flush(Map<String, ItemId> known, String current) {
        List<ImportOutput.Link> ready = new ArrayList<>(waiting.size());
        for (Waiting one : waiting) {
            AnnotationId from = ends.get(new End(one.itemKey, one.relation.from()));
            AnnotationId to = ends.get(new End(one.itemKey, one.relation.to()));
            ItemId item = known.get(one.itemKey);
            if (item == null) {
                // the item was left out, and why was said of it
                continue;
            }
            if (from == null || to == null) {
                refused(one, "one of its regions is not there");
            } else if (from.equals(to)) {
                refused(one, "it joins a region with itself");
            } else {
                ready.add(new ImportOutput.Link(item, one.relation, from, to));
            }
        }
        waiting.clear();
        ends.keySet().removeIf(end -> !end.itemKey.equals(current));
        for (int at = 0; at < ready.size(); at += PORTION) {
            List<ImportOutput.Link> portion = ready.subList(at, Math.min(ready.size(), at + PORTION));
            output.addRelations(portion);
            tally.relations(portion.size());
        }
    }

    private void refused(Waiting one, String why) {
        tally.problem(one.itemKey, "The relation \"%s\" from %s to %s was left out: %s.".formatted(one.relation.type(), one.relation.from(),
                one.relation.to(), why), Problem.Action.REFUSED);
    }
}
