package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import labelwright.ui.action.Action;

/// What the command palette finds. An entry is found when each typed word begins one of its words, or is inside one; entries whose words are
/// begun come first, and what can be done now comes before what cannot.
final class PaletteModel {

    /// @param where words for where the action belongs; empty for everywhere
    record Entry(Action action, String where, Runnable run) {}

    private record Ranked(Entry entry, int rank) {}

    private final List<Entry> entries;

    PaletteModel(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    List<Entry> find(String typed) {
        List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        List<Ranked> found = new ArrayList<>();
        for (Entry entry : entries) {
            int rank = rank(words, entry);
            if (rank >= 0) {
                found.add(new Ranked(entry, rank + (entry.action().enabled().get() ? 0 : 100)));
            }
        }
        return found.stream().sorted(Comparator.comparingInt(Ranked::rank)).map(Ranked::entry).toList();
    }

    /// 0 is best; -1 when a word is not there.
    private static int rank(List<String> words, Entry entry) {
        String text = (entry.action().text() + " " + entry.where()).toLowerCase(Locale.ROOT);
        int rank = 0;
        for (String word : words) {
            if (!text.contains(word)) {
                return -1;
            }
            rank += text.startsWith(word) ? 0 : text.contains(" " + word) ? 1 : 2;
        }
        return rank;
    }
}
