package labelwright.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.jspecify.annotations.Nullable;

import labelwright.engine.EngineException;
import labelwright.task.CancelToken;

/// Turns texts into vectors with a frozen pretrained network: texts that mean the same have near vectors. Offline. Owns native memory; may be used by several
/// threads. The vector of a text depends on nothing but the text.
public final class TextEmbedder implements AutoCloseable {

    /// Sub-words that the network reads at once, besides the two special tokens.
    private static final int WINDOW = 254;
    /// Windows of a long text that its vector is made from: its first 4,000 sub-words or so.
    private static final int MOST_WINDOWS = 16;

    private final SentenceModel model;
    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final long first;
    private final long last;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private TextEmbedder(SentenceModel model, HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.environment = environment;
        this.session = session;
        long[] empty = tokenizer.encode("", true, false).getIds();
        this.first = empty[0];
        this.last = empty[empty.length - 1];
    }

    /// Loads the network, in about a second.
    ///
    /// @throws EngineException if the libraries do not run on this machine, with what helps
    public static TextEmbedder open(SentenceModel model) throws EngineException {
        for (String key : List.of("ai.djl.offline", "OPT_OUT_TRACKING")) {
            if (System.getProperty(key) == null) {
                System.setProperty(key, "true");
            }
        }
        TextLibraries.prepare();
        HuggingFaceTokenizer tokenizer = null;
        OrtSession session = null;
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            LibUtils.checkStatus();
            TextLibraries.loaded();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                    InputStream words = resource(model.tokenizer());
                    InputStream network = resource(model.network())) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                tokenizer = HuggingFaceTokenizer.newInstance(words,
                        Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false"));
                session = environment.createSession(network.readAllBytes(), options);
                return new TextEmbedder(model, tokenizer, environment, session);
            }
        } catch (IOException | OrtException | LinkageError | RuntimeException e) {
            // the tokenizer throws bare RuntimeExceptions, also for libraries that do not run
            EngineException failure = TextLibraries.failure(model, e);
            try {
                release(session, tokenizer);
            } catch (IllegalStateException again) {
                failure.addSuppressed(again);
            }
            throw failure;
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = TextEmbedder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("the file " + name + " is missing from the app");
        }
        return stream;
    }

    public SentenceModel model() {
        return model;
    }

    /// Versions of the libraries that run it, by name.
    public Map<String, String> versions() {
        return Map.of("onnxruntime", environment.getVersion());
    }

    /// The vector of a text, of length one. Of a very long text it is the mean over the first 16 windows of 254 sub-words.
    public float[] embed(String text) throws EngineException {
        return whileOpen(() -> embedNow(text));
    }

    private float[] embedNow(String text) throws EngineException {
        long[] ids = tokenizer.encode(prepared(text), false, false).getIds();
        float[] sum = new float[model.dimension()];
        int from = 0;
        for (int window = 0; window < MOST_WINDOWS && (from < ids.length || window == 0); window++) {
            int to = Math.min(ids.length, from + WINDOW);
            float[] states = run(ids, from, to);
            pool(states, to - from + 2, sum);
            from = to;
        }
        normalise(sum);
        return sum;
    }

    /// The vectors of many texts, as [#embed] gives them, on all processors.
    ///
    /// @param done told, from any thread, how many are done
    /// @throws labelwright.task.CancelledException when the token says so
    public List<float[]> embedAll(List<String> texts, IntConsumer done, CancelToken cancel) throws EngineException {
        return sideBySide(texts, this::embed, done, cancel);
    }

    /// The states of all sub-words of a text; a long one is read window by window.
    public TokenStates states(String text) throws EngineException {
        return whileOpen(() -> statesNow(text));
    }

    private TokenStates statesNow(String text) throws EngineException {
        Encoding encoding = tokenizer.encode(prepared(text), false, false);
        long[] ids = encoding.getIds();
        int dimension = model.dimension();
        float[] states = new float[ids.length * dimension];
        for (int from = 0; from < ids.length; from += WINDOW) {
            int to = Math.min(ids.length, from + WINDOW);
            System.arraycopy(run(ids, from, to), dimension, states, from * dimension, (to - from) * dimension);
        }
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            starts[i] = encoding.getCharTokenSpans()[i].getStart();
            ends[i] = encoding.getCharTokenSpans()[i].getEnd();
        }
        return new TokenStates(dimension, states, starts, ends);
    }

    /// As [#embedAll] for the states of the sub-words.
    public List<TokenStates> statesOfAll(List<String> texts, IntConsumer done, CancelToken cancel) throws EngineException {
        return sideBySide(texts, this::states, done, cancel);
    }

    /// Waits for readings that are under way, since a parallel stream that ends early leaves some behind.
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            release(session, tokenizer);
        } finally {
            open.writeLock().unlock();
        }
    }

    private static void release(@Nullable OrtSession session, @Nullable HuggingFaceTokenizer tokenizer) {
        try {
            if (session != null) {
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        } finally {
            if (tokenizer != null) {
                tokenizer.close();
            }
        }
    }

    private interface Doing<T> {
        T get() throws EngineException;
    }

    private <T> T whileOpen(Doing<T> doing) throws EngineException {
        open.readLock().lock();
        try {
            if (closed) {
                throw new EngineException("The language model " + model.id() + " is closed.");
            }
            return doing.get();
        } finally {
            open.readLock().unlock();
        }
    }

    private interface Reading<T> {
        T read(String text) throws EngineException;
    }

    private static <T> List<T> sideBySide(List<String> texts, Reading<T> reading, IntConsumer done, CancelToken cancel)
            throws EngineException {
        AtomicInteger count = new AtomicInteger();
        try {
            return IntStream.range(0, texts.size()).parallel().mapToObj(i -> {
                cancel.throwIfCancelled();
                try {
                    T result = reading.read(texts.get(i));
                    done.accept(count.incrementAndGet());
                    return result;
                } catch (EngineException e) {
                    throw new Carried(e);
                }
            }).toList();
        } catch (Carried e) {
            throw e.inner;
        }
    }

    /// Carries a checked exception out of a stream.
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final EngineException inner;

        Carried(EngineException inner) {
            super(inner);
            this.inner = inner;
        }
    }

    /// The Chinese model knows small letters only. One code point becomes one code point, so offsets stay.
    private String prepared(String text) {
        if (model != SentenceModel.CHINESE) {
            return text;
        }
        int[] lower = text.codePoints().map(Character::toLowerCase).toArray();
        return new String(lower, 0, lower.length);
    }

    /// The states of a window, those of the special tokens around it included.
    private float[] run(long[] all, int from, int to) throws EngineException {
        int n = to - from + 2;
        long[] ids = new long[n];
        ids[0] = first;
        System.arraycopy(all, from, ids, 1, to - from);
        ids[n - 1] = last;
        long[] mask = new long[n];
        Arrays.fill(mask, 1);
        long[] shape = {1, n};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[n]), shape);
                OrtSession.Result result = session
                        .run(Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] states = new float[n * model.dimension()];
            values.get(states);
            return states;
        } catch (OrtException e) {
            throw new EngineException("The language model " + model.id() + " failed: " + e.getMessage() + ".", e);
        }
    }

    private void pool(float[] states, int tokens, float[] sum) {
        int dimension = model.dimension();
        int counted = model == SentenceModel.CHINESE ? 1 : tokens;
        for (int t = 0; t < counted; t++) {
            for (int d = 0; d < dimension; d++) {
                sum[d] += states[t * dimension + d];
            }
        }
    }

    private static void normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = (float) (1 / Math.max(1e-12, Math.sqrt(squares)));
        for (int d = 0; d < vector.length; d++) {
            vector[d] *= scale;
        }
    }

    /// Names of the sub-words, for tests.
    List<String> words(String text) {
        return new ArrayList<>(Arrays.asList(tokenizer.encode(prepared(text), false, false).getTokens()));
    }
}
