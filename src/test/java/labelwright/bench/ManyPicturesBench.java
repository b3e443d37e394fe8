package labelwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javafx.scene.Scene;
import javafx.stage.Stage;

import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.canvas.PictureCanvas;
import labelwright.journey.Fx;
import labelwright.media.ImageCache;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageEncoder;
import labelwright.media.Picture;
import labelwright.media.PictureFile;
import labelwright.media.PictureOpener;
import labelwright.media.PixelImage;
import labelwright.media.TiffFixture;
import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;
import labelwright.media.TiledPicture;
import labelwright.model.AnnotationIds;

/// What stays in the heap while 1,000 pictures are shown one after the other: usual ones, deep ones, and every tenth a big one in tiles. Run:
/// `mvn -q -Pbench -Dbench=ManyPicturesBench -Dbench.jvm=-Xmx512m -Dbench.args="FOLDER changes=1000"`. Writes one line of JSON: the heap
/// after a collection at every tenth of the way, in MB.
public final class ManyPicturesBench {
    private static final int FILES = 20;
    private static final int SIDE = 1_200;
    private static final int BIG_SIDE = 6_000;
    private static final long CACHE_BYTES = 48L << 20;

    private ManyPicturesBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int changes = args.length > 1 ? Integer.parseInt(args[1].substring("changes=".length())) : 1_000;
        make(folder);
        Map<String, Object> results = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            PictureOpener opener = new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), threads, 32L << 20);
            ImageCache cache = new ImageCache(opener::open, threads, CACHE_BYTES, 1);
            AnnotationIds ids = new AnnotationIds(0);
            PictureCanvas canvas = Fx.get(() -> new PictureCanvas(threads, ids::next));
            Stage stage = Fx.get(() -> {
                Stage fresh = new Stage();
                fresh.setScene(new Scene(canvas, 1400, 900));
                fresh.show();
                return fresh;
            });
            for (int i = 0; i <= changes; i++) {
                Picture picture = cache.get(file(folder, i)).join();
                Fx.run(() -> canvas.showPicture(picture));
                Fx.pulse();
                Fx.run(canvas::actualSize);
                if (picture instanceof TiledPicture tiled) {
                    Fx.await("its tiles came", () -> tiled.heldBytes() > 0);
                    Fx.run(() -> canvas.showMissing(10, 10));
                    tiled.close();
                }
                if (i % Math.max(1, changes / 10) == 0) {
                    results.put("after_" + i, heap());
                }
            }
            Fx.run(stage::close);
        }
        System.out.println(new ObjectMapper().writeValueAsString(results));
        System.exit(0);
    }

    private static PictureFile file(Path folder, int i) {
        return PictureFile.of(folder.resolve(i % 10 == 9 ? "big.tif" : i % 10 == 4 ? "deep.tif" : i * 7 % FILES + ".jpg"));
    }

    private static void make(Path folder) throws Exception {
        if (Files.exists(folder.resolve("big.tif"))) {
            return;
        }
        for (int i = 0; i < FILES; i++) {
            int[] argb = new int[SIDE * SIDE];
            for (int p = 0; p < argb.length; p++) {
                argb[p] = 0xff000000 | p * (i + 3) & 0x3f3f3f;
            }
            ImageEncoder.writeJpeg(new PixelImage(SIDE, SIDE, argb), folder.resolve(i + ".jpg"), 0.8);
        }
        TiffFixture.write(folder.resolve("deep.tif"), Page.of(SIDE, SIDE, 1, 16), (x, y, c) -> x * y & 0xffff);
        TiffFixture.write(folder.resolve("big.tif"), Page.of(BIG_SIDE, BIG_SIDE, 3, 8).tiles(256).with(Packing.DEFLATE),
                (x, y, c) -> x + y + c & 0xff);
    }

    /// In MB, after collections.
    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return Math.round(least / 104857.6) / 10.0;
    }
}
