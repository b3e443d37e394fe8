package labelwright.exchange.yolo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.Keypoints;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.ExportTask;
import labelwright.model.LabelClass;
import labelwright.model.SkeletonTemplate;

/// What the lines of one export are.
///
/// @param task never [ExportTask#AUTO]
/// @param points how many points each pose line has
record YoloPlan(ExportTask task, int points, Optional<SkeletonTemplate> template) {

    /// Walks through the source once.
    static YoloPlan of(WriteRequest request, DatasetSource source) {
        Map<ShapeKind, Long> kinds = new EnumMap<>(ShapeKind.class);
        int[] points = {0};
        source.forEach(item -> {
            for (Annotation annotation : item.annotations().annotations()) {
                kinds.merge(annotation.shape().kind(), 1L, Long::sum);
                if (annotation.shape() instanceof Keypoints keypoints) {
                    points[0] = Math.max(points[0], keypoints.points().size());
                }
            }
        });
        List<SkeletonTemplate> templates = request.labels().stream().map(LabelClass::findSkeleton).flatMap(Optional::stream).toList();
        int most = Math.max(points[0], templates.stream().mapToInt(SkeletonTemplate::size).max().orElse(0));
        ExportTask task = request.task() == ExportTask.AUTO ? taskFor(kinds) : request.task();
        return new YoloPlan(task, Math.max(1, most), templates.stream().filter(template -> template.size() == most).findFirst());
    }

    /// What loses least.
    private static ExportTask taskFor(Map<ShapeKind, Long> kinds) {
        if (kinds.containsKey(ShapeKind.POLYGON) || kinds.containsKey(ShapeKind.MASK) || kinds.containsKey(ShapeKind.ELLIPSE)) {
            return ExportTask.SEGMENT;
        }
        if (kinds.containsKey(ShapeKind.KEYPOINTS)) {
            return ExportTask.POSE;
        }
        return kinds.containsKey(ShapeKind.ROTATED_BOX) ? ExportTask.OBB : ExportTask.DETECT;
    }
}
