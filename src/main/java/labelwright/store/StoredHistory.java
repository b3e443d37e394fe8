package labelwright.store;

import java.util.List;

import labelwright.edit.Step;

/// Everything that was ever done to a set, as [labelwright.edit.EditHistory] takes it.
///
/// @param done oldest first
/// @param undone in the order in which redo would go through them
public record StoredHistory(List<Step> done, List<Step> undone) {
    public StoredHistory {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
    }
}
