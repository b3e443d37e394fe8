package labelwright.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static labelwright.media.TestPictures.distance;
import static labelwright.media.TestPictures.encoded;
import static labelwright.media.TestPictures.exif;
import static labelwright.media.TestPictures.fourFields;
import static labelwright.media.TestPictures.jpegWithExif;
import static labelwright.media.TestPictures.plain;
import static labelwright.media.TestPictures.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThumbnailStoreTest {

    @TempDir
    private Path folder;
    private Path cache;
    private Path photo;

    @BeforeEach
    void writePhoto() throws IOException {
        cache = folder.resolve("cache").resolve("thumbnails");
        photo = Files.write(folder.resolve("photo.jpg"),
                jpegWithExif(encoded(stored(fourFields(600, 400), 6), "jpeg"), exif(6, ByteOrder.BIG_ENDIAN)));
    }

    @Test
    void aThumbnailIsSmallUprightAndKeptOnDisk() throws IOException {
        PixelImage small = store().thumbnail(PictureFile.of(photo), 256);

        assertEquals(256, small.width());
        assertEquals(171, small.height());
        assertTrue(distance(TestPictures.GREEN, small.argb(200, 40)) < 24);
        assertEquals(1, files().size());
        PixelImage fromDisk = store().thumbnail(PictureFile.of(photo), 256);
        assertEquals(256, fromDisk.width());
        assertTrue(distance(TestPictures.GREEN, fromDisk.argb(200, 40)) < 30);
    }

    @Test
    void aThumbnailInMemoryIsFoundWithoutTheDisk() throws IOException {
        ThumbnailStore store = store();
        assertTrue(store.find(PictureFile.of(photo), 256).isEmpty());
        PixelImage small = store.thumbnail(PictureFile.of(photo), 256);

        assertSame(small, store.thumbnail(PictureFile.of(photo), 256));
        assertSame(small, store.find(PictureFile.of(photo), 256).orElseThrow());
        assertTrue(store.find(PictureFile.of(photo), 128).isEmpty());
        store.clear();
        assertTrue(store.find(PictureFile.of(photo), 256).isEmpty());
    }

    @Test
    void aChangedPictureGetsANewThumbnail() throws IOException {
        ThumbnailStore store = store();
        PixelImage before = store.thumbnail(PictureFile.of(photo), 64);
        Files.write(photo, encoded(plain(300, 300, TestPictures.BLUE), "jpeg"));
        Files.setLastModifiedTime(photo, FileTime.fromMillis(1_000_000_000_000L));

        PixelImage after = store.thumbnail(PictureFile.of(photo), 64);

        assertNotSame(before, after);
        assertEquals(64, after.height());
    }

    @Test
    void aDamagedThumbnailIsMadeAnew() throws IOException {
        store().thumbnail(PictureFile.of(photo), 256);
        Path stored = files().getFirst();
        for (byte[] damage : List.of(new byte[0], "rubbish".getBytes(StandardCharsets.UTF_8), encoded(
                fourFields(400, 400), "jpeg"))) {
            Files.write(stored, damage);

            assertEquals(256, store().thumbnail(PictureFile.of(photo), 256).width());
            assertEquals(256, new ImageDecoder().probe(stored).width());
        }
    }

    @Test
    void theFolderMayBeDeletedAtAnyTime() throws IOException {
        ThumbnailStore store = store();
        store.thumbnail(PictureFile.of(photo), 256);
        deleteCache();
        store.clear();

        assertEquals(256, store.thumbnail(PictureFile.of(photo), 256).width());
        assertEquals(1, files().size());
    }

    @Test
    void aFolderThatCannotBeWrittenCostsOnlySpeed() throws IOException {
        Files.createDirectories(cache.getParent());
        Files.writeString(cache, "a file where the folder should be");

        assertEquals(256, store().thumbnail(PictureFile.of(photo), 256).width());
    }

    @Test
    void whatShowsThroughIsWhite() throws IOException {
        Path sign = Files.write(folder.resolve("sign.png"), encoded(plain(20, 20, 0x00123456), "png"));

        assertEquals(0xffffffff, store().thumbnail(PictureFile.of(sign), 256).argb(5, 5));
        assertEquals(0xffffffff, store().thumbnail(PictureFile.of(sign), 256).argb(5, 5));
    }

    @Test
    void aMissingPictureIsToldEvenWhenItsThumbnailIsThere() throws IOException {
        ThumbnailStore store = store();
        store.thumbnail(PictureFile.of(photo), 256);
        Files.delete(photo);

        MediaException problem = assertThrows(MediaException.class, () -> store.thumbnail(PictureFile.of(photo), 256));
        assertEquals(MediaException.Reason.MISSING, problem.reason());
    }

    private ThumbnailStore store() {
        return new ThumbnailStore(new ImageDecoder(), cache, ThumbnailStore.DEFAULT_BYTES);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(cache)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private void deleteCache() throws IOException {
        try (Stream<Path> walk = Files.walk(cache)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
