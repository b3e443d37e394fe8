package labelwright.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;

import labelwright.canvas.raster.FramePainter;
import labelwright.canvas.raster.ShapeLayer;
import labelwright.canvas.raster.TextMask;
import labelwright.canvas.raster.TiledLevels;
import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Bounds;
import labelwright.media.ImageDecoder;
import labelwright.media.PictureFile;
import labelwright.media.PictureOpener;
import labelwright.media.TiffFixture;
import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;
import labelwright.media.TiledPicture;

/// How quickly a picture of 40,000 x 40,000 pixels is on the screen, panned and prepared. Run:
/// `mvn -q -Pbench -Dbench=BigPictureBench -Dbench.jvm=-Xmx512m -Dbench.args="FOLDER packing=jpeg|deflate copies=no|yes side=40000
/// scales=1,0.4,0.1 states=new,prepared"`. Makes the file in the folder when it is not there. Writes one line of JSON.
///
/// The view is 1400 x 900 device pixels, painted by the painter of the canvas. At each scale the view jumps to a place where it has not been
/// and walks from there, turning back at the edges of the picture, at most sixty steps a second; then it jumps back and walks the same way
/// once more, at once. The first walk is called `new`, the second `cached`. Of their steps three numbers are told in milliseconds: until
/// everything in view is sharp and drawn, the median and the worst step, and the worst step until the view has moved, with coarser pixels
/// where finer ones are still missing. Beside them stands the processor time of the whole walk, and what it took by the clock.
///
/// The thread that paints sleeps while it waits, as that of JavaFX does.
public final class BigPictureBench {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final int TILE = 256;
    private static final int PATTERNS = 48;
    private static final int STEP = 120;
    private static final int STEPS = 40;
    private static final long PULSE_NANOS = 16_000_000;
    private static final long PATIENCE_NANOS = 1_000_000;

    private final Map<String, Object> results = new LinkedHashMap<>();
    private final Semaphore arrived = new Semaphore(0);
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private double[] scales = {};
    private long highest;
    private long moved;

    private BigPictureBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new LinkedHashMap<>(Map.of("packing", "jpeg", "copies", "no", "side", "40000", "states",
                "new,prepared", "scales", "1,0.8,0.6,0.45,0.4,0.35,0.25,0.1"));
        for (String arg : Arrays.copyOfRange(args, 1, args.length)) {
            options.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
        }
        new BigPictureBench().run(Path.of(args[0]), options);
    }

    private void run(Path folder, Map<String, String> options) throws Exception {
        int side = Integer.parseInt(options.get("side"));
        boolean copies = options.get("copies").equals("yes");
        scales = Stream.of(options.get("scales").split(",")).mapToDouble(Double::parseDouble).toArray();
        Packing packing = Packing.valueOf(options.get("packing").toUpperCase(Locale.ROOT));
        Files.createDirectories(folder);
        Path file = folder.resolve("big-%s-%d%s.tif".formatted(options.get("packing"), side, copies ? "-copies" : ""));
        if (!Files.exists(file)) {
            make(file, side, packing, copies);
        }
        results.put("file", file.getFileName().toString());
        results.put("megabytes", Files.size(file) >> 20);
        results.put("heap_limit_mb", Runtime.getRuntime().maxMemory() >> 20);
        results.put("processors", Runtime.getRuntime().availableProcessors());
        Path tiles = folder.resolve("tiles");
        empty(tiles);
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()))) {
            warmUp(folder, executor);
            PictureOpener opener = new PictureOpener(new ImageDecoder(), tiles, executor, 64L << 20);
            if (options.get("states").contains("new")) {
                view(opener, file, "before_preparing").close();
                empty(tiles);
            }
            if (options.get("states").contains("prepared")) {
                TiledPicture picture = (TiledPicture) opener.open(PictureFile.of(file));
                prepare(picture);
                picture.close();
                view(opener, file, "prepared").close();
            }
            results.put("cache_mb", size(tiles) >> 20);
            results.put("thumbnail_ms", millis(() -> new ImageDecoder().decode(file, 256, 256)));
        }
        results.put("heap_highest_mb", highest >> 20);
        System.out.println(new ObjectMapper().writeValueAsString(results));
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var old = Files.list(folder)) {
                for (Path path : old.toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /// Loads the classes, as an app that shows another picture before has.
    private void warmUp(Path folder, ExecutorService executor) throws Exception {
        Path file = folder.resolve("warm-up.tif");
        TiffFixture.write(file, Page.of(6_000, 6_000, 3, 8).tiles(TILE).with(Packing.DEFLATE), (x, y, c) -> x + y & 0xff);
        PictureOpener opener = new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), executor, 64L << 20);
        try (TiledPicture picture = (TiledPicture) opener.open(PictureFile.of(file))) {
            FramePainter painter = painter(picture);
            draw(painter, levels(painter, picture), Viewport.fit(new Bounds(0, 0, 6_000, 6_000), WIDTH, HEIGHT, 16));
        }
    }

    private TiledPicture view(PictureOpener opener, Path file, String state) throws Exception {
        long start = System.nanoTime();
        TiledPicture picture = (TiledPicture) opener.open(PictureFile.of(file));
        FramePainter painter = painter(picture);
        Viewport whole = Viewport.fit(new Bounds(0, 0, picture.width(), picture.height()), WIDTH, HEIGHT, 16).onDevice(1);
        TiledLevels levels = levels(painter, picture);
        levels.ask(whole, WIDTH, HEIGHT);
        painter.view(whole);
        arrived.acquire();
        painter.flush(Long.MAX_VALUE);
        results.put(state + "_first_look_ms", (System.nanoTime() - start) / 1e6);
        draw(painter, levels, whole);
        results.put(state + "_first_view_ms", (System.nanoTime() - start) / 1e6);
        for (int i = 0; i < scales.length; i++) {
            pan(painter, levels, picture, state, i);
        }
        return picture;
    }

    /// Neighbouring scales use the same level: they begin in four corners, so that none finds what another left.
    private void pan(FramePainter painter, TiledLevels levels, TiledPicture picture, String state, int number) throws InterruptedException {
        double scale = scales[number];
        double left = picture.width() * scale * (number % 2 == 0 ? 0.02 : 0.52);
        double top = picture.height() * scale * (number / 2 % 2 == 0 ? 0.02 : 0.52);
        Viewport view = new Viewport(scale, -left, -top).onDevice(1);
        for (String walk : List.of("new", "cached")) {
            String name = "%s_%s_at_%s".formatted(state, walk, scale);
            long start = System.nanoTime();
            draw(painter, levels, view);
            results.put(name + "_jump_ms", (System.nanoTime() - start) / 1e6);
            long processor = system.getProcessCpuTime();
            start = System.nanoTime();
            results.put(name + "_step_ms", steps(painter, levels, view));
            results.put(name + "_processor_ms", (system.getProcessCpuTime() - processor) / 1e6);
            results.put(name + "_clock_ms", (System.nanoTime() - start) / 1e6);
        }
    }

    /// Median and worst of the steps until all is sharp, and the worst of the first frames, in milliseconds.
    private double[] steps(FramePainter painter, TiledLevels levels, Viewport from) throws InterruptedException {
        double[] times = new double[STEPS];
        double[] frames = new double[STEPS];
        Viewport view = from;
        int across = STEP;
        int down = STEP / 2;
        for (int i = 0; i < STEPS; i++) {
            if (!inside(view.offsetX() - across, levels.width() * view.scale(), WIDTH)) {
                across = -across;
            }
            if (!inside(view.offsetY() - down, levels.height() * view.scale(), HEIGHT)) {
                down = -down;
            }
            view = view.pan(-across, -down).onDevice(1);
            long start = System.nanoTime();
            draw(painter, levels, view);
            times[i] = (System.nanoTime() - start) / 1e6;
            frames[i] = (moved - start) / 1e6;
            for (long left = start + PULSE_NANOS - System.nanoTime(); left > 0; left = start + PULSE_NANOS - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
        Arrays.sort(times);
        Arrays.sort(frames);
        return new double[] {times[STEPS / 2], times[STEPS - 1], frames[STEPS - 1]};
    }

    private static boolean inside(double offset, double picture, int window) {
        return offset <= 0 && offset + picture >= window;
    }

    private FramePainter painter(TiledPicture picture) {
        FramePainter painter = new FramePainter(WIDTH, HEIGHT, new ShapeLayer(), new ShapeLayer(), text -> new TextMask(1, 1, new byte[1]));
        arrived.drainPermits();
        picture.onArrival(_ -> arrived.release());
        return painter;
    }

    private static TiledLevels levels(FramePainter painter, TiledPicture picture) {
        TiledLevels levels = new TiledLevels(picture);
        painter.picture(levels);
        return levels;
    }

    /// Draws until all that is in view is as sharp as it can be now.
    private void draw(FramePainter painter, TiledLevels levels, Viewport view) throws InterruptedException {
        painter.view(view);
        levels.ask(view, WIDTH, HEIGHT);
        boolean sharp = levels.isSharp(view, WIDTH, HEIGHT);
        painter.flush(Long.MAX_VALUE);
        moved = System.nanoTime();
        if (!sharp) {
            while (!levels.isSharp(view, WIDTH, HEIGHT)) {
                if (arrived.tryAcquire(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                    arrived.drainPermits();
                    levels.ask(view, WIDTH, HEIGHT);
                }
            }
            painter.everything();
            painter.flush(Long.MAX_VALUE);
        }
        Runtime runtime = Runtime.getRuntime();
        highest = Math.max(highest, runtime.totalMemory() - runtime.freeMemory());
    }

    private void prepare(TiledPicture picture) throws IOException {
        long start = System.nanoTime();
        picture.prepare(done -> {
            Runtime runtime = Runtime.getRuntime();
            highest = Math.max(highest, runtime.totalMemory() - runtime.freeMemory());
            return true;
        });
        results.put("preparing_s", (System.nanoTime() - start) / 1e9);
    }

    private static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void make(Path file, int side, Packing packing, boolean copies) throws IOException {
        byte[][] patterns = new byte[PATTERNS][];
        for (int i = 0; i < PATTERNS; i++) {
            BufferedImage tile = cells(i);
            patterns[i] = packing == Packing.JPEG ? TiffFixture.jpeg(tile) : TiffFixture.pack(bytes(tile), packing);
        }
        try (TiffFixture out = TiffFixture.createBig(file)) {
            Page page = Page.of(side, side, 3, 8).tiles(TILE).with(packing);
            out.page(page, i -> patterns[Math.floorMod(i * 31 + i / 157, PATTERNS)]);
            for (int size = side / 2; copies && size > TILE; size /= 2) {
                Page copy = Page.of(size, size, 3, 8).tiles(TILE).with(packing).copyOfThePageBefore();
                out.page(copy, i -> patterns[i % PATTERNS]);
            }
        }
    }

    private static byte[] bytes(BufferedImage tile) {
        byte[] bgr = ((DataBufferByte) tile.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return rgb;
    }

    /// A stained tissue: a gradient, some noise and dark round cells.
    private static BufferedImage cells(int seed) {
        Random random = new Random(seed);
        BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_3BYTE_BGR);
        int[][] cells = new int[14][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new int[] {random.nextInt(TILE), random.nextInt(TILE), 5 + random.nextInt(12)};
        }
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                int noise = random.nextInt(9);
                int rgb = 0xe0a0c0 + (noise << 16 | noise << 8 | noise);
                for (int[] cell : cells) {
                    if (Math.hypot(x - cell[0], y - cell[1]) < cell[2]) {
                        rgb = 0x603080 + (noise << 16 | noise << 8 | noise);
                    }
                }
                tile.setRGB(x, y, rgb);
            }
        }
        return tile;
    }
}
