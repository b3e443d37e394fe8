package labelwright.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.TextDecoding.Found;

/// The lines of a text file of any size, one at a time. A line that cannot be decoded or is too long is one broken line; the next is read.
///
/// Lines end with LF or CRLF. The encoding is told by [TextDecoding] from the beginning of the file, or named with [ReadOption#ENCODING].
public final class TextLines implements Closeable {
    /// In bytes.
    static final int LONGEST = 64 * 1024 * 1024;
    private static final int BUFFER = TextDecoding.HEAD;

    private final InputStream in;
    private final RecordSink sink;
    private final long size;
    private final Charset charset;
    private final CharsetDecoder decoder;
    /// Where in two bytes the line feed lies: -1 for encodings in which it is a byte of its own.
    private final int unitPlace;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[256];
    private int at;
    private int end;
    private long done;
    private long number;

    /// One line.
    ///
    /// @param number from 1
    /// @param text without the end of the line; empty for a broken line
    /// @param ending `\n`, `\r\n`, or empty for the last line
    /// @param fault what is wrong with it, a plain sentence; empty for a sound line
    public record Line(long number, String text, String ending, String fault) {
        public boolean isSound() {
            return fault.isEmpty();
        }
    }

    private TextLines(InputStream in, RecordSink sink, long size, Charset charset, int longest) {
        this.in = in;
        this.sink = sink;
        this.size = size;
        this.charset = charset;
        this.decoder = charset.newDecoder();
        this.unitPlace = charset.equals(StandardCharsets.UTF_16LE) ? 0 : charset.equals(StandardCharsets.UTF_16BE) ? 1 : -1;
        this.longest = longest;
    }

    /// @throws ExchangeException for the name of an encoding that does not exist
    /// @throws UnreadableText when the encoding is not known or not one of files of lines
    /// @throws IOException when the file cannot be opened
    public static TextLines open(Path file, ReadRequest request, RecordSink sink) throws IOException {
        return open(file, request, sink, LONGEST);
    }

    static TextLines open(Path file, ReadRequest request, RecordSink sink, int longest) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            byte[] head = in.readNBytes(BUFFER);
            Found.Sure found = look(head, head.length < BUFFER, request);
            TextLines lines = new TextLines(in, sink, Files.size(file), found.charset(), longest);
            System.arraycopy(head, 0, lines.buffer, 0, head.length);
            lines.end = head.length;
            lines.done = head.length;
            lines.at = found.mark();
            return lines;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// How a file of lines is to be read, from its beginning.
    ///
    /// @throws UnreadableText when it is no text, or its encoding must be named
    private static Found.Sure look(byte[] head, boolean isWhole, ReadRequest request) throws UnreadableText {
        Found.Sure sure = TextDecoding.look(head, isWhole, request);
        Charset charset = sure.charset();
        boolean isWide = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
        if (!isWide && !Arrays.equals("\n".getBytes(charset), new byte[] {'\n'})) {
            throw new UnreadableText("Files of lines in %s cannot be read. Save the file as UTF-8.".formatted(charset.name()));
        }
        return sure;
    }

    public Charset charset() {
        return charset;
    }

    /// Null behind the last line. A file that ends with a line feed has no empty line behind it.
    public @Nullable Line next() throws IOException {
        int length = 0;
        long dropped = 0;
        boolean ended = false;
        while (!ended && (at < end || fill())) {
            int stop = feed();
            ended = stop < end;
            int upTo = ended ? stop + 1 : end;
            if (length + (upTo - at) > longest) {
                dropped += upTo - at;
            } else {
                length = append(length, upTo);
            }
            at = upTo;
        }
        if (length == 0 && dropped == 0) {
            return null;
        }
        number++;
        if (dropped > 0) {
            return new Line(number, "", "",
                    "The line is longer than %d MB and was left out.".formatted(Math.max(1, longest / 1024 / 1024)));
        }
        return decode(length);
    }

    private int append(int length, int upTo) {
        int count = upTo - at;
        if (line.length < length + count) {
            line = Arrays.copyOf(line, Math.max(length + count, (int) Math.min(longest, line.length * 2L)));
        }
        System.arraycopy(buffer, at, line, length, count);
        return length + count;
    }

    /// The index of the last byte of the next line feed in the buffer; the end of the buffer when there is none.
    private int feed() {
        for (int i = at; i < end; i++) {
            if (unitPlace < 0 ? buffer[i] == '\n' : isFeed(i)) {
                return i;
            }
        }
        return end;
    }

    /// Whether the byte is the second one of a line feed in UTF-16; buffers begin at even places of the file.
    private boolean isFeed(int i) {
        return i % 2 == 1 && buffer[i - 1 + unitPlace] == '\n' && buffer[i - unitPlace] == 0;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.readNBytes(buffer, 0, BUFFER);
        done += end;
        sink.progress(done, size);
        return end > 0;
    }

    private Line decode(int length) {
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
        } catch (CharacterCodingException e) {
            String likely = TextDecoding.looksLike(Arrays.copyOf(line, Math.min(length, BUFFER)), charset)
                    .map(name -> " and looks like " + name).orElse("");
            return new Line(number, "", "\n", "The line is not %s text%s; it was left out. Mend the file, or name its encoding."
                    .formatted(charset.name(), likely));
        }
        int cut = text.endsWith("\r\n") ? 2 : text.endsWith("\n") ? 1 : 0;
        int from = text.length() - cut;
        return new Line(number, text.substring(0, from), text.substring(from), "");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
