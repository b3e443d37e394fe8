package labelwright.engine.text;

import java.util.EnumMap;
import java.util.Map;

import labelwright.engine.EngineException;

/// Loads each pretrained network once and keeps it until it is closed. For several threads.
public final class LoadedEmbedders implements Embedders, AutoCloseable {

    private final Map<SentenceModel, TextEmbedder> loaded = new EnumMap<>(SentenceModel.class);

    @Override
    public synchronized TextEmbedder get(SentenceModel model) throws EngineException {
        TextEmbedder there = loaded.get(model);
        if (there == null) {
            there = TextEmbedder.open(model);
            loaded.put(model, there);
        }
        return there;
    }

    /// To be called when nobody uses the networks any more; they are loaded anew when they are asked for again.
    @Override
    public synchronized void close() {
        loaded.values().forEach(TextEmbedder::close);
        loaded.clear();
    }
}
