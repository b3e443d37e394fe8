package labelwright.exchange.dota;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Decimals;
import labelwright.exchange.Export;
import labelwright.exchange.FileNames;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.RegionFacts;

/// Writes `images/train`, `labelTxt/train` and so on, and the list of classes.
final class DotaWriter implements DatasetWriter {
    static final String CLASSES = "classes.txt";

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new DotaLosses(request.labels()).of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new DotaLosses(request.labels()), folder -> new Items(folder, request));
    }

    /// The corners to write; empty for lines and points.
    static Optional<List<Point>> corners(Shape shape) {
        return switch (shape) {
            case RotatedBox box -> Optional.of(box.corners());
            case Ellipse ellipse -> Optional.of(ellipse.box().corners());
            case Polygon polygon when isQuadrangle(polygon) -> Optional.of(polygon.parts().getFirst().outer().points());
            case Box _, Mask _, Polygon _, Keypoints _ -> Optional.of(RotatedBox.of(Box.of(shape.bounds()), 0).corners())
                    .filter(_ -> shape.bounds().area() > 0);
            case Polyline _, Points _, TextSpan _ -> Optional.empty();
        };
    }

    static boolean isQuadrangle(Polygon polygon) {
        return polygon.parts().size() == 1 && polygon.parts().getFirst().holes().isEmpty()
                && polygon.parts().getFirst().outer().points().size() == 4;
    }

    private static final class Items implements Export.ItemWriter {
        private final List<LabelClass> labels;
        private final LabelNumbers numbers;
        private final PictureCopier copier;
        private final TargetNames names = new TargetNames(TargetNames.Unique.STEM);

        Items(Path folder, WriteRequest request) {
            this.labels = request.labels();
            this.numbers = new LabelNumbers(labels);
            this.copier = new PictureCopier(folder, request.pictures());
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String name = names.claim(source.item().name());
            String split = SplitWords.word(source.item().split());
            copier.copy(source.file(), "images/" + split + "/" + name);
            StringBuilder text = new StringBuilder();
            for (Annotation annotation : source.annotations().annotations()) {
                corners(annotation.shape()).ifPresent(corners -> {
                    corners.forEach(p -> text.append(Decimals.exact(p.x())).append(' ').append(Decimals.exact(p.y())).append(' '));
                    text.append(numbers.name(annotation.label())).append(' ')
                            .append("1".equals(annotation.attributes().get(RegionFacts.DIFFICULT)) ? '1' : '0').append('\n');
                });
            }
            Files.writeString(copier.place("labelTxt/" + split + "/" + FileNames.stem(name) + ".txt"), text.toString());
        }

        @Override
        public void finish() throws IOException {
            Files.write(copier.place(CLASSES), labels.stream().map(LabelClass::name).toList());
        }

        @Override
        public void close() {}
    }
}
