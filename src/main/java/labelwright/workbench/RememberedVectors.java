package labelwright.workbench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.engine.text.SentenceModel;

/// Vectors of texts that were read once, by language model and by the digest of the text. They lie in memory and, for the next start, in the workspace's cache folder, one file for each
/// language model; a file that is missing, damaged or cannot be written only costs time. At most [#most] for each model: when there is no room, those go that nobody asked for since
/// the workspace was opened, and otherwise no more come in.
///
/// The file: `LWVEC1`, two zeros, the length of a vector as an `int`; then for each text its digest, the CRC-32 of digest and numbers, and the numbers in half precision. Thread-safe.
final class RememberedVectors {
    static final int MOST = 100_000;
    private static final Logger LOG = LoggerFactory.getLogger(RememberedVectors.class);
    private static final long MAGIC = 0x4C57_5645_4331_0000L;
    private static final int HEADER = Long.BYTES + Integer.BYTES;

    private final Path folder;
    private final int most;
    private final Map<SentenceModel, Shelf> shelves = new EnumMap<>(SentenceModel.class);

    RememberedVectors(Path folder) {
        this(folder, MOST);
    }

    RememberedVectors(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /// As precise as it is remembered, so that answers are the same whether or not the vector was.
    static float[] rounded(float[] vector) {
        float[] rounded = new float[vector.length];
        for (int d = 0; d < vector.length; d++) {
            rounded[d] = Float.float16ToFloat(Float.floatToFloat16(vector[d]));
        }
        return rounded;
    }

    synchronized float @Nullable [] find(SentenceModel model, long digest) {
        Shelf shelf = shelf(model);
        float[] vector = shelf.vectors.get(digest);
        if (vector != null) {
            shelf.used.add(digest);
        }
        return vector;
    }

    /// @param fresh rounded vectors by the digests of their texts
    synchronized void remember(SentenceModel model, Map<Long, float[]> fresh) {
        Shelf shelf = shelf(model);
        Map<Long, float[]> added = new LinkedHashMap<>(fresh);
        added.keySet().removeAll(shelf.vectors.keySet());
        if (added.isEmpty()) {
            return;
        }
        boolean crowded = shelf.vectors.size() + added.size() > most && shelf.vectors.keySet().retainAll(shelf.used);
        for (Map.Entry<Long, float[]> one : Map.copyOf(added).entrySet()) {
            if (shelf.vectors.size() < most) {
                shelf.vectors.put(one.getKey(), one.getValue());
                shelf.used.add(one.getKey());
            } else {
                added.remove(one.getKey());
            }
        }
        try {
            Files.createDirectories(folder);
            if (crowded) {
                shelf.rewrite();
            } else {
                shelf.append(added);
            }
        } catch (IOException e) {
            LOG.debug("Vectors of texts cannot be kept for the next start", e);
        }
    }

    private Shelf shelf(SentenceModel model) {
        return shelves.computeIfAbsent(model, one -> new Shelf(folder.resolve(one.id() + ".vectors"), one.dimension()));
    }

    /// One file and what is in it.
    private final class Shelf {
        private final Path file;
        private final int dimension;
        private final Map<Long, float[]> vectors = new LinkedHashMap<>();
        private final Set<Long> used = new HashSet<>();
        /// Bytes of the file that are whole; 0 when there is no header.
        private long sound;

        Shelf(Path file, int dimension) {
            this.file = file;
            this.dimension = dimension;
            if (Files.isRegularFile(file)) {
                try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
                    read(in);
                } catch (EOFException e) {
                    LOG.debug("The last vector of {} was not written to its end", file, e);
                } catch (IOException e) {
                    LOG.debug("Vectors of texts cannot be read", e);
                }
            }
        }

        private int record() {
            return Long.BYTES + Integer.BYTES + dimension * Short.BYTES;
        }

        private void read(DataInputStream in) throws IOException {
            if (in.readLong() != MAGIC || in.readInt() != dimension) {
                return;
            }
            sound = HEADER;
            byte[] bytes = new byte[record()];
            while (vectors.size() < most) {
                in.readFully(bytes);
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                long digest = buffer.getLong();
                int sum = buffer.getInt();
                float[] vector = new float[dimension];
                for (int d = 0; d < dimension; d++) {
                    vector[d] = Float.float16ToFloat(buffer.getShort());
                }
                if (sum != sum(bytes)) {
                    return;
                }
                vectors.put(digest, vector);
                sound += bytes.length;
            }
        }

        private static int sum(byte[] record) {
            CRC32 sum = new CRC32();
            sum.update(record, 0, Long.BYTES);
            sum.update(record, Long.BYTES + Integer.BYTES, record.length - Long.BYTES - Integer.BYTES);
            return (int) sum.getValue();
        }

        void append(Map<Long, float[]> added) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(sound).position(sound);
                sound += write(channel, sound == 0, added);
            }
        }

        void rewrite() throws IOException {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                sound = write(channel, true, vectors);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }

        private long write(FileChannel channel, boolean header, Map<Long, float[]> all) throws IOException {
            long written = 0;
            if (header) {
                written += write(channel, ByteBuffer.allocate(HEADER).putLong(MAGIC).putInt(dimension));
            }
            for (Map.Entry<Long, float[]> one : all.entrySet()) {
                ByteBuffer record = ByteBuffer.allocate(record()).putLong(one.getKey()).putInt(0);
                for (float number : one.getValue()) {
                    record.putShort(Float.floatToFloat16(number));
                }
                record.putInt(Long.BYTES, sum(record.array()));
                written += write(channel, record);
            }
            return written;
        }

        private static int write(FileChannel channel, ByteBuffer full) throws IOException {
            full.flip();
            int size = full.remaining();
            while (full.hasRemaining()) {
                channel.write(full);
            }
            return size;
        }
    }
}
