/// Pictures: what a file says it is, its pixels turned upright, thumbnails, and the caches of both.
///
/// Floor 4. Knows nothing of projects or labels: files go in, plain pixel buffers ([labelwright.media.PixelImage]) come out. AWT and ImageIO
/// are used here and nowhere else, and never for a window, so everything works headless. Files of people are only ever opened for reading.
///
/// Decision: the format is told from the content, never from the name, and the headers are read by our own few lines instead of
/// metadata-extractor or an ImageIO reader, because an import looks at 100,000 files and needs four numbers of each: width, height,
/// orientation and whether the end of the file is there. Both libraries parse far more and take several times as long. Pixels are decoded
/// by the JDK and TwelveMonkeys readers, chosen by the format found, so that no reader guesses (the JDK's WBMP reader takes almost anything
/// that starts with two zero bytes).
///
/// Decision: a file that has lost its end is refused when it is imported and when it is decoded. Rejected: showing what can still be
/// read, because boxes drawn on a grey half teach a model nonsense.
///
/// Rejected: drawing on a `BufferedImage` to convert colours. It changes grey values (the JDK takes grey as linear light) and cuts 16-bit
/// samples; [labelwright.media.Pixels] reads the rasters instead.
@NullMarked
package labelwright.media;

import org.jspecify.annotations.NullMarked;
