package labelwright.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/// JPEG (ITU-T T.81, annex B): marker segments up to the frame header, the orientation from the Exif segment on the way.
final class JpegHeader implements HeaderFormat {

    private static final int FILL = 0xff;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int BASELINE = 0xc0;
    private static final int EXTENDED = 0xc1;
    private static final String EXIF = "Exif\0\0";

    @Override
    public Header read(HeaderBytes in) throws IOException {
        in.order(ByteOrder.BIG_ENDIAN);
        in.seek(2);
        Orientation orientation = Orientation.UPRIGHT;
        while (true) {
            int marker = nextMarker(in);
            if (marker == END || marker == SCAN) {
                throw new BadHeader("it has no frame header");
            }
            if (standsAlone(marker)) {
                continue;
            }
            long segment = in.position();
            int size = in.u16();
            if (isFrame(marker)) {
                in.skip(1);
                int height = in.u16();
                int width = in.u16();
                Header sides = HeaderFormat.header(ImageFormat.JPEG, width, height);
                return new Header(ImageFormat.JPEG, sides.width(), sides.height(), orientation, 1);
            }
            if (marker == APP1 && size > 2 + EXIF.length() && in.text(EXIF.length()).equals(EXIF)) {
                orientation = ExifOrientation.read(in, in.position());
                in.order(ByteOrder.BIG_ENDIAN);
            }
            in.seek(segment + Math.max(2, size));
        }
    }

    /// Why the rows cannot be decoded one after the other in little memory, as the middle of a sentence; nothing when they can.
    static Optional<String> whyNotByRows(HeaderBytes in) throws IOException {
        in.order(ByteOrder.BIG_ENDIAN);
        in.seek(2);
        while (true) {
            int marker = nextMarker(in);
            if (isFrame(marker)) {
                in.skip(2L + 5);
                int channels = in.u8();
                if (marker != BASELINE && marker != EXTENDED) {
                    return Optional.of("only a baseline JPEG is stored row by row");
                }
                return channels == 1 || channels == 3 ? Optional.empty() : Optional.of("a JPEG for print is read whole");
            }
            if (!standsAlone(marker)) {
                in.skip(Math.max(2, in.u16()) - 2L);
            }
        }
    }

    /// Looks at the last bytes first; only a file with something after its end is walked through.
    @Override
    public boolean isComplete(HeaderBytes in) throws IOException {
        in.order(ByteOrder.BIG_ENDIAN);
        in.seek(in.length() - 2);
        if (in.u16() == (FILL << 8 | END)) {
            return true;
        }
        in.seek(2);
        try {
            for (int marker = nextMarker(in); marker != END; marker = nextMarker(in)) {
                if (!standsAlone(marker)) {
                    in.skip(Math.max(2, in.u16()) - 2L);
                }
            }
            return true;
        } catch (EOFException e) {
            return false;
        }
    }

    /// The code of the next marker, over fill bytes, coded data and stuffed zeros.
    private static int nextMarker(HeaderBytes in) throws IOException {
        while (true) {
            int b = in.u8();
            while (b == FILL) {
                b = in.u8();
                if (b != FILL && b != 0) {
                    return b;
                }
            }
        }
    }

    /// Markers without a segment: restarts, TEM and another start of image.
    private static boolean standsAlone(int marker) {
        return (marker >= 0xd0 && marker <= START) || marker == 0x01;
    }

    /// SOF0 to SOF15 without the Huffman (C4), arithmetic (CC) and reserved (C8) segments in between.
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
