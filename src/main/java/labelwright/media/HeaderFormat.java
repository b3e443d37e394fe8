package labelwright.media;

import java.io.IOException;
import java.io.Serial;

/// How the header of one format is read. Stateless, any thread.
///
/// Both methods throw `EOFException` when the file ends too early and [BadHeader] when what is there makes no sense.
sealed interface HeaderFormat permits JpegHeader, PngHeader, GifHeader, BmpHeader, TiffHeader, WebpHeader {

    /// Reads sides, orientation and number of frames, from the start of the file.
    Header read(HeaderBytes in) throws IOException;

    /// Whether the file goes on to its own end, as far as can be told without decoding.
    boolean isComplete(HeaderBytes in) throws IOException;

    /// The content contradicts its format; the message is the end of a sentence in brackets.
    final class BadHeader extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        BadHeader(String message) {
            super(message);
        }
    }

    /// The sides as ints, when they are sides at all.
    static Header header(ImageFormat format, long width, long height) throws BadHeader {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new BadHeader("its size is given as " + width + " x " + height + " pixels");
        }
        return new Header(format, (int) width, (int) height);
    }
}
