package labelwright.ui.control;

import java.util.List;

import labelwright.model.ItemId;
import labelwright.model.ModelId;
import labelwright.model.RunId;

/// Somewhere in the app that a person can be taken to.
public sealed interface Place {
    String DATA = "data";
    String ANNOTATE = "annotate";
    /// The screen that stands in the place of [#ANNOTATE] in projects of texts.
    String TEXT = "text";
    String TRAIN = "train";
    String MODELS = "models";
    String SETTINGS = "settings";

    /// The id of the screen that shows it.
    String screen();

    /// A screen as it was left.
    record Home(String screen) implements Place {}

    /// One picture, ready to label.
    ///
    /// @param order the pictures among which next and previous move; holds the item
    record Picture(ItemId item, List<ItemId> order) implements Place {
        public Picture {
            order = List.copyOf(order);
        }

        @Override
        public String screen() {
            return ANNOTATE;
        }
    }

    /// The pictures that a query finds.
    record Pictures(String query) implements Place {
        @Override
        public String screen() {
            return DATA;
        }
    }

    record TrainingRun(RunId run) implements Place {
        @Override
        public String screen() {
            return TRAIN;
        }
    }

    /// The page on which shortcuts are changed.
    record Shortcuts() implements Place {
        @Override
        public String screen() {
            return SETTINGS;
        }
    }

    record Model(ModelId model) implements Place {
        @Override
        public String screen() {
            return MODELS;
        }
    }
}
