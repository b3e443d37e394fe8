package labelwright.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jdbi.v3.core.Handle;

import labelwright.edit.Step;

/// The steps of one set in rows, numbered from 1. How many of them are done stands in the set's own row, so undo and redo only move that
/// number.
final class Journal {
    /// A little less than one column holds.
    private static final int PART = 1_000_000;
    private final Handle handle;
    private final long set;

    Journal(Handle handle, long set) {
        this.handle = handle;
        this.set = set;
    }

    /// Writes a new step after the first `done` ones; those beyond are gone for good.
    void add(int done, Step step) {
        handle.createUpdate("DELETE FROM journal WHERE set_id = :set AND position > :done").bind("set", set).bind("done", done).execute();
        byte[] bytes = StepJson.encode(step);
        int part = 0;
        for (int from = 0; from < bytes.length; from += PART) {
            handle.createUpdate("INSERT INTO journal (set_id, position, part, at, step) VALUES (:set, :position, :part, :at, :step)")
                    .bind("set", set).bind("position", done + 1).bind("part", part++).bind("at", Instant.now().atOffset(ZoneOffset.UTC))
                    .bind("step", Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART))).execute();
        }
    }

    /// All steps, oldest first.
    List<Step> steps() {
        List<ByteArrayOutputStream> steps = new ArrayList<>();
        handle.createQuery("SELECT part, step FROM journal WHERE set_id = :set ORDER BY set_id, position, part").bind("set", set)
                .map((row, context) -> {
                    if (row.getInt(1) == 0) {
                        steps.add(new ByteArrayOutputStream());
                    }
                    steps.getLast().writeBytes(row.getBytes(2));
                    return row.getInt(1);
                }).list();
        return steps.stream().map(bytes -> StepJson.decode(bytes.toByteArray())).toList();
    }
}
