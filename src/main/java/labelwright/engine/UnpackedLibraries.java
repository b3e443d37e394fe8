package labelwright.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Native libraries that DJL unpacks from the class path into a folder of the person's, once for all starts: `DJL_CACHE_DIR`, or `~/.djl.ai`.
///
/// What is wrong with that folder is said before anything is loaded, because a process cannot try a second time, and because loading a library that was cut short (a disk that
/// was full once, a copy that was broken off) ends the process at once. Such a library is taken away, so that it is unpacked anew.
///
/// @param engine as DJL calls it; the folder in the cache is called so too
/// @param owner what needs the libraries, as the beginning of a sentence
/// @param main the library without which nothing is unpacked yet, without the endings of the system
/// @param bytes of all libraries
public record UnpackedLibraries(String engine, String owner, String main, long bytes) {
    private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibraries.class);
    private static final long SPARE = 20L << 20;
    /// Of larger libraries only the size is looked at; reading them would take seconds at each start.
    private static final long MOST_READ = 64L << 20;
    private static final String VERSION_BEFORE_NAME = "^[0-9.]+-";

    /// Takes damaged libraries away and says what stands in the way of unpacking.
    ///
    /// @return one or two plain sentences that say what helps; empty when all is well
    public Optional<String> obstacle() {
        return obstacle(folder());
    }

    /// Where they are unpacked.
    public Path folder() {
        return Utils.getEngineCacheDir(engine);
    }

    Optional<String> obstacle(Path cache) {
        try {
            removeDamaged(cache);
        } catch (IOException e) {
            return Optional.of(
                    "%s cannot start: a library in %s is damaged and cannot be replaced (%s). Close the app, delete that folder, and start again."
                            .formatted(owner, cache, EngineException.reason(e)));
        }
        return isUnpacked(cache) ? Optional.empty() : roomIn(cache, "Set DJL_CACHE_DIR to a folder", bytes);
    }

    /// Whether so many bytes can be written into a folder, which need not be there yet.
    ///
    /// @param otherwise the beginning of a sentence that names another way and ends with "a folder"
    /// @return one or two plain sentences; empty when they can
    public Optional<String> roomIn(Path folder, String otherwise, long needed) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return Optional.of("%s must unpack its libraries into %s, but %s is a file. %s that can be written to, or move that file away."
                    .formatted(owner, folder, there, otherwise));
        }
        if (!Files.isWritable(there)) {
            return Optional.of("%s must unpack its libraries into %s, but that folder cannot be written to. %s that can."
                    .formatted(owner, folder, otherwise));
        }
        try {
            FileStore store = Files.getFileStore(there);
            long free = store.getUsableSpace();
            long all = needed > Long.MAX_VALUE - SPARE ? needed : needed + SPARE;
            return free >= all
                    ? Optional.empty()
                    : Optional.of(
                            "%s needs %d MB of free disk in %s to unpack its libraries, but only %d MB are free. Make room. %s on another disk if there is none."
                                    .formatted(owner, all >> 20, folder, free >> 20, otherwise));
        } catch (IOException e) {
            return Optional.of("The free disk space of %s, where %s unpacks its libraries, cannot be read: %s."
                    .formatted(folder, owner.toLowerCase(Locale.ROOT), EngineException.reason(e)));
        }
    }

    private boolean isUnpacked(Path cache) {
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(cache, 2)) {
            return files.anyMatch(file -> file.getFileName().toString().matches("(lib)?" + main + "\\.(so|dll|dylib)"));
        } catch (IOException e) {
            LOG.debug("cannot look into {}", cache, e);
            return false;
        }
    }

    private void removeDamaged(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return;
        }
        Platform platform;
        try {
            platform = Platform.detectPlatform(engine);
        } catch (RuntimeException e) { // what DJL throws where it does not know the system; it says so again when it loads
            LOG.debug("no platform", e);
            return;
        }
        List<Path> folders;
        try (Stream<Path> list = Files.list(cache)) {
            folders = list.filter(Files::isDirectory).toList();
        }
        for (Path folder : folders) {
            // such as 0.21.0-0.35.1-cpu-linux-x86_64; other versions' libraries are nobody's business here
            String name = folder.getFileName().toString();
            String before = platform.getVersion() + "-";
            String behind = "-" + platform.getClassifier();
            if (name.startsWith(before) && name.endsWith(behind) && name.length() > before.length() + behind.length()) {
                removeIfDamaged(folder, platform.getClassifier(), name.substring(before.length(), name.length() - behind.length()));
            }
        }
    }

    private void removeIfDamaged(Path folder, String system, String flavour) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(Files::isRegularFile).toList();
        }
        boolean damaged = files.stream().noneMatch(file -> file.getFileName().toString().contains(main));
        for (Path file : files) {
            damaged |= isDamaged(file, system, flavour);
        }
        if (damaged) {
            LOG.warn("the libraries in {} are damaged and are unpacked anew", folder);
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    /// Whether a library is not as the class path has it; one that is not on the class path is left alone.
    private static boolean isDamaged(Path file, String system, String flavour) throws IOException {
        JarEntry real = entry(file.getFileName().toString().replaceFirst(VERSION_BEFORE_NAME, ""), system, flavour);
        if (real == null || real.getSize() < 0) {
            return false;
        }
        long size = Files.size(file);
        return size != real.getSize() || (size <= MOST_READ && real.getCrc() >= 0 && sum(file) != real.getCrc());
    }

    private static @Nullable JarEntry entry(String name, String system, String flavour) throws IOException {
        for (String place : List.of("native/lib/%s/%s/", "jnilib/%s/%s/", "pytorch/%2$s/%1$s/")) {
            URL url = UnpackedLibraries.class.getClassLoader().getResource(place.formatted(system, flavour) + name);
            if (url != null && url.openConnection() instanceof JarURLConnection jar) {
                return jar.getJarEntry();
            }
        }
        return null;
    }

    private static long sum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
            }
        }
        return sum.getValue();
    }
}
