package labelwright.engine.text;

import labelwright.engine.EngineException;

/// Where pretrained networks come from; they are loaded when they are asked for, and belong to whom this interface's implementation says.
public interface Embedders {

    /// @throws EngineException if the libraries do not run on this machine
    TextEmbedder get(SentenceModel model) throws EngineException;
}
