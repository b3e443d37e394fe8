package labelwright.exchange.coco;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.Box;
import labelwright.geometry.Polygon;
import labelwright.model.Annotation;

/// Holes are all that COCO polygons lack.
final class CocoLosses extends LossCount {

    CocoLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            switch (annotation.shape()) {
                case Box _ -> {
                }
                case Polygon polygon -> add(polygon.parts().stream().mapToInt(part -> part.holes().size()).sum(), "hole in a polygon",
                        "holes in polygons", "COCO polygons cannot have holes; they are written filled.");
            }
        }
    }
}
