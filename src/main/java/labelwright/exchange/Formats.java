package labelwright.exchange;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The formats that the app knows, and the search for the one that fits.
public final class Formats {
    private final List<DatasetFormat> all;

    public Formats(List<DatasetFormat> all) {
        this.all = List.copyOf(all);
    }

    public List<DatasetFormat> all() {
        return all;
    }

    public Optional<DatasetFormat> find(String id) {
        return all.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /// @throws ExchangeException for an id that no format has, naming those there are
    public DatasetFormat byId(String id) {
        return find(id).orElseThrow(() -> new ExchangeException("There is no format called \"%s\". There are: %s.".formatted(id,
                String.join(", ", all.stream().map(DatasetFormat::id).toList()))));
    }

    /// The formats that fit the file or folder, the likeliest first. Looks at a bounded number of files.
    ///
    /// @throws ExchangeException when there is nothing to look at
    public List<Detection> detect(Path root) {
        FolderLook look = FolderLook.at(root);
        return all.stream().flatMap(format -> format.recognise(look).stream())
                .sorted(Comparator.comparingInt(Detection::certainty).reversed())
                .toList();
    }
}
