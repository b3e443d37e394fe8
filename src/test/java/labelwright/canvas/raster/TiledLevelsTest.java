package labelwright.canvas.raster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.media.ImageDecoder;
import labelwright.media.PictureFile;
import labelwright.media.PictureOpener;
import labelwright.media.TiffFixture;
import labelwright.media.TiffFixture.Page;
import labelwright.media.TileKey;
import labelwright.media.TiledPicture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TiledLevelsTest {
    private static final int SIDE = 7_000;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private TiledPicture picture;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        Path file = TiffFixture.write(folder.resolve("a.tif"), Page.of(SIDE, SIDE, 1, 8).tiles(256), (x, y, c) -> x + y & 0xff);
        picture = (TiledPicture) new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), executor, 64L << 20)
                .open(PictureFile.of(file));
    }

    @AfterEach
    void close() throws InterruptedException {
        picture.close();
        executor.shutdown();
        assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
    }

    @Test
    void twoWindowsOnOnePictureBothBecomeSharp() {
        TiledLevels levels = new TiledLevels(picture);
        Viewport left = new Viewport(1, 0, 0);
        Viewport right = new Viewport(0.4, -1_800, -1_800);
        levels.ask(List.of(new TiledLevels.Window(left, 700, 500), new TiledLevels.Window(right, 600, 500)));
        await(() -> levels.isSharp(left, 700, 500) && levels.isSharp(right, 600, 500));
    }

    @Test
    void whereAPanGoesTilesAreReadFirst() throws IOException {
        Queue<Runnable> work = new ArrayDeque<>();
        try (TiledPicture other = (TiledPicture) new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), work::add, 64L << 20)
                .open(PictureFile.of(folder.resolve("a.tif")))) {
            TiledLevels levels = new TiledLevels(other);
            List<TileKey> came = new ArrayList<>();
            Viewport first = new Viewport(1, -2_700, -2_600);
            levels.ask(first, 200, 200);
            levels.ask(first.pan(100, 0), 200, 200);
            other.onArrival(came::add);
            while (!work.isEmpty()) {
                work.remove().run();
            }
            assertEquals(List.of(new TileKey(other.levels() - 1, 0, 0), new TileKey(0, 5, 5), new TileKey(0, 4, 5)), came.subList(0, 3));
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
        }
    }
}
