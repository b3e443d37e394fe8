package labelwright.exchange;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds files by relative name below a root, without asking the disk for each of them: every folder is listed once. Files outside the root
/// are never found, links followed. Names that differ only in upper and lower case are found when there is one such file.
public final class PictureFinder {
    private final Path root;
    private final Path realRoot;
    private final Map<String, Listing> listings = new HashMap<>();

    /// @throws ExchangeException when the root cannot be read
    public PictureFinder(Path root) {
        this.root = root;
        try {
            this.realRoot = root.toRealPath();
        } catch (IOException e) {
            throw ExchangeException.reading(root, e);
        }
    }

    public Path root() {
        return root;
    }

    /// @param folder relative to the root, empty for the root
    /// @param name relative to the folder, already found harmless by [SafeName]
    public Optional<Path> find(String folder, String name) {
        String normal = SafeName.normalise(name);
        Listing listing = listing(FileNames.join(folder, FileNames.folder(normal)));
        return listing.find(FileNames.last(normal)).map(listing.folder::resolve).filter(found -> staysInside(listing, found));
    }

    /// The first picture `stem.*` in the folder.
    public Optional<Path> findPicture(String folder, String stem) {
        Listing listing = listing(FileNames.join(folder, FileNames.folder(stem)));
        return listing.pictures(FileNames.last(stem)).stream().map(listing.folder::resolve).filter(found -> staysInside(listing, found))
                .findFirst();
    }

    /// Relative to the root, with `/`.
    public String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private boolean staysInside(Listing listing, Path file) {
        if (!listing.inside) {
            return false;
        }
        if (!Files.isSymbolicLink(file)) {
            return true;
        }
        try {
            return file.toRealPath().startsWith(realRoot);
        } catch (IOException ignored) {
            return false;
        }
    }

    private Listing listing(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return listings.computeIfAbsent(plain, this::list);
    }

    private Listing list(String path) {
        Set<String> names = new HashSet<>();
        Path folder = root;
        boolean inside = false;
        try {
            folder = root.resolve(path);
            inside = folder.toRealPath().startsWith(realRoot);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    names.add(String.valueOf(entry.getFileName()));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException ignored) {
            return new Listing(folder, Set.of(), false);
        }
        return new Listing(folder, inside ? names : Set.of(), inside);
    }

    private static final class Listing {
        private final Path folder;
        private final Set<String> names;
        private final boolean inside;
        private final Map<String, String> byLowerCase = new HashMap<>();
        private final Map<String, List<String>> picturesByStem = new HashMap<>();

        Listing(Path folder, Set<String> names, boolean inside) {
            this.folder = folder;
            this.names = names;
            this.inside = inside;
        }

        Optional<String> find(String name) {
            if (names.isEmpty()) {
                return Optional.empty();
            }
            if (names.contains(name)) {
                return Optional.of(name);
            }
            if (byLowerCase.isEmpty()) {
                names.forEach(known -> byLowerCase.merge(known.toLowerCase(Locale.ROOT), known, (_, _) -> ""));
            }
            return Optional.ofNullable(byLowerCase.get(name.toLowerCase(Locale.ROOT))).filter(found -> !found.isEmpty());
        }

        List<String> pictures(String stem) {
            if (picturesByStem.isEmpty()) {
                names.stream().filter(FileNames::isPicture).sorted().forEach(picture -> picturesByStem
                        .merge(FileNames.stem(picture), List.of(picture), (some, more) -> List.of(some.getFirst(), more.getFirst())));
            }
            return picturesByStem.getOrDefault(stem, List.of());
        }
    }
}
