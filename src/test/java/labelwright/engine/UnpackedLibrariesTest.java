package labelwright.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import ai.djl.util.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UnpackedLibrariesTest {
    private static final UnpackedLibraries LIBRARIES = new UnpackedLibraries("tokenizers", "The language model", "tokenizers", 1);

    @TempDir
    private Path folder;

    private Path library() {
        Platform platform = Platform.detectPlatform("tokenizers");
        return folder.resolve(platform.getVersion() + "-cpu-" + platform.getClassifier()).resolve(System.mapLibraryName("tokenizers"));
    }

    private void unpack(Path library) throws IOException {
        Files.createDirectories(library.getParent());
        try (InputStream in = UnpackedLibraries.class.getResourceAsStream(
                "/native/lib/" + Platform.detectPlatform("tokenizers").getClassifier() + "/cpu/" + library.getFileName())) {
            Files.write(library, in.readAllBytes());
        }
    }

    @Test
    void whatLiesThereAsItShouldStays() throws IOException {
        unpack(library());
        assertEquals(Optional.empty(), new UnpackedLibraries("tokenizers", "It", "tokenizers", Long.MAX_VALUE).obstacle(folder),
                "what is unpacked needs no room");
        assertTrue(Files.exists(library()));
    }

    @Test
    void aLibraryThatWasCutShortIsTakenAway() throws IOException {
        unpack(library());
        try (var channel = Files.newByteChannel(library(), StandardOpenOption.WRITE)) {
            channel.truncate(100_000);
        }
        assertEquals(Optional.empty(), LIBRARIES.obstacle(folder));
        assertFalse(Files.exists(library().getParent()));
    }

    @Test
    void aLibraryWithOtherBytesIsTakenAway() throws IOException {
        unpack(library());
        byte[] bytes = Files.readAllBytes(library());
        bytes[bytes.length / 2] ^= 1;
        Files.write(library(), bytes);
        assertEquals(Optional.empty(), LIBRARIES.obstacle(folder));
        assertFalse(Files.exists(library()));
    }

    @Test
    void aFolderWithoutTheLibraryIsTakenAwayAndThoseOfOtherVersionsStay() throws IOException {
        Path empty = Files.createDirectories(library().getParent());
        Path other = folder.resolve("0.1-cpu-linux-x86_64/libtokenizers.so");
        Files.createDirectories(other.getParent());
        Files.writeString(other, "something else");
        assertEquals(Optional.empty(), LIBRARIES.obstacle(folder));
        assertFalse(Files.exists(empty));
        assertTrue(Files.exists(other));
    }

    @Test
    void saysHowMuchRoomIsMissing() {
        String lack = new UnpackedLibraries("tokenizers", "It", "tokenizers", Long.MAX_VALUE).obstacle(folder.resolve("not/there"))
                .orElse("");
        assertTrue(lack.contains("MB are free. Make room. Set DJL_CACHE_DIR to a folder on another disk"), lack);
        assertEquals(Optional.empty(), LIBRARIES.obstacle(folder.resolve("not/there")));
    }

    @Test
    void saysThatTheFolderIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path cache : new Path[] {file, file.resolve("tokenizers")}) {
            String lack = LIBRARIES.obstacle(cache).orElse("");
            assertTrue(lack.contains(file + " is a file. Set DJL_CACHE_DIR"), lack);
        }
    }
}
