package labelwright.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import labelwright.exchange.ItemRecord;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.coco.CocoFormat;
import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;
import labelwright.model.Problem;

/// Makes a large COCO data set in a folder and measures how long its file takes to read. Arguments: the folder, then
/// `images=100000 boxes=1000000 pictures=none|jpg polygons=0 runs=1`. Prints one line of JSON. A folder that holds the file already is only read.
public final class CocoBench {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int CATEGORIES = 80;

    private CocoBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Map<String, String> settings = new LinkedHashMap<>(
                Map.of("images", "100000", "boxes", "1000000", "pictures", "none", "polygons", "0", "runs", "1"));
        for (int i = 1; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        Path file = folder.resolve("annotations/instances_train.json");
        if (Files.notExists(file)) {
            generate(folder, file, Integer.parseInt(settings.get("images")), Integer.parseInt(settings.get("boxes")),
                    Integer.parseInt(settings.get("polygons")));
            if (settings.get("pictures").equals("jpg")) {
                pictures(folder, Integer.parseInt(settings.get("images")));
            }
        }
        for (int run = 0; run < Integer.parseInt(settings.get("runs")); run++) {
            System.out.println(measure(folder, file));
        }
    }

    static void generate(Path folder, Path file, int images, int boxes, int polygons) throws IOException {
        Files.createDirectories(folder.resolve("annotations"));
        Files.createDirectories(folder.resolve("images/train"));
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"info\":{\"description\":\"benchmark\"},\"licenses\":[],\"images\":[");
            for (int i = 1; i <= images; i++) {
                out.write(String.format(Locale.ROOT, "%s{\"license\":1,\"file_name\":\"%s\",\"height\":%d,\"width\":%d,\"id\":%d}",
                        i == 1 ? "" : ",", name(i), HEIGHT, WIDTH, i));
            }
            out.write("],\"annotations\":[");
            for (int i = 1; i <= boxes; i++) {
                double x = Math.rint(random.nextDouble() * 500 * 100) / 100;
                double y = Math.rint(random.nextDouble() * 400 * 100) / 100;
                double w = 1 + Math.rint(random.nextDouble() * 100 * 100) / 100;
                double h = 1 + Math.rint(random.nextDouble() * 70 * 100) / 100;
                String outline = i > polygons ? "" : "[" + x + "," + y + "," + (x + w) + "," + y + "," + (x + w) + "," + (y + h) + "]";
                out.write((i == 1 ? "" : ",") + "{\"segmentation\":[" + outline + "],\"area\":" + w * h + ",\"iscrowd\":0,\"image_id\":"
                        + (1 + (i - 1) % images) + ",\"bbox\":[" + x + "," + y + "," + w + "," + h + "],\"category_id\":"
                        + (1 + random.nextInt(CATEGORIES)) + ",\"id\":" + i + "}");
            }
            out.write("],\"categories\":[");
            for (int i = 1; i <= CATEGORIES; i++) {
                out.write((i == 1 ? "" : ",") + "{\"supercategory\":\"\",\"id\":" + i + ",\"name\":\"class " + i + "\"}");
            }
            out.write("]}");
        }
    }

    private static void pictures(Path folder, int images) throws IOException {
        int[] grey = new int[WIDTH * HEIGHT];
        Arrays.fill(grey, 0xFF808080);
        Path first = folder.resolve("images/train").resolve(name(1));
        ImageEncoder.writeJpeg(new PixelImage(WIDTH, HEIGHT, grey), first, 0.5);
        byte[] picture = Files.readAllBytes(first);
        for (int i = 2; i <= images; i++) {
            Files.write(folder.resolve("images/train").resolve(name(i)), picture);
        }
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "%012d.jpg", number);
    }

    private static String measure(Path folder, Path file) throws IOException {
        Counter counter = new Counter();
        long start = System.nanoTime();
        new CocoFormat().reader().read(new ReadRequest(folder, Optional.empty(), PictureSizes.UNKNOWN), counter);
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(Locale.ROOT,
                "{\"megabytes\": %.1f, \"items\": %d, \"annotations\": %d, \"problems\": %d, \"seconds\": %.2f, \"peakHeapMegabytes\": %d, \"longestSilenceMs\": %d}",
                Files.size(file) / 1e6, counter.items, counter.annotations, counter.problems, seconds, counter.peak >> 20,
                counter.longestSilence / 1_000_000);
    }

    /// Also watches the heap that is live after a collection, roughly, and the longest time without a call.
    private static final class Counter implements RecordSink {
        private long items;
        private long annotations;
        private long problems;
        private long peak;
        private long calls;
        private long longestSilence;
        private long last = System.nanoTime();

        private void called() {
            long now = System.nanoTime();
            longestSilence = Math.max(longestSilence, now - last);
            last = now;
            if (calls++ % 1000 == 0) {
                peak = Math.max(peak, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
            }
        }

        @Override
        public void label(String name) {
            called();
        }

        @Override
        public void item(ItemRecord item) {
            called();
            items++;
        }

        @Override
        public void annotation(String itemKey, RegionRecord region) {
            called();
            annotations++;
        }

        @Override
        public void problem(Problem problem) {
            called();
            problems++;
        }

        @Override
        public void progress(long done, long total) {
            called();
        }
    }
}
