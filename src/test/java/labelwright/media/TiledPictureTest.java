package labelwright.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TiledPictureTest {
    private static final int WIDTH = 1_500;
    private static final int HEIGHT = 1_050;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final List<TiledPicture> open = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws InterruptedException {
        open.forEach(TiledPicture::close);
        executor.shutdown();
        assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyTileOfEveryLevelIsUprightAndTheAverageOfThePicture(int orientation) throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 3, 8).tiles(128).with(Packing.DEFLATE).turned(orientation);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, TiledPictureTest::scene);
        assertPyramid(tiled(file), new ImageDecoder().decode(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp"})
    void picturesThatAreReadFromTopToBottomBecomeTilesToo(String format) throws IOException {
        Path file = folder.resolve("a." + format);
        ImageIO.write(rgb(), format, file.toFile());
        TiledPicture picture = tiled(file);
        assertFalse(picture.isPrepared());
        assertPyramid(picture, new ImageDecoder().decode(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6, 7, 8})
    void aTurnedJpegIsTurnedTileByTile(int orientation) throws IOException {
        byte[] jpeg = TestPictures.encoded(rgb(), "jpeg");
        byte[] turned = TestPictures.jpegWithExif(jpeg, TestPictures.exif(orientation, ByteOrder.BIG_ENDIAN));
        Path file = Files.write(folder.resolve("a.jpg"), turned);
        assertPyramid(tiled(file), new ImageDecoder().decode(file));
    }

    @Test
    void compressedStripsAreReadFromTopToBottom() throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 3, 8).strips(37).with(Packing.LZW).turned(6);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, TiledPictureTest::scene);
        assertPyramid(tiled(file), new ImageDecoder().decode(file));
    }

    @Test
    void openStripsNeedNoPreparationForTheirOwnLevel() throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 3, 8).strips(500);
        TiledPicture picture = tiled(TiffFixture.write(folder.resolve("a.tif"), page, TiledPictureTest::scene));
        PixelImage tile = picture.read(new TileKey(0, 1, 1));
        assertEquals(argb(512 + 7, 512 + 9), tile.argb(7, 9));
    }

    @Test
    void smallerCopiesInTheFileAreUsed() throws IOException {
        Path file = folder.resolve("a.tif");
        try (TiffFixture out = TiffFixture.create(file)) {
            out.page(Page.of(WIDTH, HEIGHT, 1, 8).tiles(256), (x, y, c) -> 10);
            out.page(Page.of(WIDTH / 4, HEIGHT / 4, 1, 8).tiles(256).copyOfThePageBefore(), (x, y, c) -> 70);
        }
        TiledPicture picture = tiled(file);
        assertEquals(0xff0a0a0a, picture.read(new TileKey(0, 0, 0)).argb(0, 0));
        assertEquals(0xff0a0a0a, picture.read(new TileKey(1, 0, 0)).argb(0, 0));
        assertEquals(0xff464646, picture.read(new TileKey(2, 0, 0)).argb(0, 0));
        assertEquals(0xff464646, picture.read(new TileKey(3, 0, 0)).argb(0, 0));
        assertTrue(picture.isPrepared());
    }

    @Test
    void beforeItIsPreparedACoarseTileIsMadeOfSamples() throws IOException {
        Page page = Page.of(9_000, 9_000, 1, 8).tiles(64).with(Packing.DEFLATE);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> x < 4_500 ? 40 : 200);
        TiledPicture picture = tiled(file);
        TileKey coarsest = new TileKey(picture.levels() - 1, 0, 0);
        PixelImage first = picture.read(coarsest);
        assertEquals(0xff282828, first.argb(3, 3));
        assertEquals(0xffc8c8c8, first.argb(first.width() - 3, 3));
        assertFalse(picture.isPrepared());

        ConcurrentLinkedQueue<TileKey> better = new ConcurrentLinkedQueue<>();
        picture.onArrival(better::add);
        List<Double> told = new ArrayList<>();
        picture.prepare(done -> told.add(done));
        assertTrue(picture.isPrepared() && better.contains(coarsest));
        assertTrue(told.getFirst() == 0 && told.getLast() > 0.8 && told.getLast() <= 1);

        picture.want(List.of(coarsest));
        await(() -> better.stream().filter(coarsest::equals).count() == 2);
        assertEquals(0xff282828, picture.find(coarsest).orElseThrow().argb(3, 3));
    }

    @Test
    void stoppedPreparationGoesOnWhereItWas() throws IOException {
        Page page = Page.of(9_000, 9_000, 1, 8).tiles(64).with(Packing.DEFLATE);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> 9);
        int[] steps = {0};
        TiledPicture picture = tiled(file);
        picture.prepare(done -> ++steps[0] < 10);
        assertFalse(picture.isPrepared());
        picture.close();

        int[] rest = {0};
        TiledPicture again = tiled(file);
        again.prepare(done -> ++rest[0] > 0);
        assertTrue(again.isPrepared());
        int[] nothing = {0};
        again.prepare(done -> ++nothing[0] > 0);
        assertEquals(0, nothing[0]);
        assertTrue(rest[0] < 9_000 * 9_000 / (2048 * 2048) + 15, "not begun anew: " + rest[0]);
    }

    @Test
    void aTileThatIsMadeOfFourOfTheFileIsKeptOnceItWasLookedAt() throws IOException {
        Page page = Page.of(4_000, 4_000, 1, 8).tiles(64).with(Packing.DEFLATE);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> x / 16 + y / 32 & 0xff);
        TileKey half = new TileKey(1, 1, 2);
        TileKey whole = new TileKey(0, 1, 2);
        TiledPicture picture = tiled(file);
        picture.want(List.of(half, whole));
        await(() -> picture.find(half).isPresent() && picture.find(whole).isPresent() && !picture.isBusy());
        int[] before = picture.find(half).orElseThrow().argb();
        picture.close();

        Path cache = onlyCache();
        try (TiffTiles again = TiffTiles.open(file, 0, cache)) {
            TileSource.Tile tile = again.read(half).orElseThrow();
            assertEquals(TileSource.Quality.FINAL, tile.quality());
            assertArrayEquals(before, ((PixelImage) tile.picture()).argb());
            assertEquals(TileSource.Quality.DEAR, again.read(new TileKey(1, 0, 2)).orElseThrow().quality());
        }
        assertFalse(Files.size(cache) > 200_000, "tiles of the picture itself are not kept");
    }

    @Test
    void allTilesThatWereMadeAreKeptHoweverManyCameWithoutAPause() throws IOException {
        Page page = Page.of(7_000, 7_000, 1, 8).tiles(256).with(Packing.DEFLATE);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> x / 16 + y / 32 & 0xff);
        TiledPicture picture = tiled(file);
        List<TileKey> keys = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            keys.add(new TileKey(1, i % 7, i / 7));
        }
        picture.want(keys);
        await(() -> keys.stream().allMatch(key -> picture.find(key).isPresent()) && !picture.isBusy());
        picture.close();
        try (TiffTiles again = TiffTiles.open(file, 0, onlyCache())) {
            for (TileKey key : keys) {
                assertEquals(TileSource.Quality.FINAL, again.read(key).orElseThrow().quality(), key.toString());
            }
        }
    }

    @Test
    void whoWantsMoreThanMemoryHoldsGetsTheMostUrgentAndThereIsAnEnd() throws IOException {
        Page page = Page.of(3_000, 3_000, 3, 8).tiles(256);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, TiledPictureTest::scene);
        TiledPicture picture = new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), executor, 5L << 20)
                .openTiled(PictureFile.of(file));
        open.add(picture);
        List<TileKey> keys = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            keys.add(new TileKey(0, i % 4, i / 4));
        }
        ConcurrentLinkedQueue<TileKey> came = new ConcurrentLinkedQueue<>();
        picture.onArrival(key -> {
            came.add(key);
            picture.want(keys);
        });
        picture.want(keys);
        await(() -> came.size() >= 4 && !picture.isBusy());
        assertTrue(came.size() <= 5, "read again and again: " + came);
        assertTrue(keys.subList(0, 4).stream().allMatch(key -> picture.find(key).isPresent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tif", "png"})
    void aTileThatIsPreparedWhileItIsReadIsReadAgain(String format) throws IOException {
        Path file = folder.resolve("a." + format);
        if (format.equals("png")) {
            ImageIO.write(rgb(), "png", file.toFile());
        } else {
            Page page = Page.of(9_000, 9_000, 1, 8).tiles(64).with(Packing.DEFLATE);
            TiffFixture.write(file, page, (x, y, c) -> x < 4_500 ? 40 : 200);
        }
        PictureFile known = PictureFile.of(file);
        SlowSource slow = new SlowSource(BigPictures.open(known, new ImageDecoder().check(file), folder.resolve("a.tiles")));
        TiledPicture picture = new TiledPicture(file, slow, executor, 64L << 20);
        open.add(picture);
        TileKey coarsest = new TileKey(picture.levels() - 1, 0, 0);
        picture.onArrival(key -> picture.want(List.of(coarsest)));
        picture.want(List.of(coarsest));
        await(() -> slow.reading.getCount() == 0);
        picture.prepare(done -> true);
        slow.prepared.countDown();
        await(() -> slow.came.contains(TileSource.Quality.FINAL) && picture.find(coarsest).isPresent() && !picture.isBusy());
    }

    /// The tiles of a file, of which the first is handed over only when that is allowed.
    private record SlowSource(TileSource file, CountDownLatch reading, CountDownLatch prepared, Queue<TileSource.Quality> came)
            implements
                TileSource {
        SlowSource(TileSource file) {
            this(file, new CountDownLatch(1), new CountDownLatch(1), new ConcurrentLinkedQueue<>());
        }

        @Override
        public Optional<Tile> read(TileKey key) throws IOException {
            Optional<Tile> tile = file.read(key);
            reading.countDown();
            try {
                assertTrue(prepared.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            tile.ifPresent(each -> came.add(each.quality()));
            return tile;
        }

        @Override
        public TileGrid grid() {
            return file.grid();
        }

        @Override
        public void keep(TileKey key, Picture tile) throws IOException {
            file.keep(key, tile);
        }

        @Override
        public Optional<SampleRange> range() {
            return file.range();
        }

        @Override
        public boolean isPrepared() {
            return file.isPrepared();
        }

        @Override
        public void prepare(Consumer<TileKey> arrived, DoublePredicate goOn) throws IOException {
            file.prepare(arrived, goOn);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Test
    void aTileThatCouldNotBeReadIsTriedAgainOnTheNextVisit() throws IOException {
        Page page = Page.of(3_000, 3_000, 3, 8).tiles(256).with(Packing.DEFLATE);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, TiledPictureTest::scene);
        byte[] whole = Files.readAllBytes(file);
        TileKey here = new TileKey(0, 1, 2);
        TileKey elsewhere = new TileKey(0, 4, 4);
        TiledPicture picture = tiled(file);
        Files.write(file, new byte[whole.length]);
        picture.want(List.of(here));
        await(() -> !picture.isBusy());
        assertTrue(picture.find(here).isEmpty());

        Files.write(file, whole);
        picture.want(List.of(here));
        assertFalse(picture.isBusy(), "not again and again");
        picture.want(List.of(elsewhere));
        picture.want(List.of(here));
        await(() -> picture.find(here).isPresent());
        assertEquals(argb(512 + 7, 1_024 + 9), picture.find(here).orElseThrow().argb(7, 9));
    }

    @Test
    void aKeptTileThatIsDamagedIsMadeAgain() throws IOException {
        Path file = folder.resolve("a.png");
        ImageIO.write(rgb(), "png", file.toFile());
        TileKey damaged = new TileKey(0, 1, 0);
        TiledPicture before = tiled(file);
        before.prepare(done -> true);
        int[] pixels = before.read(damaged).argb();
        before.close();
        try (FileChannel kept = FileChannel.open(onlyCache(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer entry = ByteBuffer.allocate(16);
            kept.read(entry, 32 + 16);
            kept.write(ByteBuffer.allocate(8), entry.getLong(0) + 20);
        }

        TiledPicture again = tiled(file);
        assertTrue(again.isPrepared());
        assertThrows(MediaException.class, () -> again.read(damaged));
        assertFalse(again.isPrepared());
        again.prepare(done -> true);
        assertTrue(again.isPrepared());
        assertArrayEquals(pixels, again.read(damaged).argb());
    }

    @Test
    void twoWhoKeepTilesOfTheSamePictureDoNotWriteOverEachOther() throws IOException {
        TileGrid grid = new TileGrid(2_000, 2_000, 512);
        Path cache = folder.resolve("a.tiles");
        byte[] first = {1, 2, 3, 4};
        byte[] second = {5, 6, 7, 8};
        try (TileFile old = TileFile.open(cache, grid); TileFile fresh = TileFile.open(cache, grid)) {
            old.write(new TileKey(0, 0, 0), first);
            fresh.write(new TileKey(0, 1, 0), second);
            old.write(new TileKey(0, 2, 0), first);
        }
        try (TileFile later = TileFile.open(cache, grid)) {
            assertArrayEquals(first, later.read(new TileKey(0, 0, 0)).orElseThrow());
            assertArrayEquals(second, later.read(new TileKey(0, 1, 0)).orElseThrow());
            assertArrayEquals(first, later.read(new TileKey(0, 2, 0)).orElseThrow());
        }
    }

    private Path onlyCache() throws IOException {
        try (var kept = Files.list(folder.resolve("tiles"))) {
            return kept.findFirst().orElseThrow();
        }
    }

    @Test
    void aChangedFileIsPreparedAnew() throws IOException {
        Page page = Page.of(5_000, 5_000, 1, 8).tiles(64).with(Packing.DEFLATE);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> 9);
        TiledPicture before = tiled(file);
        before.prepare(done -> true);
        before.close();
        TiffFixture.write(file, page.with(Packing.NONE), (x, y, c) -> 77);
        assertFalse(tiled(file).isPrepared());
    }

    @Test
    void tilesInMemoryStayWithinTheBudget() throws IOException {
        Page page = Page.of(4_096, 4_096, 3, 8).tiles(256).with(Packing.DEFLATE);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, TiledPictureTest::scene);
        long budget = 5L << 20;
        TiledPicture picture = new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), executor, budget)
                .openTiled(PictureFile.of(file));
        open.add(picture);
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                picture.read(new TileKey(0, column, row));
                assertTrue(picture.heldBytes() <= budget);
            }
        }
    }

    @Test
    void deepSamplesAreSeenThroughAWindowAndKeepTheirValues() throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 1, 16).tiles(256).with(Packing.DEFLATE).withPredictor(2);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> 1_000 + x);
        TiledPicture picture = tiled(file);
        SampleRange range = picture.range().orElseThrow();
        assertTrue(range.low() >= 1_000 && range.high() <= 1_000 + WIDTH && range.high() > 2_300, range.toString());
        TileKey first = new TileKey(0, 0, 0);
        picture.read(first);
        picture.show(new SampleWindow(1_000, 1_255));
        assertEquals(0xff646464, picture.find(first).orElseThrow().argb(100, 0));
        picture.show(new SampleWindow(1_100, 1_101));
        assertEquals(0xff000000, picture.find(first).orElseThrow().argb(100, 0));
        assertEquals("1100", picture.peek(100, 0).orElseThrow().samples());
    }

    @Test
    void deepPicturesReadFromTopToBottomKeepTheirValuesToo() throws IOException {
        BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                grey.getRaster().setSample(x, y, 0, 20_000 + x);
            }
        }
        Path file = folder.resolve("a.png");
        ImageIO.write(grey, "png", file.toFile());
        TiledPicture picture = tiled(file);
        picture.prepare(done -> true);
        picture.read(new TileKey(0, 1, 0));
        assertEquals("20300", picture.peek(300, 5).orElseThrow().samples());
        assertTrue(picture.range().orElseThrow().low() >= 20_000);
    }

    @Test
    void aPixelThatIsNotInMemoryIsReadForThePointer() throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 3, 8).tiles(256);
        TiledPicture picture = tiled(TiffFixture.write(folder.resolve("a.tif"), page, TiledPictureTest::scene));
        ConcurrentLinkedQueue<TileKey> came = new ConcurrentLinkedQueue<>();
        picture.onArrival(came::add);
        assertTrue(picture.peek(1_000, 700).isEmpty());
        await(() -> !came.isEmpty());
        assertEquals(argb(1_000, 700), picture.peek(1_000, 700).orElseThrow().argb());
    }

    @Test
    void whatCannotBeReadInPartsSaysWhy() throws IOException {
        Path interlaced = folder.resolve("a.png");
        byte[] png = TestPictures.encoded(TestPictures.fourFields(20, 20), "png");
        png[28] = 1;
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        Files.write(interlaced, png);
        ImageDecoder small = new ImageDecoder(new DecodeLimits(100));
        MediaException problem = assertThrows(MediaException.class, () -> small.check(interlaced));
        assertEquals(MediaException.Reason.TOO_LARGE, problem.reason());
        assertTrue(problem.getMessage().contains("interlaced") && problem.getMessage().endsWith("."), problem.getMessage());
    }

    @Test
    void aPictureTooLargeToDecodeIsNotRefusedWhenItCanBeReadInParts() throws IOException {
        Path file = folder.resolve("a.png");
        ImageIO.write(rgb(), "png", file.toFile());
        ImageDecoder small = new ImageDecoder(new DecodeLimits(200_000));
        assertEquals(WIDTH, small.check(file).width());
        assertThrows(MediaException.class, () -> small.decode(file));
        PixelImage thumbnail = small.decode(file, 200, 200);
        assertEquals(200, thumbnail.width());
    }

    @Test
    void anOrdinaryPictureIsOpenedWhole() throws IOException {
        Path file = folder.resolve("a.png");
        ImageIO.write(rgb(), "png", file.toFile());
        PictureOpener opener = new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), executor, 1 << 24);
        assertInstanceOf(PixelImage.class, opener.open(PictureFile.of(file)));
        assertFalse(Files.exists(folder.resolve("tiles")));
    }

    private TiledPicture tiled(Path file) throws MediaException {
        TiledPicture picture = new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), executor, 64L << 20)
                .openTiled(PictureFile.of(file));
        open.add(picture);
        return picture;
    }

    private void assertPyramid(TiledPicture picture, PixelImage whole) throws MediaException {
        picture.prepare(done -> true);
        assertTrue(picture.isPrepared());
        assertEquals(whole.width(), picture.width());
        assertEquals(whole.height(), picture.height());
        PixelImage level = whole;
        for (int number = 0; number < picture.levels(); number++) {
            int columns = Math.ceilDiv(picture.width(number), picture.tileSize());
            int rows = Math.ceilDiv(picture.height(number), picture.tileSize());
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    PixelImage tile = picture.read(new TileKey(number, column, row));
                    assertTile(level, tile, column * picture.tileSize(), row * picture.tileSize(), number);
                }
            }
            level = (PixelImage) Shrink.by(level, 2);
        }
    }

    /// Turned pictures are halved from the other end, so that a pixel beside an edge of colours may be off at coarse levels.
    private static void assertTile(PixelImage level, PixelImage tile, int left, int top, int number) {
        long off = 0;
        for (int y = 0; y < tile.height(); y++) {
            for (int x = 0; x < tile.width(); x++) {
                int distance = TestPictures.distance(level.argb(left + x, top + y), tile.argb(x, y));
                off += distance > (number == 0 ? 0 : 24) ? 1 : 0;
            }
        }
        assertTrue(off <= (number == 0 ? 0 : (long) tile.width() * tile.height() * number * number / 200),
                off + " pixels of level " + number + " are wrong at " + left + ", " + top);
    }

    private static double scene(int x, int y, int c) {
        return switch (c) {
            case 0 -> x * 255 / WIDTH;
            case 1 -> y * 255 / HEIGHT;
            default -> x / 700 % 2 == y / 700 % 2 ? 60 : 180;
        };
    }

    private static int argb(int x, int y) {
        return 0xff000000 | (int) scene(x, y, 0) << 16 | (int) scene(x, y, 1) << 8 | (int) scene(x, y, 2);
    }

    private static BufferedImage rgb() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, argb(x, y));
            }
        }
        return image;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
        }
    }
}
