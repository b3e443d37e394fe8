package labelwright.exchange.cvat;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.Polygon;
import labelwright.model.Annotation;

/// What CVAT sees differently.
final class CvatLosses extends LossCount {

    CvatLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            if (annotation.shape() instanceof Polygon polygon && !isOneRing(polygon)) {
                add(1, "polygon with holes or several parts for other tools", "polygons with holes or several parts for other tools",
                        "CVAT polygons have one outline: other tools see a mask of whole pixels. Labelwright reads the exact outline back.");
            }
        }
    }

    static boolean isOneRing(Polygon polygon) {
        return polygon.parts().size() == 1 && polygon.parts().getFirst().holes().isEmpty();
    }
}
