package labelwright.media;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;

/// Tiles of one picture in a file of the cache: a table with the place, length and checksum of each, then the tiles as they came. A tile
/// counts from the moment its entry is written, after its bytes; whatever the checksum refuses is forgotten, so that it is made again. Any
/// number of threads read; those that write wait for each other.
final class TileFile implements Closeable {
    private static final long MAGIC = 0x4c57_5449_4c45_5332L;
    private static final int HEAD = 32;
    private static final int ENTRY = 16;

    private final FileChannel channel;
    private final TileGrid grid;
    private final long[] firstEntry;
    private final ByteBuffer table;
    private final Object writing = new Object();
    private long end;

    private TileFile(FileChannel channel, TileGrid grid) throws IOException {
        this.channel = channel;
        this.grid = grid;
        this.firstEntry = new long[grid.levels() + 1];
        for (int level = 0; level < grid.levels(); level++) {
            firstEntry[level + 1] = firstEntry[level] + (long) grid.columns(level) * grid.rows(level);
        }
        this.table = ByteBuffer.allocate(Math.toIntExact(firstEntry[grid.levels()] * ENTRY));
        load();
    }

    /// Opens the file, or makes it, or makes it anew when it is of another picture.
    @SuppressWarnings("resource") // closed with this object
    static TileFile open(Path file, TileGrid grid) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new TileFile(channel, grid);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void load() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        boolean known = channel.size() >= HEAD + table.capacity();
        if (known) {
            read(head, 0);
            known = head.getLong(0) == MAGIC && head.getInt(8) == grid.width() && head.getInt(12) == grid.height()
                    && head.getInt(16) == grid.tile();
        }
        if (known) {
            read(table, HEAD);
        } else {
            channel.truncate(0);
            write(ByteBuffer.allocate(table.capacity()), HEAD);
            write(head.clear().putLong(0, MAGIC).putInt(8, grid.width()).putInt(12, grid.height()).putInt(16, grid.tile()), 0);
        }
        end = channel.size();
    }

    synchronized boolean has(TileKey key) {
        return table.getLong(at(key)) != 0;
    }

    /// How many tiles of this level and the coarser ones are there.
    synchronized long count(int fromLevel) {
        long count = 0;
        for (long entry = firstEntry[fromLevel]; entry < firstEntry[grid.levels()]; entry++) {
            count += table.getLong((int) entry * ENTRY) == 0 ? 0 : 1;
        }
        return count;
    }

    /// How many tiles of this level and the coarser ones there should be.
    long all(int fromLevel) {
        return firstEntry[grid.levels()] - firstEntry[fromLevel];
    }

    Optional<byte[]> read(TileKey key) throws IOException {
        long offset;
        int length;
        int sum;
        synchronized (this) {
            offset = table.getLong(at(key));
            length = table.getInt(at(key) + 8);
            sum = table.getInt(at(key) + 12);
        }
        if (offset == 0) {
            return Optional.empty();
        }
        if (offset >= HEAD && length >= 0 && offset <= channel.size() - length) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            read(bytes, offset);
            if (sum(bytes.array()) == sum) {
                return Optional.of(bytes.array());
            }
        }
        forget(key, offset);
        return Optional.empty();
    }

    /// @param offset of the bytes that are wrong; when they were written anew meanwhile they stay
    private void forget(TileKey key, long offset) throws IOException {
        synchronized (writing) {
            synchronized (this) {
                if (table.getLong(at(key)) != offset) {
                    return;
                }
                table.put(at(key), new byte[ENTRY]);
            }
            write(ByteBuffer.allocate(ENTRY), HEAD + (long) at(key));
        }
    }

    void write(TileKey key, byte[] bytes) throws IOException {
        synchronized (writing) {
            // the picture may have been opened again before it was closed: nobody writes over what the other one kept
            long offset = Math.max(end, channel.size());
            write(ByteBuffer.wrap(bytes), offset);
            end = offset + bytes.length;
            ByteBuffer entry = ByteBuffer.allocate(ENTRY).putLong(offset).putInt(bytes.length).putInt(sum(bytes)).flip();
            write(entry.duplicate(), HEAD + (long) at(key));
            synchronized (this) {
                table.put(at(key), entry.array());
            }
        }
    }

    private int at(TileKey key) {
        return (int) (firstEntry[key.level()] + (long) key.row() * grid.columns(key.level()) + key.column()) * ENTRY;
    }

    private static int sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private void read(ByteBuffer to, long at) throws IOException {
        while (to.hasRemaining()) {
            if (channel.read(to, at + to.position()) < 0) {
                throw new EOFException("position " + at + " of " + channel.size());
            }
        }
        to.clear();
    }

    private void write(ByteBuffer from, long at) throws IOException {
        int start = from.position();
        while (from.hasRemaining()) {
            channel.write(from, at + from.position() - start);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
