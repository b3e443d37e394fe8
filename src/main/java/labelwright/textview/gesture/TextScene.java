package labelwright.textview.gesture;

import java.util.Optional;

import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.RelationId;
import labelwright.model.RelationTypeId;
import labelwright.text.Granularity;
import labelwright.text.Segmentation;
import labelwright.textview.flow.SpanIndex;

/// What gestures may know of the text that is shown. Belongs to the thread of the surface.
public interface TextScene {

    Segmentation cut();

    AnnotationSet set();

    LabelSchema schema();

    /// The annotations that are shown, by place.
    SpanIndex spans();

    /// The suggestions that are shown, by place.
    SpanIndex suggestions();

    Selection selection();

    Optional<RelationId> selectedRelation();

    /// What the pointer and moved ends keep to.
    Granularity granularity();

    /// The label that marked text gets at once; empty when a person marks first and labels then.
    Optional<LabelId> activeLabel();

    /// What a new relation is called.
    Optional<RelationTypeId> relationType();

    AnnotationId newId();

    default Optional<Annotation> find(AnnotationId id) {
        return spans().find(id);
    }
}
