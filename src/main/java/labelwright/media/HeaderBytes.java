package labelwright.media;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a file, read here and there in small pieces. Every read past the end is an `EOFException`. For one thread.
final class HeaderBytes implements Closeable {

    private static final int BUFFER = 4096;

    private final FileChannel channel;
    private final long length;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long bufferStart;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    private HeaderBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
        buffer.limit(0);
    }

    @SuppressWarnings("resource") // closed with this object
    static HeaderBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new HeaderBytes(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    long length() {
        return length;
    }

    long position() {
        return bufferStart + buffer.position();
    }

    void order(ByteOrder newOrder) {
        order = newOrder;
    }

    /// Moves anywhere up to the end of the file.
    void seek(long to) throws EOFException {
        if (to < 0 || to > length) {
            throw new EOFException("position " + to + " of " + length);
        }
        if (to >= bufferStart && to <= bufferStart + buffer.limit()) {
            buffer.position((int) (to - bufferStart));
        } else {
            bufferStart = to;
            buffer.limit(0);
        }
    }

    void skip(long bytes) throws EOFException {
        seek(position() + bytes);
    }

    int u8() throws IOException {
        if (!buffer.hasRemaining()) {
            fill();
        }
        return buffer.get() & 0xff;
    }

    int u16() throws IOException {
        int a = u8();
        int b = u8();
        return order == ByteOrder.BIG_ENDIAN ? a << 8 | b : b << 8 | a;
    }

    int u24() throws IOException {
        int a = u8();
        int rest = u16();
        return order == ByteOrder.BIG_ENDIAN ? a << 16 | rest : rest << 8 | a;
    }

    long u32() throws IOException {
        long a = u16();
        long b = u16();
        return order == ByteOrder.BIG_ENDIAN ? a << 16 | b : b << 16 | a;
    }

    int s32() throws IOException {
        return (int) u32();
    }

    /// 64 bits; values above the largest long come out negative, which no position in a file can be.
    long u64() throws IOException {
        long a = u32();
        long b = u32();
        return order == ByteOrder.BIG_ENDIAN ? a << 32 | b : b << 32 | a;
    }

    /// The next bytes as ISO-8859-1 text.
    String text(int bytes) throws IOException {
        byte[] read = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            read[i] = (byte) u8();
        }
        return new String(read, StandardCharsets.ISO_8859_1);
    }

    private void fill() throws IOException {
        bufferStart = position();
        buffer.clear();
        int read = channel.read(buffer, bufferStart);
        buffer.flip();
        if (read <= 0) {
            throw new EOFException("end of the file at " + length);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
