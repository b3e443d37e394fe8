package labelwright.exchange.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import labelwright.geometry.Keypoints;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.SkeletonTemplate;

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
        if (count == 0 && label.findSkeleton().isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(label.findSkeleton().map(SkeletonTemplate::names).orElse(List.of()));
        for (int i = names.size() + 1; i <= count; i++) {
            names.add(Integer.toString(i));
        }
        json.writeArrayFieldStart("keypoints");
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("skeleton");
        for (SkeletonTemplate.Edge edge : label.findSkeleton().map(SkeletonTemplate::edges).orElse(List.of())) {
            json.writeStartArray();
            json.writeNumber(edge.from() + 1);
            json.writeNumber(edge.to() + 1);
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
