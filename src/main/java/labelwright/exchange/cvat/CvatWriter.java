package labelwright.exchange.cvat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Decimals;
import labelwright.exchange.Export;
import labelwright.exchange.Facts;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.RowRuns;
import labelwright.exchange.ShapeText;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.XmlText;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AttributeType;
import labelwright.model.Item;
import labelwright.model.LabelClass;
import labelwright.model.RegionFacts;
import labelwright.model.Split;

/// Writes `annotations.xml` and the pictures under `images/train` and so on.
final class CvatWriter implements DatasetWriter {
    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new CvatLosses(request.schema(), new CvatSchema(request.schema(), source)).of(source);
    }

    /// Walks through the source twice: the file's head declares what follows.
    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        CvatSchema schema = new CvatSchema(request.schema(), source);
        return Export.run(request, source, new CvatLosses(request.schema(), schema), folder -> new Items(folder, request, schema));
    }

    private static final class Items implements Export.ItemWriter {
        private final LabelNumbers numbers;
        private final List<LabelClass> labels;
        private final CvatSchema schema;
        private final PictureCopier copier;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);
        private final BufferedWriter out;
        private final StringBuilder text = new StringBuilder();
        private final XmlText xml = new XmlText(text);
        private long images;

        Items(Path folder, WriteRequest request, CvatSchema schema) throws IOException {
            this.labels = request.labels();
            this.numbers = new LabelNumbers(labels);
            this.schema = schema;
            this.copier = new PictureCopier(folder, request.pictures());
            this.out = Files.newBufferedWriter(copier.place("annotations.xml"));
            text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n");
            xml.element(1, "version", "1.1");
            schema.write(xml);
            flush();
        }

        private void flush() throws IOException {
            out.append(text);
            text.setLength(0);
        }

        @Override
        public void write(SourceItem source) throws IOException {
            Item item = source.item();
            String name = names.claim(item.name());
            copier.copy(source.file(), "images/" + SplitWords.word(item.split()) + "/" + name);
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("id", Long.toString(images++));
            attributes.put("name", name);
            if (item.split() != Split.NONE) {
                attributes.put("subset", item.split().key());
            }
            attributes.put("width", Integer.toString(item.width()));
            attributes.put("height", Integer.toString(item.height()));
            xml.open(1, "image", attributes);
            new TreeMap<>(source.annotations().answers()).forEach(this::tag);
            source.annotations().annotations().forEach(annotation -> shape(annotation, item));
            xml.close(1, "image");
            flush();
        }

        private void tag(String name, String value) {
            xml.open(2, "tag", Map.of("label", name));
            if (!value.equals(AttributeType.YES)) {
                xml.element(3, "attribute", Map.of("name", name), schema.written(name, value));
            }
            xml.close(2, "tag");
        }

        private void shape(Annotation annotation, Item item) {
            LabelClass label = labels.get(numbers.of(annotation.label()));
            Map<String, String> facts = annotation.attributes();
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("label", label.name());
            fields.put("source", "manual");
            fields.put("occluded", facts.getOrDefault(RegionFacts.OCCLUDED, Facts.USUAL.getOrDefault(RegionFacts.OCCLUDED, "0")));
            fields.put("z_order", facts.getOrDefault("z_order", "0"));
            if (facts.containsKey(RegionFacts.GROUP)) {
                fields.put("group_id", facts.getOrDefault(RegionFacts.GROUP, ""));
            }
            String element = element(annotation.shape(), fields, item);
            xml.open(2, element, fields);
            if (annotation.shape() instanceof Keypoints keypoints) {
                points(keypoints, schema.points(label));
            }
            new TreeMap<>(facts).forEach((name, value) -> {
                if (!CvatSchema.BUILT_IN.contains(name)) {
                    xml.element(3, "attribute", Map.of("name", name), schema.written(label, name, value));
                }
            });
            xml.close(2, element);
        }

        /// Adds the coordinates and gives the element's name.
        private static String element(Shape shape, Map<String, String> fields, Item item) {
            return switch (shape) {
                case Box box -> {
                    corners(fields, box);
                    yield "box";
                }
                case RotatedBox box -> {
                    corners(fields, box.upright());
                    fields.put("rotation", Decimals.exact(box.angle()));
                    yield "box";
                }
                case Ellipse ellipse -> {
                    fields.put("cx", Decimals.exact(ellipse.centreX()));
                    fields.put("cy", Decimals.exact(ellipse.centreY()));
                    fields.put("rx", Decimals.exact(ellipse.radiusX()));
                    fields.put("ry", Decimals.exact(ellipse.radiusY()));
                    fields.put("rotation", Decimals.exact(ellipse.angle()));
                    yield "ellipse";
                }
                case Polyline line -> {
                    fields.put("points", points(line.points()));
                    yield "polyline";
                }
                case Points points -> {
                    fields.put("points", points(points.points()));
                    yield "points";
                }
                case Keypoints _ -> "skeleton";
                case Mask mask -> mask(fields, mask);
                case Polygon polygon -> polygon(fields, polygon, item);
                case TextSpan span -> throw span.notOfPicture();
            };
        }

        private static String polygon(Map<String, String> fields, Polygon polygon, Item item) {
            if (!CvatLosses.isOneRing(polygon)) {
                Mask pixels = MaskFill.of(polygon, item.width(), item.height()).orElse(null);
                if (pixels != null) {
                    fields.put(ShapeText.KEY, ShapeText.of(polygon));
                    return mask(fields, pixels);
                }
            }
            fields.put("points", points(polygon.parts().getFirst().outer().points()));
            return "polygon";
        }

        private static String mask(Map<String, String> fields, Mask mask) {
            RowRuns.Frame frame = RowRuns.Frame.around(mask);
            fields.put("rle", RowRuns.counts(mask.spans(), frame).stream().map(String::valueOf).collect(Collectors.joining(", ")));
            fields.put("left", Integer.toString(frame.left()));
            fields.put("top", Integer.toString(frame.top()));
            fields.put("width", Integer.toString(frame.width()));
            fields.put("height", Integer.toString(frame.height()));
            return "mask";
        }

        private static void corners(Map<String, String> fields, Box box) {
            fields.put("xtl", Decimals.exact(box.x()));
            fields.put("ytl", Decimals.exact(box.y()));
            fields.put("xbr", Decimals.exact(box.maxX()));
            fields.put("ybr", Decimals.exact(box.maxY()));
        }

        private static String points(List<Point> points) {
            return points.stream().map(point -> Decimals.exact(point.x()) + "," + Decimals.exact(point.y()))
                    .collect(Collectors.joining(";"));
        }

        private void points(Keypoints keypoints, List<String> names) {
            for (int i = 0; i < keypoints.points().size(); i++) {
                Keypoint point = keypoints.points().get(i);
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put("label", names.get(i));
                fields.put("occluded", point.visibility() == Keypoint.Visibility.OCCLUDED ? "1" : "0");
                fields.put("outside", point.isThere() ? "0" : "1");
                fields.put("points", points(List.of(point.at())));
                xml.element(3, "points", fields, "");
            }
        }

        @Override
        public void finish() throws IOException {
            text.append("</annotations>\n");
            flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
