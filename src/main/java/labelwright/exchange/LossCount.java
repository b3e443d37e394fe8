package labelwright.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.model.Item;
import labelwright.model.WorkState;

/// Counts what an export cannot hold. The base counts what no format here can; a format adds its own.
public class LossCount {
    private final Map<Kind, Long> counts = new LinkedHashMap<>();
    private final TargetNames names;

    /// @param names as the writer uses them, to see which items get another name
    public LossCount(TargetNames names) {
        this.names = names;
    }

    private record Kind(String one, String many, String why) {}

    /// Counts one item. A format's own count calls this first.
    public void count(SourceItem item) {
        boolean isText = item.content() != null;
        if (!names.claim(fileName(item.item())).equals(item.item().name())) {
            if (isText) {
                add(1, "text gets another name", "texts get other names",
                        "Their names are not safe on all systems, have no ending that the format knows, or would share a file with another text.");
            } else {
                add(1, "picture gets another name", "pictures get other names",
                        "Their names are not safe on all systems, or would share a file with another picture.");
            }
        }
        if (!isText && !isThere(item.file())) {
            add(1, "missing picture", "missing pictures", "The file is not there or cannot be read; only its labels are written.");
        }
        if (item.annotations().state() == WorkState.DRAFT || item.annotations().state() == WorkState.REJECTED) {
            add(1, isText ? "unfinished text" : "unfinished picture", isText ? "unfinished texts" : "unfinished pictures",
                    "The format cannot say that they are drafts or were rejected.");
        }
    }

    /// The name that the writer asks [TargetNames] for.
    protected String fileName(Item item) {
        return item.name();
    }

    /// Whether a picture can be copied.
    public static boolean isThere(@Nullable Path file) {
        return file != null && Files.isReadable(file);
    }

    /// Counts a text whose bytes are others than those of its letters in UTF-8, for formats that hold letters only.
    protected final void bytes(SourceItem item) {
        if (item.text().hasMark() || !item.text().charset().equals(StandardCharsets.UTF_8)) {
            add(1, "text with other bytes", "texts with other bytes",
                    "The letters are written in UTF-8, not the encoding and byte order mark of the text.");
        }
    }

    /// @param one the noun for one of them
    /// @param many the noun for several of them
    protected final void add(long number, String one, String many, String why) {
        if (number > 0) {
            counts.merge(new Kind(one, many, why), number, Long::sum);
        }
    }

    public List<Loss> losses() {
        return counts.entrySet().stream().map(entry -> new Loss(
                entry.getValue() == 1 ? "1 " + entry.getKey().one() : "%,d %s".formatted(entry.getValue(), entry.getKey().many()),
                entry.getKey().why())).toList();
    }

    /// Walks through a source without writing.
    public final List<Loss> of(DatasetSource source) {
        source.forEach(this::count);
        return losses();
    }
}
