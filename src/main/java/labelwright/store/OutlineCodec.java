package labelwright.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.Spans;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;

/// Shapes as bytes: one byte for the form, then big-endian numbers. Form 1: parts; for each part its rings, the outer one first; for each
/// ring its points; for each point x and y as doubles. Form 2: form 1 deflated, for outlines of very many points. Form 3: a box as four
/// doubles. Forms 4 and 5: a rotated box and an ellipse as five doubles. Forms 6 and 7: a line and single points as their points. Form 8: a
/// skeleton; for each point its visibility as a byte, then x and y if it is there. Form 9: the runs of a mask.
/// Form 10: a span of a text; number of fragments, for each its start and end, then the covered text as UTF-8 with its length before it.
final class OutlineCodec {
    private static final int POLYGON = 1;
    private static final int DEFLATED_POLYGON = 2;
    private static final int BOX = 3;
    private static final int ROTATED_BOX = 4;
    private static final int ELLIPSE = 5;
    private static final int POLYLINE = 6;
    private static final int POINTS = 7;
    private static final int KEYPOINTS = 8;
    private static final int MASK = 9;
    private static final int SPAN = 10;
    private static final int DEFLATE_ABOVE = 1 << 18;
    /// What one column holds.
    private static final int MOST = 1 << 20;

    private OutlineCodec() {}

    /// Null for a box whose numbers the columns keep.
    static byte @Nullable [] encode(Shape shape) {
        return switch (shape) {
            case Box box -> hasNegativeZero(box) ? write(BOX, out -> {
                out.writeDouble(box.x());
                out.writeDouble(box.y());
                out.writeDouble(box.width());
                out.writeDouble(box.height());
            }) : null;
            case Polygon polygon -> encode(polygon);
            case RotatedBox(double x, double y, double width, double height, double angle) ->
                write(ROTATED_BOX, out -> writeNumbers(out, x, y, width, height, angle));
            case Ellipse(double x, double y, double radiusX, double radiusY, double angle) ->
                write(ELLIPSE, out -> writeNumbers(out, x, y, radiusX, radiusY, angle));
            case Polyline line -> small(shape, write(POLYLINE, out -> writePoints(line.points(), out)));
            case Points points -> small(shape, write(POINTS, out -> writePoints(points.points(), out)));
            case Keypoints keypoints -> small(shape, write(KEYPOINTS, out -> writeKeypoints(keypoints, out)));
            case Mask mask -> small(shape, write(MASK, out -> writeMask(mask, out)));
            case TextSpan span -> small(shape, write(SPAN, out -> writeSpan(span, out)));
        };
    }

    private static void writeNumbers(DataOutputStream out, double... numbers) throws IOException {
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private static byte[] small(Shape shape, byte[] bytes) {
        if (bytes.length > MOST) {
            throw StoreException.failed("A shape of the kind " + shape.kind() + " is too large to be stored (" + bytes.length
                    + " bytes; " + MOST + " are possible); simplify it or draw it in pieces.");
        }
        return bytes;
    }

    private static void writeKeypoints(Keypoints keypoints, DataOutputStream out) throws IOException {
        out.writeInt(keypoints.points().size());
        for (Keypoint point : keypoints.points()) {
            out.writeByte(point.visibility().code());
            if (point.isThere()) {
                writeNumbers(out, point.x(), point.y());
            }
        }
    }

    /// Number of runs; then deflated, for each run: rows down from the last run, pixels right from its end or from the left edge of the
    /// picture in a new row, length; each as a variable number of seven-bit groups, the lowest first.
    private static void writeMask(Mask mask, DataOutputStream out) throws IOException {
        Spans spans = mask.spans();
        out.writeInt(spans.size());
        out.writeInt(spans.y(0));
        try (DataOutputStream deflated = new DataOutputStream(new DeflaterOutputStream(out))) {
            int row = spans.y(0);
            int end = 0;
            for (int run = 0; run < spans.size(); run++) {
                int down = spans.y(run) - row;
                writeGroups(down, deflated);
                writeGroups(zigzag(spans.from(run) - (down == 0 ? end : 0)), deflated);
                writeGroups(spans.to(run) - spans.from(run), deflated);
                row = spans.y(run);
                end = spans.to(run);
            }
        }
    }

    private static void writeSpan(TextSpan span, DataOutputStream out) throws IOException {
        out.writeInt(span.fragments().size());
        for (TextRange fragment : span.fragments()) {
            out.writeInt(fragment.start());
            out.writeInt(fragment.end());
        }
        byte[] covered = span.covered().getBytes(StandardCharsets.UTF_8);
        out.writeInt(covered.length);
        out.write(covered);
    }

    private static int zigzag(int number) {
        return (number << 1) ^ (number >> 31);
    }

    private static void writeGroups(int number, DataOutputStream out) throws IOException {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static boolean hasNegativeZero(Box box) {
        long minus = Double.doubleToRawLongBits(-0.0);
        return Double.doubleToRawLongBits(box.x()) == minus || Double.doubleToRawLongBits(box.y()) == minus
                || Double.doubleToRawLongBits(box.width()) == minus || Double.doubleToRawLongBits(box.height()) == minus;
    }

    private static byte[] encode(Polygon polygon) {
        byte[] plain = write(POLYGON, out -> writeParts(polygon, out));
        if (plain.length <= DEFLATE_ABOVE) {
            return plain;
        }
        byte[] deflated = write(DEFLATED_POLYGON, out -> {
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
                deflater.write(plain, 1, plain.length - 1);
            }
        });
        if (deflated.length > MOST) {
            throw StoreException
                    .failed("A polygon of " + polygon.pointCount() + " points is too large to be stored; simplify its outline.");
        }
        return deflated;
    }

    private static void writeParts(Polygon polygon, DataOutputStream out) throws IOException {
        out.writeInt(polygon.parts().size());
        for (Polygon.Part part : polygon.parts()) {
            out.writeInt(1 + part.holes().size());
            writeRing(part.outer(), out);
            for (Ring hole : part.holes()) {
                writeRing(hole, out);
            }
        }
    }

    private static void writeRing(Ring ring, DataOutputStream out) throws IOException {
        writePoints(ring.points(), out);
    }

    private static void writePoints(List<Point> points, DataOutputStream out) throws IOException {
        out.writeInt(points.size());
        for (Point point : points) {
            out.writeDouble(point.x());
            out.writeDouble(point.y());
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] write(int form, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(form);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @throws IllegalArgumentException when the bytes are no shape
    static Shape decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readUnsignedByte();
            return switch (form) {
                case POLYGON -> readParts(in);
                case DEFLATED_POLYGON -> readParts(new DataInputStream(new BufferedInputStream(new InflaterInputStream(in))));
                case BOX -> new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
                case ROTATED_BOX -> new RotatedBox(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
                case ELLIPSE -> new Ellipse(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
                case POLYLINE -> new Polyline(readPoints(in));
                case POINTS -> new Points(readPoints(in));
                case KEYPOINTS -> readKeypoints(in);
                case MASK -> readMask(in);
                case SPAN -> readSpan(in);
                default -> throw new IllegalArgumentException("No outline has the form " + form);
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("An outline ends too early", e);
        }
    }

    private static Polygon readParts(DataInputStream in) throws IOException {
        int parts = in.readInt();
        List<Polygon.Part> read = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            int rings = in.readInt();
            Ring outer = readRing(in);
            List<Ring> holes = new ArrayList<>();
            for (int r = 1; r < rings; r++) {
                holes.add(readRing(in));
            }
            read.add(new Polygon.Part(outer, holes));
        }
        return new Polygon(read);
    }

    private static Keypoints readKeypoints(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Keypoint.Visibility visibility = Keypoint.Visibility.ofCode(in.readUnsignedByte());
            points.add(visibility == Keypoint.Visibility.ABSENT
                    ? Keypoint.ABSENT
                    : new Keypoint(in.readDouble(), in.readDouble(), visibility));
        }
        return new Keypoints(points);
    }

    private static Mask readMask(DataInputStream in) throws IOException {
        int runs = in.readInt();
        int row = in.readInt();
        Spans.Builder spans = new Spans.Builder();
        try (DataInputStream inflated = new DataInputStream(new BufferedInputStream(new InflaterInputStream(in)))) {
            int end = 0;
            for (int run = 0; run < runs; run++) {
                int down = readGroups(inflated);
                int code = readGroups(inflated);
                row += down;
                int from = ((code >>> 1) ^ -(code & 1)) + (down == 0 ? end : 0);
                end = from + readGroups(inflated);
                spans.add(row, from, end);
            }
        }
        return new Mask(spans.build());
    }

    private static TextSpan readSpan(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<TextRange> fragments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fragments.add(new TextRange(in.readInt(), in.readInt()));
        }
        return new TextSpan(fragments, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }

    private static int readGroups(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int group = in.readUnsignedByte();
            number |= (group & 0x7F) << shift;
            if ((group & 0x80) == 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("A number in a mask is too large");
    }

    private static Ring readRing(DataInputStream in) throws IOException {
        return new Ring(readPoints(in));
    }

    private static List<Point> readPoints(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point(in.readDouble(), in.readDouble()));
        }
        return points;
    }
}
