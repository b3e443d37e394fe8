package labelwright.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;

/// The orientation tag of an Exif block (a TIFF structure inside another file).
final class ExifOrientation {

    static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /// Upright when the block is broken: a bad tag is no reason to refuse a picture. Leaves the byte order changed.
    ///
    /// @param base where the TIFF structure starts in the file
    static Orientation read(HeaderBytes in, long base) throws IOException {
        try {
            in.seek(base);
            int mark = in.u16();
            if (mark != 0x4949 && mark != 0x4d4d) {
                return Orientation.UPRIGHT;
            }
            in.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            in.skip(2);
            long directory = base + in.u32();
            in.seek(directory);
            int entries = in.u16();
            for (int i = 0; i < entries; i++) {
                in.seek(directory + 2 + (long) i * ENTRY_BYTES);
                if (in.u16() == TAG) {
                    in.skip(6);
                    return Orientation.of(in.u16());
                }
            }
            return Orientation.UPRIGHT;
        } catch (EOFException e) {
            return Orientation.UPRIGHT;
        }
    }
}
