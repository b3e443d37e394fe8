package labelwright.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Ring;
import labelwright.geometry.Shape;

/// Shapes as bytes: one byte for the form, then big-endian numbers. Form 1: parts; for each part its rings, the outer one first; for each
/// ring its points; for each point x and y as doubles. Form 2: form 1 deflated, for outlines of very many points. Form 3: a box as four
/// doubles.
final class OutlineCodec {
    private static final int POLYGON = 1;
    private static final int DEFLATED_POLYGON = 2;
    private static final int BOX = 3;
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
        };
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
        out.writeInt(ring.points().size());
        for (Point point : ring.points()) {
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
                case DEFLATED_POLYGON -> readParts(new DataInputStream(new java.io.BufferedInputStream(new InflaterInputStream(in))));
                case BOX -> new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
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

    private static Ring readRing(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point(in.readDouble(), in.readDouble()));
        }
        return new Ring(points);
    }
}
