package labelwright.media.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// Reads what the streams of an OLE file are called: Word kept its documents in such files until 2003, and Office still keeps documents in them
/// that are protected with a password. Source of the layout: [MS-CFB], Compound File Binary File Format.
final class OleNames {
    private static final int HEADER = 512;
    private static final int SHIFT_AT = 0x1E;
    private static final int DIRECTORY_AT = 0x30;
    private static final int FAT_AT = 0x4C;
    private static final int FAT_PARTS = 109;
    private static final int ENTRY = 128;
    private static final int NAME_LENGTH_AT = 0x40;
    private static final int MOST_SECTORS = 1_000;

    private final RandomAccessFile file;
    private final ByteBuffer header;
    private final int sector;

    private OleNames(RandomAccessFile file) throws IOException {
        this.file = file;
        header = read(0, HEADER);
        int shift = header.getShort(SHIFT_AT);
        if (shift != 9 && shift != 12) {
            throw new IOException("sectors of 2^" + shift + " bytes");
        }
        sector = 1 << shift;
    }

    /// As many as can be read.
    static Set<String> of(Path path) {
        Set<String> names = new HashSet<>();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            new OleNames(file).collect(names);
        } catch (IOException _) {
            // a damaged file: what was found before is enough to say what it was
            return names;
        }
        return names;
    }

    private void collect(Set<String> names) throws IOException {
        int at = header.getInt(DIRECTORY_AT);
        for (int i = 0; at >= 0 && i < MOST_SECTORS; i++) {
            ByteBuffer entries = read((at + 1L) * sector, sector);
            for (int entry = 0; entry + ENTRY <= sector; entry += ENTRY) {
                int length = Math.clamp(entries.getShort(entry + NAME_LENGTH_AT) - 2, 0, NAME_LENGTH_AT - 2);
                byte[] name = new byte[length];
                entries.get(entry, name);
                names.add(new String(name, StandardCharsets.UTF_16LE));
            }
            at = next(at);
        }
    }

    /// The sector behind this one; negative at the end.
    private int next(int at) throws IOException {
        int perSector = sector / Integer.BYTES;
        int part = at / perSector;
        if (part >= FAT_PARTS) {
            return -1;
        }
        int fat = header.getInt(FAT_AT + part * Integer.BYTES);
        return fat < 0 ? -1 : read((fat + 1L) * sector, sector).getInt(at % perSector * Integer.BYTES);
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
