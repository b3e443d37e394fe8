package labelwright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static labelwright.media.TestPictures.encoded;
import static labelwright.media.TestPictures.plain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImageCacheTest {

    private static final long ONE_PICTURE = plain(10, 10, 0).weightBytes();

    /// Runs what it was given when the test says so.
    private static final class ByHand implements Executor {

        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void execute(Runnable command) {
            waiting.add(command);
        }

        void runOne() {
            waiting.remove().run();
        }

        void runAll() {
            while (!waiting.isEmpty()) {
                runOne();
            }
        }
    }

    private final ByHand executor = new ByHand();

    @TempDir
    private Path folder;
    private PictureFile a;
    private PictureFile b;
    private PictureFile c;
    private PictureFile d;

    @BeforeEach
    void writePictures() throws IOException {
        a = picture("a");
        b = picture("b");
        c = picture("c");
        d = picture("d");
    }

    @Test
    void twoRequestsForOnePictureDecodeItOnce() throws Exception {
        ImageCache cache = cache(10);

        CompletableFuture<Picture> first = cache.get(a);
        CompletableFuture<Picture> second = cache.get(PictureFile.of(folder.resolve("x").resolve("..").resolve("a.png")));
        assertFalse(first.isDone());
        executor.runAll();

        assertSame(first.get(), second.get());
        assertSame(first.get(), cache.get(a).get());
        assertEquals(new ImageCache.Stats(1, 2, 1, 0, 0, 0, 1, ONE_PICTURE), cache.stats());
    }

    @Test
    void theLongestUnusedPictureMakesRoom() {
        ImageCache cache = cache(2);
        load(cache, a);
        load(cache, b);
        load(cache, a);
        load(cache, c);

        assertTrue(cache.find(a).isPresent());
        assertTrue(cache.find(b).isEmpty());
        assertTrue(cache.find(c).isPresent());
        assertEquals(1, cache.stats().evictions());
        assertEquals(2 * ONE_PICTURE, cache.stats().bytes());
    }

    @Test
    void aPictureHeavierThanTheCacheIsGivenButNotKept() {
        ImageCache cache = new ImageCache(new ImageDecoder()::decode, executor, ONE_PICTURE - 1, 2);

        assertEquals(10, load(cache, a).width());
        assertEquals(0, cache.stats().pictures());
    }

    @Test
    void theNewestRequestComesFirstThenThePrefetchedInOrder() {
        ImageCache cache = cache(10);
        List<String> order = new ArrayList<>();
        cache.prefetch(List.of(c, d));
        note(cache.get(a), "a", order);
        note(cache.get(b), "b", order);

        executor.runOne();
        assertEquals(List.of("b"), order);
        executor.runOne();
        assertEquals(List.of("b", "a"), order);
        executor.runOne();
        assertTrue(cache.find(c).isPresent() && cache.find(d).isEmpty());
        executor.runOne();
        assertTrue(cache.find(d).isPresent());
    }

    @Test
    void askingForAPrefetchedPictureHastensIt() {
        ImageCache cache = cache(10);
        cache.prefetch(List.of(a, b, c));
        CompletableFuture<Picture> wanted = cache.get(c);

        executor.runOne();

        assertTrue(wanted.isDone());
        assertTrue(cache.find(a).isEmpty());
    }

    @Test
    void aNewPrefetchDropsWhatTheOldOneHadNotBegun() {
        ImageCache cache = cache(10);
        cache.prefetch(List.of(a, b, c));
        executor.runOne();
        CompletableFuture<Picture> wanted = cache.get(b);
        cache.prefetch(List.of(d));
        executor.runAll();

        assertTrue(cache.find(a).isPresent(), "had been decoded");
        assertTrue(wanted.isDone(), "somebody waits for it");
        assertTrue(cache.find(c).isEmpty(), "stale");
        assertTrue(cache.find(d).isPresent());
        assertEquals(1, cache.stats().dropped());
        assertEquals(3, cache.stats().loads());
    }

    @Test
    void whatIsLikelierIsNotPushedOutByWhatIsLess() {
        ImageCache cache = cache(2);
        cache.get(d);
        executor.runAll();
        cache.prefetch(List.of(a, b, c));
        executor.runAll();
        assertTrue(cache.find(a).isPresent());
        assertTrue(cache.find(b).isPresent());
        assertEquals(3, cache.stats().loads(), "the third is not even read, as there is no room for it");
    }

    @Test
    void aDroppedPrefetchCanBeAskedForAgain() {
        ImageCache cache = cache(10);
        cache.prefetch(List.of(a));
        cache.prefetch(List.of());
        executor.runAll();

        assertEquals(10, load(cache, a).width());
    }

    @Test
    void aFailureIsToldAndNotRemembered() throws Exception {
        ImageCache cache = cache(10);
        PictureFile late = PictureFile.of(folder.resolve("late.png"));
        CompletableFuture<Picture> tooEarly = cache.get(late);
        executor.runAll();

        ExecutionException problem = assertThrows(ExecutionException.class, tooEarly::get);
        assertEquals(MediaException.Reason.MISSING, assertInstanceOf(MediaException.class, problem.getCause()).reason());
        Files.copy(a.path(), late.path());
        assertEquals(10, load(cache, late).width());
        assertEquals(1, cache.stats().failures());
    }

    @Test
    void aForgottenPictureIsReadAnew() throws IOException {
        ImageCache cache = cache(10);
        load(cache, a);
        Files.write(a.path(), encoded(plain(20, 20, TestPictures.BLUE), "png"));

        assertEquals(10, load(cache, a).width());
        cache.forget(a);
        assertEquals(20, load(cache, a).width());
    }

    @Test
    void clearingLetsGoOfEverythingButWhatSomebodyWaitsFor() {
        ImageCache cache = cache(10);
        load(cache, a);
        cache.prefetch(List.of(b));
        CompletableFuture<Picture> wanted = cache.get(c);
        cache.clear();
        assertEquals(0, cache.stats().bytes());
        executor.runAll();

        assertTrue(wanted.isDone());
        assertTrue(cache.find(a).isEmpty() && cache.find(b).isEmpty());
    }

    @Test
    void givingUpOneRequestDoesNotSpoilTheOther() throws Exception {
        ImageCache cache = cache(10);
        CompletableFuture<Picture> first = cache.get(a);
        CompletableFuture<Picture> second = cache.get(a);
        first.cancel(false);
        executor.runAll();

        assertEquals(10, second.get().width());
    }

    @Test
    void anExecutorThatHasBeenShutDownFailsTheRequest() {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdown();
        ImageCache cache = new ImageCache(new ImageDecoder()::decode, closed, ONE_PICTURE, 2);

        ExecutionException problem = assertThrows(ExecutionException.class, () -> cache.get(a).get());
        assertInstanceOf(RejectedExecutionException.class, problem.getCause());
    }

    @Test
    void manyThreadsMayAskAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            ImageCache cache = new ImageCache(new ImageDecoder()::decode, threads, 3 * ONE_PICTURE, 2);
            List<PictureFile> files = List.of(a, b, c, d);
            List<CompletableFuture<Picture>> results = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                results.add(cache.get(files.get(i % 4)));
                cache.prefetch(List.of(files.get((i + 1) % 4), files.get((i + 2) % 4)));
            }
            for (CompletableFuture<Picture> result : results) {
                assertEquals(10, result.get(30, TimeUnit.SECONDS).width());
            }
            assertTrue(cache.stats().bytes() <= 3 * ONE_PICTURE);
        }
    }

    private ImageCache cache(int pictures) {
        return new ImageCache(new ImageDecoder()::decode, executor, pictures * ONE_PICTURE, 2);
    }

    private Picture load(ImageCache cache, PictureFile file) {
        CompletableFuture<Picture> result = cache.get(file);
        executor.runAll();
        return result.join();
    }

    private static void note(CompletableFuture<Picture> result, String name, List<String> order) {
        assertFalse(result.thenRun(() -> order.add(name)).isDone());
    }

    private PictureFile picture(String name) throws IOException {
        return PictureFile.of(Files.write(folder.resolve(name + ".png"), encoded(plain(10, 10, TestPictures.GREEN), "png")));
    }
}
