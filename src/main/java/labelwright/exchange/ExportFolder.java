package labelwright.exchange;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// A folder that is filled out of sight and appears as a whole. Closed before it was finished, it leaves no trace.
///
/// A small hidden file in it lists what was written, so that a later export may replace it, and only it.
final class ExportFolder implements AutoCloseable {
    static final String MARKER = ".labelwright-export";

    private final Path out;
    private final Path working;
    private final List<Path> createdParents;
    private boolean finished;

    private ExportFolder(Path out, Path working, List<Path> createdParents) {
        this.out = out;
        this.working = working;
        this.createdParents = createdParents;
    }

    /// @throws ExchangeException when the target holds anything that is not an earlier export
    static ExportFolder begin(Path target) throws IOException {
        Path out = target.toAbsolutePath().normalize();
        refuseOtherContent(out);
        Path parent = out.getParent();
        List<Path> created = parent == null ? List.of() : createParents(parent);
        boolean beside = parent != null && (!Files.exists(out) || Files.isWritable(parent));
        String name = ".%s.%s.part".formatted(out.getFileName(), UUID.randomUUID().toString().substring(0, 8));
        Path working = beside && parent != null ? parent.resolve(name) : out.resolve(name);
        Files.createDirectory(working);
        return new ExportFolder(out, working, created);
    }

    private static void refuseOtherContent(Path out) throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new ExchangeException("%s is a file. Choose a folder for the export; nothing was exported.".formatted(out));
        }
        Path marker = out.resolve(MARKER);
        Set<String> ours = new HashSet<>(Set.of(MARKER));
        if (Files.isRegularFile(marker)) {
            ours.addAll(TextFiles.read(marker).lines());
        }
        try (Stream<Path> entries = Files.list(out)) {
            entries.map(entry -> String.valueOf(entry.getFileName())).filter(name -> !ours.contains(name)).sorted().findFirst()
                    .ifPresent(name -> {
                        throw new ExchangeException(
                                ("%s holds other files already (%s). Choose an empty or new folder; nothing was exported, "
                                        + "nothing was overwritten.").formatted(out, name));
                    });
        }
    }

    private static List<Path> createParents(Path parent) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path folder = parent; folder != null && !Files.exists(folder); folder = folder.getParent()) {
            missing.add(folder);
        }
        Files.createDirectories(parent);
        return missing;
    }

    /// Where to write.
    Path working() {
        return working;
    }

    /// Puts the folder in its place.
    void finish() throws IOException {
        List<String> names;
        try (Stream<Path> entries = Files.list(working)) {
            names = entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
        }
        Files.write(working.resolve(MARKER), names);
        if (working.startsWith(out)) {
            moveUp();
        } else {
            replace();
        }
        finished = true;
    }

    private void moveUp() throws IOException {
        try (Stream<Path> entries = Files.list(working)) {
            for (Path entry : entries.toList()) {
                Path target = out.resolve(String.valueOf(entry.getFileName()));
                delete(target);
                Files.move(entry, target);
            }
        }
        Files.delete(working);
    }

    private void replace() throws IOException {
        Path old = working.resolveSibling(working.getFileName() + ".old");
        boolean hasOld = Files.exists(out);
        if (hasOld) {
            Files.move(out, old);
        }
        try {
            Files.move(working, out);
        } catch (IOException e) {
            if (hasOld) {
                Files.move(old, out);
            }
            throw e;
        }
        delete(old);
    }

    @Override
    public void close() throws IOException {
        if (finished) {
            return;
        }
        delete(working);
        for (Path folder : createdParents) {
            Files.deleteIfExists(folder);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
