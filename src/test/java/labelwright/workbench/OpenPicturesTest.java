package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.media.ImageDecoder;
import labelwright.media.Picture;
import labelwright.media.PictureFile;
import labelwright.media.PictureOpener;
import labelwright.media.TiffFixture;
import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;

import static org.junit.jupiter.api.Assertions.assertSame;

class OpenPicturesTest {
    @TempDir
    private Path folder;

    @Test
    void aBigPictureIsFoundWhicheverWayItsFileIsNamed() throws IOException {
        Path file = folder.resolve("big.tif");
        byte[] tile = TiffFixture.pack(new byte[512 * 512], Packing.DEFLATE);
        try (TiffFixture out = TiffFixture.create(file)) {
            out.page(Page.of(6_000, 5_100, 1, 8).tiles(512).with(Packing.DEFLATE), _ -> tile);
        }
        Files.createDirectory(folder.resolve("beside"));
        PictureFile roundabout = PictureFile.of(folder.resolve("beside/../big.tif"));
        PictureOpener opener = new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), Runnable::run, 1 << 24);
        try (OpenPictures open = new OpenPictures(Runnable::run)) {
            Picture picture = open.keep(roundabout.normalised(), opener);
            assertSame(picture, open.find(PictureFile.of(file)).orElseThrow());
            assertSame(picture, open.find(roundabout).orElseThrow());
        }
    }
}
