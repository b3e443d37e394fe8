package labelwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import labelwright.media.ImageCache;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageEncoder;
import labelwright.media.PictureFile;
import labelwright.media.PixelImage;
import labelwright.media.ThumbnailStore;
import labelwright.media.sample.CellPictures;

/// How fast pictures are looked at, decoded, made small and shown. Prints one line of JSON. Needs about 100 MB in the temporary folder.
///
/// `mvn -q -Pbench -Dbench=MediaBench`
public final class MediaBench {

    private static final int SMALL_FILES = 2000;
    private static final int LARGE_FILES = 24;
    private static final int SAMPLE_PICTURES = 120;
    private static final int ROUNDS = 12;

    private final ImageDecoder decoder = new ImageDecoder();
    private final Path folder;
    private final List<String> results = new ArrayList<>();

    private MediaBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("media-bench");
        try {
            MediaBench bench = new MediaBench(folder);
            bench.run();
            System.out.println("{" + String.join(", ", bench.results) + "}");
        } finally {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run() throws Exception {
        List<Path> samples = sample();
        List<Path> small = copies(samples.getFirst(), SMALL_FILES, "small");
        List<Path> large = copies(large(), LARGE_FILES, "large");
        looking(small);
        decoding(small, large);
        thumbnails(small, large);
        nextPicture(large);
    }

    private List<Path> sample() {
        CellPictures pictures = new CellPictures(1);
        long start = System.nanoTime();
        List<Path> files = IntStream.range(0, SAMPLE_PICTURES).parallel().mapToObj(i -> write(pictures.render(i).image(), "sample" + i))
                .toList();
        add("sample_120_pictures_s", seconds(start));
        return files;
    }

    private void looking(List<Path> small) throws IOException {
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (Path file : small) {
                decoder.check(file);
            }
            if (round == 2) {
                add("check_per_s", small.size() / seconds(start));
            }
        }
    }

    private void decoding(List<Path> small, List<Path> large) throws IOException {
        double[] full = new double[ROUNDS];
        double[] bounded = new double[ROUNDS];
        double[] usual = new double[ROUNDS * 10];
        for (int i = 0; i < ROUNDS; i++) {
            full[i] = millis(() -> decoder.decode(large.get(0)));
            bounded[i] = millis(() -> decoder.decode(large.get(0), 640, 640));
        }
        for (int i = 0; i < usual.length; i++) {
            Path file = small.get(i);
            usual[i] = millis(() -> decoder.decode(file));
        }
        add("decode_12mpx_jpeg_ms", percentile(full, 50));
        add("decode_12mpx_jpeg_to_640_ms", percentile(bounded, 50));
        add("decode_640x480_jpeg_ms", percentile(usual, 50));
    }

    private void thumbnails(List<Path> small, List<Path> large) throws IOException {
        ThumbnailStore fresh = new ThumbnailStore(decoder, folder.resolve("thumbnails"), ThumbnailStore.DEFAULT_BYTES);
        add("thumbnails_made_640x480_per_s", rate(fresh, small.subList(0, 500)));
        add("thumbnails_made_12mpx_per_s", rate(fresh, large));
        ThumbnailStore again = new ThumbnailStore(decoder, folder.resolve("thumbnails"), ThumbnailStore.DEFAULT_BYTES);
        add("thumbnails_from_disk_per_s", rate(again, small.subList(0, 500)));
        add("thumbnails_from_memory_per_s", rate(again, small.subList(0, 300)));
    }

    private static double rate(ThumbnailStore store, List<Path> files) throws IOException {
        long start = System.nanoTime();
        for (Path file : files) {
            store.thumbnail(PictureFile.of(file), ThumbnailStore.DEFAULT_SIZE);
        }
        return files.size() / seconds(start);
    }

    /// From asking for a prefetched picture to its pixels lying in another buffer, as a screen needs them.
    private void nextPicture(List<Path> large) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            ImageCache cache = new ImageCache(decoder::decode, threads, ImageCache.DEFAULT_BYTES, 2);
            int[] screen = new int[4000 * 3000];
            double[] times = new double[large.size() * 3];
            for (int i = 0; i < times.length; i++) {
                PictureFile next = PictureFile.of(large.get(i % large.size()));
                cache.prefetch(List.of(next, PictureFile.of(large.get((i + 1) % large.size()))));
                while (cache.find(next).isEmpty()) {
                    Thread.onSpinWait();
                }
                times[i] = millis(() -> {
                    int[] argb = ((PixelImage) cache.get(next).join()).argb();
                    System.arraycopy(argb, 0, screen, 0, argb.length);
                    return screen;
                });
            }
            add("next_12mpx_prefetched_p50_ms", percentile(times, 50));
            add("next_12mpx_prefetched_p95_ms", percentile(times, 95));
        }
    }

    /// 4000 x 3000 pixels of cells.
    private Path large() {
        CellPictures pictures = new CellPictures(2);
        int[] argb = new int[4000 * 3000];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                PixelImage tile = pictures.render(row * 3 + column).image().scaledTo(1334, 1000);
                for (int y = 0; y < 1000; y++) {
                    System.arraycopy(tile.argb(), y * 1334, argb, (row * 1000 + y) * 4000 + column * 1333, 1333);
                }
            }
        }
        return write(new PixelImage(4000, 3000, argb), "large");
    }

    private Path write(PixelImage image, String name) {
        try {
            Path file = folder.resolve(name + ".jpg");
            ImageEncoder.writeJpeg(image, file, 0.92);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> copies(Path file, int count, String name) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            copies.add(Files.copy(file, folder.resolve(name + "-" + i + ".jpg")));
        }
        return copies;
    }

    private interface Work {
        Object run() throws IOException;
    }

    private static double millis(Work work) throws IOException {
        long start = System.nanoTime();
        Object result = work.run();
        double time = (System.nanoTime() - start) / 1e6;
        if (result == null) {
            throw new IllegalStateException("nothing came back");
        }
        return time;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private void add(String name, double value) {
        results.add(String.format(Locale.ROOT, "\"%s\": %.2f", name, value));
    }
}
