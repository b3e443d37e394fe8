package labelwright.media;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

import org.jspecify.annotations.Nullable;

import labelwright.media.tiff.Samples;

/// Reads picture files: what they say they are, whether they are whole, and their pixels, turned upright once as EXIF asks.
///
/// The format is told from the content, whatever the name. Of files with several frames the first is read; the pages of a TIFF file are
/// pictures of their own ([PictureFile]). Every failure is a
/// [MediaException] with a sentence for people. Safe to use from any thread; blocks on the disk.
public final class ImageDecoder {

    /// Readers of TwelveMonkeys replace those of the JDK for JPEG (CMYK, broken profiles, lossless), TIFF and WebP.
    private static final String PREFERRED = "com.twelvemonkeys.";

    /// Deep pictures of more pixels are made smaller before their range is known.
    private static final long MOST_PREVIEWED = 30_000_000;

    private final DecodeLimits limits;
    private final Map<ImageFormat, ImageReaderSpi> readers;

    public ImageDecoder() {
        this(DecodeLimits.defaults());
    }

    public ImageDecoder(DecodeLimits limits) {
        this.limits = limits;
        this.readers = new EnumMap<>(ImageFormat.class);
        for (ImageFormat format : ImageFormat.values()) {
            readers.put(format, findReader(format));
        }
    }

    /// What the header says: the cheapest look at a file, thousands a second. Does not notice that the end is missing or that the picture
    /// is too large to open.
    public ImageInfo probe(Path file) throws MediaException {
        return info(PictureFile.of(file), Headers.Depth.HEADER);
    }

    /// The same for any page of a file.
    public ImageInfo probe(PictureFile file) throws MediaException {
        return info(file, Headers.Depth.HEADER);
    }

    private static ImageInfo info(PictureFile file, Headers.Depth depth) throws MediaException {
        ImageInfo info = Headers.read(file.path(), depth).toInfo();
        if (info.format() != ImageFormat.TIFF || info.frames() == 1) {
            if (file.page() > 0) {
                throw MediaException.noSuchPage(file.path(), file.page(), 1);
            }
            return info;
        }
        return TiffPages.info(file, info);
    }

    /// What an import calls: the header, whether the file goes on to its end, and whether the picture is small enough to open. Nearly as
    /// cheap as [#probe], because nothing is decoded.
    public ImageInfo check(Path file) throws MediaException {
        return check(PictureFile.of(file));
    }

    /// The same for any page of a file.
    public ImageInfo check(PictureFile file) throws MediaException {
        ImageInfo info = info(file, Headers.Depth.HEADER_AND_END);
        if (info.pixels() > limits.mostPixels()) {
            Optional<String> whyNot = BigPictures.whyNot(file, info);
            if (whyNot.isPresent()) {
                throw MediaException.tooLargeFor(file.path(), info, whyNot.get());
            }
        }
        return info;
    }

    /// Decodes the whole picture and throws it away: finds damage in the middle of a file too.
    public ImageInfo verify(Path file) throws MediaException {
        PictureFile picture = PictureFile.of(file);
        ImageInfo info = checkWhole(picture);
        List<String> warnings = new ArrayList<>();
        read(picture, info, 1, warnings);
        if (warnings.stream().anyMatch(warning -> warning.contains("remature end"))) {
            throw MediaException.truncated(file, info.format());
        }
        return info;
    }

    private ImageInfo checkWhole(PictureFile file) throws MediaException {
        ImageInfo info = check(file);
        if (info.pixels() > limits.mostPixels()) {
            throw MediaException.tooLarge(file.path(), info, limits.mostPixels());
        }
        return info;
    }

    /// The whole picture at its own size.
    public PixelImage decode(Path file) throws MediaException {
        return decode(PictureFile.of(file));
    }

    /// The same for any page of a file.
    public PixelImage decode(PictureFile file) throws MediaException {
        return read(file, checkWhole(file), 1, new ArrayList<>());
    }

    /// The whole picture with its samples, when they are 16 bits, signed or floating point; nothing for usual pictures.
    public Optional<DeepImage> decodeDeep(PictureFile file) throws MediaException {
        ImageInfo info = checkWhole(file);
        try {
            return switch (info.format()) {
                case TIFF -> TiffPages.deep(file);
                case PNG -> PngHeader.isDeep(file.path()) ? deep(file, info) : Optional.empty();
                case JPEG, GIF, BMP, WEBP -> Optional.empty();
            };
        } catch (IOException | RuntimeException e) {
            throw explain(file.path(), info.format(), e);
        } catch (OutOfMemoryError e) {
            throw MediaException.notEnoughMemory(file.path(), e);
        }
    }

    private Optional<DeepImage> deep(PictureFile file, ImageInfo info) throws IOException {
        ImageReaderSpi provider = readers.get(info.format());
        if (provider == null) {
            return Optional.empty();
        }
        BufferedImage image = read(file, provider, info, 1, new ArrayList<>());
        ColorModel colours = image.getColorModel();
        if (!RasterPixels.isDeep(colours)) {
            return Optional.empty();
        }
        Samples samples = Orientation.of(info.orientation()).turn(RasterPixels.samples(image.getRaster()));
        return Optional.of(new DeepImage(samples, RasterPixels.channels(colours)));
    }

    /// The whole picture, made smaller to fit the bounds (pixels, upright) with its proportions kept; never made larger. Much quicker and
    /// smaller in memory than scaling the whole picture, where the reader can leave out pixels.
    public PixelImage decode(Path file, int maxWidth, int maxHeight) throws MediaException {
        return decode(PictureFile.of(file), maxWidth, maxHeight);
    }

    /// The same for any page of a file.
    public PixelImage decode(PictureFile file, int maxWidth, int maxHeight) throws MediaException {
        ImageInfo info = check(file);
        double shrink = Math.max(1, Math.max((double) info.width() / maxWidth, (double) info.height() / maxHeight));
        int width = (int) Math.max(1, Math.round(info.width() / shrink));
        int height = (int) Math.max(1, Math.round(info.height() / shrink));
        if (info.format() == ImageFormat.TIFF && shrink > 2) {
            Optional<PixelImage> small = TiffPages.small(file, info, width, height);
            if (small.isPresent()) {
                return small.get();
            }
        }
        // at least twice as many pixels as needed each way are kept, for the average to be smooth
        int step = Math.max(1, Math.min((int) (shrink / 2), Math.min(info.width(), info.height())));
        if (info.pixels() / ((long) step * step) > limits.mostPixels()) {
            throw MediaException.tooLarge(file.path(), info, limits.mostPixels());
        }
        return read(file, info, step, new ArrayList<>()).scaledTo(width, height);
    }

    /// A small version for people: like [#decode(PictureFile, int, int)], but deep samples are seen through the window that they are shown
    /// with at first, so that a dark picture of 16 bits is not a black one.
    PixelImage preview(PictureFile file, int maxWidth, int maxHeight) throws MediaException {
        ImageInfo info = check(file);
        boolean perhaps = info.format() == ImageFormat.TIFF || info.format() == ImageFormat.PNG;
        if (perhaps && info.pixels() <= Math.min(MOST_PREVIEWED, limits.mostPixels())) {
            Optional<DeepImage> deep = decodeDeep(file);
            if (deep.isPresent()) {
                double shrink = Math.max(1, Math.max((double) info.width() / maxWidth, (double) info.height() / maxHeight));
                return deep.get().map(deep.get().range().proposed()).scaledTo((int) Math.max(1, Math.round(info.width() / shrink)),
                        (int) Math.max(1, Math.round(info.height() / shrink)));
            }
        }
        return decode(file, maxWidth, maxHeight);
    }

    private PixelImage read(PictureFile picture, ImageInfo info, int step, List<String> warnings) throws MediaException {
        Path file = picture.path();
        ImageReaderSpi provider = readers.get(info.format());
        if (provider == null) {
            throw MediaException.unsupported(file, "no reader for " + info.format().displayName() + " is installed", null);
        }
        try {
            BufferedImage image = read(picture, provider, info, step, warnings);
            return Orientation.of(info.orientation()).turn(image.getWidth(), image.getHeight(), Pixels.toArgb(image));
        } catch (EOFException e) {
            throw MediaException.truncated(file, info.format());
        } catch (NoSuchFileException e) {
            throw MediaException.missing(file, e);
        } catch (AccessDeniedException e) {
            throw MediaException.notAllowed(file, e);
        } catch (IOException | RuntimeException e) {
            MediaException problem = explain(file, info.format(), e);
            boolean perhaps = info.format() == ImageFormat.TIFF && problem.reason() == MediaException.Reason.UNSUPPORTED
                    && info.pixels() <= limits.mostPixels();
            return (perhaps ? TiffPages.whole(picture) : Optional.<PixelImage>empty()).orElseThrow(() -> problem);
        } catch (OutOfMemoryError e) {
            throw MediaException.notEnoughMemory(file, e);
        }
    }

    private static BufferedImage read(PictureFile file, ImageReaderSpi provider, ImageInfo info, int step, List<String> warnings)
            throws IOException {
        ImageReader reader = provider.createReaderInstance();
        try (ImageInputStream in = open(file.path())) {
            reader.setInput(in, true, info.format() != ImageFormat.GIF);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            ImageReadParam param = reader.getDefaultReadParam();
            return switch (info.format()) {
                case GIF -> new GifFrame(info.width(), info.height()).read(reader, param);
                case JPEG, PNG, BMP -> reader.read(0, every(step, step / 2, param));
                // TwelveMonkeys' TIFF reader takes the first pixel of an offset for a byte count and swaps the colours
                case TIFF -> reader.read(TiffPages.directory(file, info), every(step, 0, param));
                case WEBP -> reader.read(0, every(step, 0, param));
            };
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam every(int step, int offset, ImageReadParam param) {
        param.setSourceSubsampling(step, step, offset, offset);
        return param;
    }

    /// TwelveMonkeys' buffered stream, which makes the readers that ask for single bytes many times faster.
    private static ImageInputStream open(Path file) throws IOException {
        ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
        if (in == null) {
            throw new NoSuchFileException(file.toString());
        }
        return in;
    }

    private static MediaException explain(Path file, ImageFormat format, Exception problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return MediaException.truncated(file, format);
            }
        }
        String message = String.valueOf(problem.getMessage());
        boolean unsupported = problem instanceof UnsupportedOperationException
                || (problem instanceof IIOException && message.contains("nsupported"));
        return unsupported
                ? MediaException.unsupported(file, "an unusual kind of " + format.displayName(), problem)
                : MediaException.damaged(file, "its " + format.displayName() + " data make no sense", problem);
    }

    private static @Nullable ImageReaderSpi findReader(ImageFormat format) {
        Iterator<ImageReader> candidates = ImageIO.getImageReadersByFormatName(format.name());
        ImageReaderSpi best = null;
        while (candidates.hasNext()) {
            ImageReaderSpi candidate = candidates.next().getOriginatingProvider();
            if (best == null || candidate.getClass().getName().startsWith(PREFERRED)) {
                best = candidate;
            }
        }
        return best;
    }
}
