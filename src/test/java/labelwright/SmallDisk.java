package labelwright;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/// A disk of its own in memory, a few megabytes large, which a test can fill or make read-only. Only root on Linux may mount one; the calling
/// test is skipped with a message elsewhere.
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /// @param folder made, and used as the place of the disk
    public static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/mount")), "skipped: no mount command, so no small disk");
        Files.createDirectories(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        Assumptions.assumeTrue(mounted, "skipped: a small disk can only be mounted by root");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /// Uses up all free space but some.
    public void fill(long leftBytes) throws IOException {
        free();
        long free = folder.toFile().getUsableSpace() - leftBytes;
        try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
            for (long written = 0; written < free; written += BLOCK) {
                out.write(new byte[(int) Math.min(BLOCK, free - written)]);
            }
        }
    }

    public void free() throws IOException {
        Files.deleteIfExists(folder.resolve("filler"));
    }

    /// Works only while no file on it is open for writing.
    public void makeReadOnly() throws IOException, InterruptedException {
        Assumptions.assumeTrue(run("mount", "-o", "remount,ro", folder.toString()), "skipped: the disk cannot be made read-only");
    }

    public void makeWritable() throws IOException, InterruptedException {
        run("mount", "-o", "remount,rw", folder.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() throws IOException {
        try {
            if (!run("umount", folder.toString())) {
                run("umount", "-l", folder.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
