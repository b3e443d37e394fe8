package labelwright.workbench;

import java.util.ArrayList;
import java.util.List;

import labelwright.engine.DetectionSample;
import labelwright.engine.LabelledBox;
import labelwright.media.ImageDecoder;
import labelwright.media.MediaException;
import labelwright.media.PictureFile;
import labelwright.model.Annotation;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelSchema;
import labelwright.model.Project;

/// What a recipe learns from: items of its query that have a complete answer, by split. When none of them is in train, those in no split
/// count as train, so that a project need not be split at all; test is never touched.
///
/// @param train likewise validation; pictures that cannot be read are in neither
/// @param leftOut one line for each such picture
/// @param dataHash over everything in train and validation, see [DataHash]
record TrainingSelection(List<DetectionSample> train, List<DetectionSample> validation, List<String> leftOut, String dataHash) {

    /// The labelled items of a recipe by the rule above.
    record Parts(List<LabelledItem> train, List<LabelledItem> validation, DataCounts counts) {}

    static Parts parts(CountingAnswers answers, List<ItemId> ids) {
        List<LabelledItem> train = new ArrayList<>();
        List<LabelledItem> validation = new ArrayList<>();
        List<LabelledItem> none = new ArrayList<>();
        long[] test = {0};
        answers.forEach(ids, null, labelled -> {
            switch (labelled.item().split()) {
                case TRAIN -> train.add(labelled);
                case VALIDATION -> validation.add(labelled);
                case TEST -> test[0]++;
                case NONE -> none.add(labelled);
            }
        });
        if (train.isEmpty()) {
            return new Parts(none, validation, new DataCounts(none.size(), validation.size(), test[0], 0));
        }
        return new Parts(train, validation, new DataCounts(train.size(), validation.size(), test[0], none.size()));
    }

    static TrainingSelection of(Project project, Parts parts, Catalogue catalogue, ImageDecoder decoder) {
        List<String> leftOut = new ArrayList<>();
        List<LabelledItem> used = new ArrayList<>();
        List<DetectionSample> train = samples(project.schema(), readable(parts.train, catalogue, decoder, leftOut), catalogue, used);
        List<DetectionSample> validation = samples(project.schema(), readable(parts.validation, catalogue, decoder, leftOut), catalogue,
                used);
        return new TrainingSelection(train, validation, leftOut, DataHash.of(project.schema(), used));
    }

    private static List<LabelledItem> readable(List<LabelledItem> items, Catalogue catalogue, ImageDecoder decoder, List<String> leftOut) {
        List<LabelledItem> readable = new ArrayList<>();
        for (LabelledItem labelled : items) {
            try {
                decoder.check(catalogue.picture(labelled.item()));
                readable.add(labelled);
            } catch (MediaException e) {
                leftOut.add("Left out: " + e.getMessage());
            }
        }
        return readable;
    }

    private static List<DetectionSample> samples(LabelSchema schema, List<LabelledItem> items, Catalogue catalogue,
            List<LabelledItem> used) {
        used.addAll(items);
        return items.stream().map(labelled -> sample(schema, labelled, catalogue.picture(labelled.item()))).toList();
    }

    private static DetectionSample sample(LabelSchema schema, LabelledItem labelled, PictureFile file) {
        Item item = labelled.item();
        List<LabelledBox> boxes = new ArrayList<>();
        for (Annotation annotation : labelled.answer().annotations()) {
            if (annotation.shape().area() > 0) {
                boxes.add(new LabelledBox(schema.indexOf(annotation.label()), annotation.shape().bounds()));
            }
        }
        return new DetectionSample(item.id().value(), file, boxes);
    }
}
