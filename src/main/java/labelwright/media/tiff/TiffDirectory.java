package labelwright.media.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The entries of one image file directory.
final class TiffDirectory {
    private static final int MOST_VALUE_BYTES = 1 << 28;
    private static final int BIG_MAGIC = 43;

    /// The two variants of the format.
    ///
    /// @param big BigTIFF: 64-bit offsets
    record Variant(ByteOrder order, boolean big, long first) {

        static Variant read(FileChannel channel) throws IOException {
            ByteBuffer head = bytes(channel, 0, 16, ByteOrder.BIG_ENDIAN);
            int mark = head.getShort(0) & 0xffff;
            if (mark != 0x4949 && mark != 0x4d4d) {
                throw new IOException("it does not begin as a TIFF");
            }
            ByteOrder order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            head.order(order);
            boolean big = head.getShort(2) == BIG_MAGIC;
            return new Variant(order, big, big ? head.getLong(8) : head.getInt(4) & 0xffffffffL);
        }
    }

    /// @param type the number of the field type in the specification
    /// @param values its raw bytes
    private record Entry(int type, int count, ByteBuffer values) {}

    private final Map<Integer, Entry> entries;
    private final long next;

    private TiffDirectory(Map<Integer, Entry> entries, long next) {
        this.entries = entries;
        this.next = next;
    }

    static TiffDirectory read(FileChannel channel, Variant variant, long at) throws IOException {
        int countBytes = variant.big ? 8 : 2;
        int entryBytes = variant.big ? 20 : 12;
        int pointerBytes = variant.big ? 8 : 4;
        ByteBuffer head = bytes(channel, at, countBytes, variant.order);
        long count = variant.big ? head.getLong(0) : head.getShort(0) & 0xffff;
        if (count < 0 || count > (channel.size() - at) / entryBytes) {
            throw new EOFException("a directory of " + count + " entries at " + at);
        }
        ByteBuffer body = bytes(channel, at + countBytes, (int) count * entryBytes + pointerBytes, variant.order);
        Map<Integer, Entry> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int start = i * entryBytes;
            int tag = body.getShort(start) & 0xffff;
            int type = body.getShort(start + 2) & 0xffff;
            long values = variant.big ? body.getLong(start + 4) : body.getInt(start + 4) & 0xffffffffL;
            int valueAt = start + 4 + pointerBytes;
            long size = values * typeBytes(type);
            if (values < 0 || size < 0 || size > Math.min(MOST_VALUE_BYTES, channel.size())) {
                continue;
            }
            ByteBuffer raw;
            if (size <= pointerBytes) {
                raw = body.slice(valueAt, (int) size).order(variant.order);
            } else {
                long pointer = variant.big ? body.getLong(valueAt) : body.getInt(valueAt) & 0xffffffffL;
                raw = bytes(channel, pointer, (int) size, variant.order);
            }
            entries.putIfAbsent(tag, new Entry(type, (int) values, raw));
        }
        int last = (int) count * entryBytes;
        return new TiffDirectory(entries, variant.big ? body.getLong(last) : body.getInt(last) & 0xffffffffL);
    }

    /// Where the next directory of the chain is; 0 at its end.
    long next() {
        return next;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    long number(int tag, long otherwise) {
        long[] found = numbers(tag);
        return found.length == 0 ? otherwise : found[0];
    }

    /// The values as whole numbers; none when there is no such entry.
    long[] numbers(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        long[] found = new long[entry.count];
        for (int i = 0; i < found.length; i++) {
            found[i] = switch (entry.type) {
                case 3 -> entry.values.getShort(2 * i) & 0xffff;
                case 8 -> entry.values.getShort(2 * i);
                case 4, 13 -> entry.values.getInt(4 * i) & 0xffffffffL;
                case 9 -> entry.values.getInt(4 * i);
                case 16, 17, 18 -> entry.values.getLong(8 * i);
                default -> typeBytes(entry.type) == 1 ? entry.values.get(i) & 0xff : 0;
            };
        }
        return found;
    }

    Optional<byte[]> bytes(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return Optional.empty();
        }
        byte[] found = new byte[entry.values.capacity()];
        entry.values.get(0, found);
        return Optional.of(found);
    }

    private static int typeBytes(int type) {
        return switch (type) {
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12, 16, 17, 18 -> 8;
            default -> 1;
        };
    }

    /// Bytes of the file, all of them.
    static ByteBuffer bytes(FileChannel channel, long at, int size, ByteOrder order) throws IOException {
        if (at < 0 || at + size > channel.size() + 16) {
            throw new EOFException("position " + at + " of " + channel.size());
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).order(order);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                // the head of a very short file may be asked for in full
                if (at + buffer.position() >= channel.size() && size <= 16) {
                    break;
                }
                throw new EOFException("position " + at + " of " + channel.size());
            }
        }
        return buffer.clear();
    }
}
