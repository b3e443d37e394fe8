package labelwright.canvas.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.canvas.pixel.PatchSource;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Point;
import labelwright.media.ImageDecoder;
import labelwright.media.PictureFile;
import labelwright.media.PictureOpener;
import labelwright.media.TiffFixture;
import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;
import labelwright.media.TiledPicture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The wand and the cut-out on a grey picture in tiles with a light rectangle of 1,401 x 1,003 pixels at (2101, 1307).
class TiledToolsTest {
    private static final int WIDTH = 6_400;
    private static final int HEIGHT = 5_000;
    private static final Bounds LIGHT = new Bounds(2_101, 1_307, 1_401, 1_003);
    private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(2);

    @TempDir
    private static Path folder;
    private static TiledPicture picture;

    @BeforeAll
    static void open() throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 1, 8).tiles(256).with(Packing.PACK_BITS);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> LIGHT.contains(
                new Point(x + 0.5, y + 0.5)) ? 200 : 90);
        picture = (TiledPicture) new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), EXECUTOR, 64L << 20)
                .open(PictureFile.of(file));
    }

    @AfterAll
    static void close() {
        picture.close();
        EXECUTOR.shutdown();
    }

    private static Board board(Bounds visible, Tool.Kind tool) {
        Board board = new Board(WIDTH, HEIGHT);
        board.pixels(new PatchSource.Tiled(picture));
        board.visible(visible);
        board.station().choose(tool);
        return board;
    }

    @Test
    void closeToThePictureTheWandTakesEveryPixel() {
        Board board = board(new Bounds(1_900, 1_200, 1_900, 1_300), Tool.Kind.WAND);
        board.click(3_000, 2_000);
        board.work();
        assertEquals(MaskFill.of(new Box(2_101, 1_307, 1_401, 1_003), WIDTH, HEIGHT).orElseThrow(), board.newest());
    }

    @Test
    void farFromThePictureTheWandTakesBlocksOfPixels() {
        Board board = board(new Bounds(0, 0, WIDTH, HEIGHT), Tool.Kind.WAND);
        board.click(3_000, 2_000);
        board.work();
        assertAbout(LIGHT, board.newest().bounds(), 4);
    }

    @Test
    void whatIsOutsideStaysInsideThePicture() {
        Board board = board(new Bounds(0, 0, WIDTH, HEIGHT), Tool.Kind.WAND);
        board.click(6_390, 4_990);
        board.work();
        Bounds found = board.newest().bounds();
        assertTrue(new Bounds(0, 0, WIDTH, HEIGHT).contains(found), found.toString());
        assertAbout(new Bounds(390, 0, 6_010, HEIGHT), found, 4);
    }

    @Test
    void theObjectIsCutOutOfABoxOfAnySize() {
        Board small = board(new Bounds(1_900, 1_200, 1_900, 1_300), Tool.Kind.CUTOUT);
        small.drag(2_050, 1_250, 3_550, 2_350);
        small.work();
        small.station().key(ToolKey.ENTER);
        assertAbout(LIGHT, small.newest().bounds(), 2);
        Board large = board(new Bounds(0, 0, WIDTH, HEIGHT), Tool.Kind.CUTOUT);
        large.drag(1_200, 700, 4_600, 3_600);
        large.work();
        large.drag(2_500, 1_700, 2_700, 1_900);
        large.work();
        large.station().key(ToolKey.ENTER);
        assertAbout(LIGHT, large.newest().bounds(), 8);
    }

    @Test
    void aPictureThatWasClosedMeanwhileSaysSo() throws IOException {
        Path file = TiffFixture.write(folder.resolve("b.tif"), Page.of(WIDTH, HEIGHT, 1, 8).tiles(256).with(Packing.PACK_BITS),
                (x, y, c) -> 5);
        TiledPicture other = (TiledPicture) new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), EXECUTOR, 64L << 20)
                .open(PictureFile.of(file));
        other.close();
        Board board = new Board(WIDTH, HEIGHT);
        board.pixels(new PatchSource.Tiled(other));
        board.visible(new Bounds(0, 0, 1_000, 1_000));
        board.station().choose(Tool.Kind.WAND);
        board.click(500, 500);
        board.work();
        assertEquals(new Outcome.Refused(Outcome.Refusal.NO_PIXELS), board.lastOutcome());
    }

    private static void assertAbout(Bounds wanted, Bounds found, double off) {
        assertEquals(wanted.x(), found.x(), off);
        assertEquals(wanted.y(), found.y(), off);
        assertEquals(wanted.maxX(), found.maxX(), off);
        assertEquals(wanted.maxY(), found.maxY(), off);
    }
}
