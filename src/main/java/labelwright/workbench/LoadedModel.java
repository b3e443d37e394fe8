package labelwright.workbench;

import java.util.Iterator;
import java.util.List;

import labelwright.engine.DetectorPredictor;
import labelwright.engine.Engine;
import labelwright.engine.EngineException;
import labelwright.engine.EngineStatus;
import labelwright.engine.text.LoadedEmbedders;
import labelwright.media.ImageDecoder;
import labelwright.model.Item;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.store.WorkspaceStore;

/// A model that is ready to look at pictures.
///
/// @param predictor owned by this record
record LoadedModel(ModelVersion version, DetectorPredictor predictor) implements AutoCloseable {

    /// What all work with models needs.
    record Shelf(WorkspaceStore store, Engine engine, ImageDecoder decoder, Catalogue catalogue, WorkbenchContext context,
            LoadedEmbedders embedders) {

        /// @throws WorkbenchException ENGINE when the engine or the model's files are not in order
        LoadedModel load(ModelId id) {
            ModelVersion version = Faults.told(() -> store.models().model(id));
            OtherModels.requireNetwork(version);
            try {
                EngineStatus.Ready ready = engine.start();
                return new LoadedModel(version, DetectorPredictor.open(engine, store.modelsFolder().resolve(version.folder()),
                        ready.devices().getLast()));
            } catch (EngineException e) {
                throw Faults.translate(e);
            }
        }

        PictureStream pictures(Iterator<Item> items, LoadedModel model) {
            return new PictureStream(items, 4 * context.parallelism(), context.background(),
                    new PictureStream.Decoding(decoder, catalogue, model.predictor.usefulSide()));
        }
    }

    List<String> labels() {
        return predictor.labels();
    }

    @Override
    public void close() {
        predictor.close();
    }
}
