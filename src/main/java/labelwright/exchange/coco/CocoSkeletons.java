package labelwright.exchange.coco;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import labelwright.geometry.Keypoints;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// How many points the skeletons of each label have.
final class CocoSkeletons {
    private final Map<LabelId, Integer> points = new HashMap<>();

    void note(Annotation annotation) {
        Shape shape = annotation.shape();
        if (shape instanceof Keypoints keypoints) {
            points.merge(annotation.label(), keypoints.points().size(), Math::max);
        }
    }

    /// Adds the fields `keypoints` and `skeleton` to a category that has points.
    void write(LabelClass label, JsonGenerator json) throws IOException {
        int count = points.getOrDefault(label.id(), 0);
        if (count == 0) {
            return;
        }
        json.writeArrayFieldStart("keypoints");
        for (int i = 1; i <= count; i++) {
            json.writeString(Integer.toString(i));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("skeleton");
        json.writeEndArray();
    }
}
