package labelwright.exchange.voc;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.Box;
import labelwright.geometry.Polygon;
import labelwright.model.Annotation;

/// VOC holds boxes only.
final class VocLosses extends LossCount {

    VocLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            switch (annotation.shape()) {
                case Box _ -> {
                }
                case Polygon _ -> add(1, "polygon", "polygons", "Pascal VOC holds boxes only; the box around each polygon is written.");
            }
        }
    }
}
